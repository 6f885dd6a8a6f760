package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NoRouteTest {
    @Test
    void namesHostThatIsNotKnown() {
        final String line =
                Cli.run("run", "--robot", "udp://no-such-robot.invalid:8007").refusedWith(ExitCode.REFUSED);
        assertTrue(line.contains("no-such-robot.invalid"), line);
        assertTrue(Cli.run("sim", "--listen", "no-such-host.invalid:8007")
                .refusedWith(ExitCode.REFUSED)
                .contains("no-such-host.invalid"));
    }

    @Test
    void saysWhenTheSystemDoesNotPermitTheAddress() {
        final String line =
                Cli.run("run", "--robot", "udp://255.255.255.255:8007").refusedWith(ExitCode.REFUSED);
        assertTrue(line.contains("255.255.255.255:8007"), line);
    }

    @Test
    void saysWhenAnAddressToListenOnIsNotOurs() {
        final String line = Cli.run("sim", "--listen", "192.0.2.1:8007").refusedWith(ExitCode.REFUSED);
        assertTrue(line.contains("192.0.2.1:8007") && line.contains("not one of this computer's"), line);
        assertTrue(line.contains("ip address add 192.0.2.1/24"), line);
    }
}
