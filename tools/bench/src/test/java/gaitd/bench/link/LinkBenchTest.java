package gaitd.bench.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Robot and controller in networks of their own. */
@Tag("slow")
class LinkBenchTest {
    @TempDir
    Path folder;

    @Test
    void walksOverABadRadio() throws IOException, InterruptedException {
        assumeTrue(NetworkTools.are(), NetworkTools.WHY_NOT);
        final Path json = folder.resolve("walk.json");
        final Cli run = Cli.run("bench", "link", "--profile", "bad-radio", "--seconds", "6", "--json", json.toString());
        assertEquals(0, run.code(), run.out() + run.err());
        final JsonDocument report = JsonDocument.of(json);
        assertEquals(0, report.number("bad_radio_falls"));
        assertTrue(report.number("bad_radio_distance_m") > 1.2, run.out());
        assertTrue(report.number("bad_radio_lost_to_robot") > 50, run.out());
        assertTrue(report.number("bad_radio_lost_to_control") > 50, run.out());
        assertTrue(report.number("bad_radio_ticks_without_new_state") > 0.02, run.out());
    }

    @Test
    void aPulledCableDampsInTimeUntilAPersonClearsItAndAShortPullDoesNot() throws IOException, InterruptedException {
        assumeTrue(NetworkTools.are(), NetworkTools.WHY_NOT);
        final Path json = folder.resolve("pulls.json");
        final Cli run = Cli.run("bench", "link", "--pulls", "2", "--json", json.toString());
        assertEquals(0, run.code(), run.out() + run.err());
        final JsonDocument report = JsonDocument.of(json);
        assertEquals(2, report.number("pulls_kept"));
        assertEquals(2, report.number("short_pulls_passed"));
        // Nothing is damped before the tolerance is over, on either side.
        for (int i = 0; i < 2; i++) {
            assertTrue(report.number("pull_control_ms", i) >= 55, run.out());
            assertTrue(report.number("pull_robot_ms", i) >= 95, run.out());
        }
    }

    @Test
    void refusesWhatIsNoLink() {
        final Cli run = Cli.run("bench", "link", "--profile", "string");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("bad-radio"), run.err());
    }
}
