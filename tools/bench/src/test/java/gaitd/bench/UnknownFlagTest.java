package gaitd.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownFlagTest {
    @Test
    void namesTheFlagInOneLine() {
        final String line = Cli.run("run", "--sideways").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--sideways"), line);
        assertTrue(line.contains("gaitd run --help"), line);
    }

    @Test
    void refusesUnknownCommandsAndNone() {
        assertTrue(Cli.run("dance").refusedWith(ExitCode.USAGE).contains("dance"));
        assertTrue(Cli.run().refusedWith(ExitCode.USAGE).contains("run"));
        assertTrue(Cli.run("bench").refusedWith(ExitCode.USAGE).contains("dynamics"));
    }

    @ParameterizedTest
    @CsvSource({
        "stop --help, gaitd has no command 'stop'; 'gaitd --help'",
        "stop, gaitd has no command 'stop'; 'gaitd --help'",
        "bench swim --help, gaitd bench has no command 'swim'; 'gaitd bench --help'",
        "policy swim -h, gaitd policy has no command 'swim'; 'gaitd policy --help'",
        "run fast --help, gaitd run takes no argument 'fast'; 'gaitd run --help'",
        "run --sideways --help, Unknown option: '--sideways'; 'gaitd run --help'",
        "train cartpole pendulum --out x, gaitd train takes no argument 'pendulum'; 'gaitd train --help'"
    })
    void helpIsNoExcuseForWhatIsUnknown(final String line, final String refusal) {
        final String said = Cli.run(line.split(" ", 0)).refusedWith(ExitCode.USAGE);
        assertEquals("gaitd: " + refusal + " shows its options", said);
    }

    @Test
    void refusesFlagGivenTwice() {
        assertTrue(Cli.run("run", "--vx", "0.1", "--vx", "0.2")
                .refusedWith(ExitCode.USAGE)
                .contains("--vx"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "sim",
                "config",
                "version",
                "bench",
                "policy",
                "control",
                "companion",
                "learner",
                "fleet",
                "command",
                "operate",
                "remote",
                "log",
                "replay",
                "firsthour",
                "doctor",
                "package",
                "train",
                "sweep",
                "tune",
                "eval",
                "curves",
                "terrain"
            })
    void helpOfEveryCommandHasAnExample(final String command) {
        final Cli help = Cli.run(command, "--help");
        assertEquals(ExitCode.OK, help.code());
        assertTrue(help.out().contains("Example: gaitd " + command), help.out());
    }
}
