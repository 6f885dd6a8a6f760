package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfRangeTest {
    @ParameterizedTest
    @CsvSource({
        "--vx, 9, -0.8 to 0.8",
        "--vx, NaN, -0.8 to 0.8",
        "--vy, -1, -0.4 to 0.4",
        "--yaw, 2, -1 to 1",
        "--rate, 50, 100 to 1000",
        "--rate, 1001, 100 to 1000",
        "--seconds, -1, 0.1 to",
        "--seconds, fast, fast",
        "--gait, hop, TROT",
        "--terrain, lava, rough",
        "--terrain, rough:7, rough",
        "--push, hard, M/S:EVERY_S",
        "--push, 0.5:0, 0.1 to 3600",
        "--push, -1:5, 0 to 5",
        "--seed, x, x",
        "--engine, havok, embedded",
        "--vary, heavy, wide",
    })
    void namesFlagAndWhatWasExpected(final String flag, final String value, final String expected) {
        final String line = Cli.run("run", "--lockstep", flag, value).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(flag), line);
        assertTrue(line.contains(expected), line);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", ":8007", "127.0.0.1:-1"})
    void refusesWhatIsNoPlaceToListen(final String place) {
        final String line = Cli.run("sim", "--listen", place).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("HOST:PORT"), line);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.123.10",
        "tcp://192.168.123.10:8007",
        "udp://192.168.123.10",
        "udp://h:0",
        "udp://h:1/x",
        "udp://:1"
    })
    void refusesWhatIsNoRobot(final String robot) {
        final String line = Cli.run("run", "--robot", robot).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("udp://HOST:PORT"), line);
    }
}
