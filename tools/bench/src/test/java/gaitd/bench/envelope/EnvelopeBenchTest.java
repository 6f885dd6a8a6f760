package gaitd.bench.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Some of the drives that prove the envelopes; all of them are a benchmark. */
class EnvelopeBenchTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pace, +vx held",
        "bound, +vx held",
        "walk, +vy held",
        "walk, -vx -yaw flipped",
        "walk, +vy +yaw flipped"
    })
    void robotsStayUpWhereTheyFellBeforeCommandsWereHeldBack(final String gait, final String drive) throws Exception {
        final Path json = folder.resolve("envelope.json");
        final Cli run = Cli.run(
                "bench", "envelope", "--gait", gait, "--drive", drive, "--seeds", "8", "--json", json.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        final JsonDocument result = JsonDocument.of(json);
        assertEquals(8, result.number(gait + " " + drive));
        assertEquals(0, result.number("fallen"));
        assertTrue(result.flag("pass"));
        final double stopS = result.number(gait + " stop_max_s");
        assertTrue(stopS > 0 && stopS < 2, "at rest after " + stopS + " s");
    }

    @Tag("slow")
    @Test
    void everyDriveOfEveryGaitStaysUpOnce() {
        final Cli run = Cli.run("bench", "envelope", "--seeds", "1");
        assertEquals(ExitCode.OK, run.code(), run::toString);
        assertEquals(
                4,
                run.out()
                        .lines()
                        .filter(line -> line.contains("78 of 78 stay up"))
                        .count(),
                run::toString);
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertTrue(Cli.run("bench", "envelope", "--seeds", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--seeds"));
        assertTrue(Cli.run("bench", "envelope", "--gait", "walk", "--seeds", "1", "--drive", "sideways")
                .refusedWith(ExitCode.USAGE)
                .contains("sideways"));
    }
}
