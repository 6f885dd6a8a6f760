package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.net.DatagramSocket;
import org.junit.jupiter.api.Test;

/** The port of this computer that a robot answers to. */
class LocalPortTest {
    @Test
    void namesThePortThatAnotherProgramHolds() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0)) {
            final String port = Integer.toString(taken.getLocalPort());
            final String line = Cli.run(
                            "run", "--robot", "udp://127.0.0.1:8007", "--local-port", port, "--seconds", "1")
                    .refusedWith(ExitCode.REFUSED);
            assertTrue(line.contains("local UDP port " + port) && line.contains("stop the program"), line);
        }
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        final String line = Cli.run("run", "--robot", "udp://127.0.0.1:8007", "--local-port", "65536")
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--local-port = 65536"), line);
    }

    @Test
    void refusesItForARobotOnNoWire() {
        final String line = Cli.run("run", "--local-port", "8080").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--local-port") && line.contains("--robot"), line);
    }
}
