package gaitd.robot.motors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MotorsCommandTest {
    @Test
    void scanTellsWhichMotorsAnswerAndMovesNothing(@TempDir final Path folder) throws IOException {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.silent[2] = true;
            motors.error[1] = 3;
            final Path file = folder.resolve("scan.json");
            final Cli cli = Cli.run("motors", "scan", "--port", motors.device(), "--json", file.toString());
            assertEquals(ExitCode.OK, cli.code(), cli::toString);
            assertTrue(cli.out().contains(motors.device() + ": 4800000 baud, 8N1"), cli.out());
            assertTrue(cli.out()
                    .matches("(?s).*motor 0: 50 of 50 answered, turn-around p50 [0-9]+ us.*30 C, stopped, no error.*"));
            assertTrue(cli.out().matches("(?s).*motor 1: 50 of 50 answered.*31 C, stopped, error 3.*"), cli.out());
            assertTrue(cli.out().contains("motor 2: no answer"), cli.out());
            assertTrue(motors.heard.stream().allMatch(one -> one[1] == 0 && one[2] == 0 && one[3] == 0));
            final String json = Files.readString(file);
            assertTrue(json.contains("\"answered\" : 50"), json);
            assertTrue(json.contains("turnaround_p50_us"), json);
        }
    }

    @Test
    void aBusWithoutMotorsIsOneLine() {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.silent[0] = true;
            final String told = Cli.run("motors", "scan", "--port", motors.device(), "--ids", "0")
                    .refusedWith(ExitCode.FAILED);
            assertTrue(told.startsWith("gaitd: no motor answers on " + motors.device() + ": expected "), told);
        }
    }

    @Test
    void readShowsWhatEachMotorTells() {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.rotorRad[1] = 9.1;
            motors.torqueNm[1] = 2;
            final Cli cli = Cli.run("motors", "read", "--port", motors.device(), "--seconds", "0", "--ids", "1,0");
            assertEquals(ExitCode.OK, cli.code(), cli::toString);
            assertTrue(
                    cli.out()
                            .matches(
                                    "(?s).*motor 0: rotor +0.0000 rad.*motor 1: rotor +9.1\\d+ rad, as the joint turns +1.0000"
                                            + " rad +0.000 rad/s +(1.99|2.00) N m,  31 C, stopped, no error.*"),
                    cli.out());
            assertFalse(cli.out().contains("motor 2"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "motors | motors needs a command: one of scan, read, wiggle, calibrate, rezero, check",
                "motors scan | --port",
                "motors scan --port /dev/null --ids 3 | --ids = 3 is out of range: expected 0 to 2",
                "motors scan --port /dev/null --ids 187 | --ids = 187 is out of range",
                "motors scan --port /dev/null --baud 9599 | --baud = 9599 is out of range",
                "motors scan --port /dev/null --baud 24000001 | --baud = 24000001 is out of range",
                "motors wiggle --port /dev/null | --ids names 3 motors: expected one, as --ids 1",
                "motors wiggle --port /dev/null --port /dev/zero --ids 1 | --port is given 2 times: expected once",
                "motors wiggle --port /dev/null --ids 1 --amplitude 0.31 | --amplitude = 0.31 is out of range",
                "motors wiggle --port /dev/null --ids 1 --period 0.9 | --period = 0.9 is out of range",
                "motors wiggle --port /dev/null --ids 1 --times 1 | --times = 1 is out of range",
                "motors wiggle --port /dev/null --ids 1 --zeros none.toml | there is no file of zeros none.toml: expected",
                "motors calibrate --port /dev/null --zeros z.toml | calibrate takes all motors of four buses",
                "motors rezero --zeros none.toml | there is no file of zeros none.toml",
                "motors check --zeros none.toml | there is no file of zeros none.toml"
            })
    void whatCannotBeMeantIsAWrongCommandLine(final String command, final String told) {
        final String line = Cli.run(command.split(" ", -1)).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(told), line);
    }

    @Test
    void whatIsNoPortIsRefusedByTheMachine() {
        final String told = Cli.run("motors", "scan", "--port", "/dev/null").refusedWith(ExitCode.REFUSED);
        assertTrue(told.startsWith("gaitd: /dev/null is no serial port: expected "), told);
    }
}
