package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SilentRobotTest {
    @TempDir
    Path folder;

    private String refusal(final String uri) throws IOException {
        return FakeRobotSocket.run(uri, folder).refusedWith(ExitCode.REFUSED);
    }

    @Test
    void saysWhichAddressAndWhatToCheck() throws IOException {
        try (FakeRobotSocket robot = new FakeRobotSocket(FakeRobotSocket.silence())) {
            final String line = refusal(robot.uri());
            assertTrue(line.contains(robot.uri()) && line.contains("check that it is switched on"), line);
        }
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        final int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        final String line = refusal("udp://127.0.0.1:" + port);
        assertTrue(line.contains("refuses the connection"), line);
    }
}
