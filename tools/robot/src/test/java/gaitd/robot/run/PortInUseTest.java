package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PortInUseTest {
    @Test
    void namesThePortOfTheSimulator() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            final String place = "127.0.0.1:" + taken.getLocalPort();
            final String line =
                    Cli.run("sim", "--listen", place, "--seconds", "1").refusedWith(ExitCode.REFUSED);
            assertTrue(line.contains(place) && line.contains("choose another port"), line);
        }
    }

    @Tag("slow")
    @Test
    void namesThePortOfThePage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final String port = Integer.toString(taken.getLocalPort());
            final String line =
                    Cli.run("run", "--seconds", "1", "--view-port", port).refusedWith(ExitCode.REFUSED);
            assertTrue(line.contains(port), line);
        }
    }
}
