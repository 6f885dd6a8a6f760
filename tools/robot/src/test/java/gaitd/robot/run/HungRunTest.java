package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot that hangs by its trunk, as on the first day. */
class HungRunTest {
    @TempDir
    Path folder;

    private Cli run(final String... more) {
        final String[] all = new String[8 + more.length];
        System.arraycopy(
                new String[] {"run", "--lockstep", "--no-view", "--hung", "--policy", "none", "--seconds", "2"},
                0,
                all,
                0,
                8);
        System.arraycopy(more, 0, all, 8, more.length);
        return Cli.run(all);
    }

    @Test
    void standsInTheAirAndSaysThatNoFootIsOnTheGroundWhenItIsToWalk() throws IOException {
        final Path json = folder.resolve("hung.json");
        final Cli ended = run("--json", json.toString());
        assertEquals(ExitCode.FAILED, ended.code(), ended.out());
        final JsonDocument report = JsonDocument.of(json);
        assertTrue(report.flag("hung"));
        assertEquals("AIRBORNE", report.text("fault"), ended.out());
        assertEquals(0, report.number("falls"));
        assertEquals("PASSIVE", report.text("mode_final"));
        assertTrue(ended.out().indexOf("STAND ") < ended.out().indexOf("AIRBORNE"), "it stood first: " + ended.out());
    }

    @Test
    void walksInTheAirWhereThatGuardIsOffToo() throws IOException {
        final Path config = Files.writeString(folder.resolve("air.toml"), "safety.airborne_s = \"off\"\n");
        final Path json = folder.resolve("air.json");
        final Cli ended = run("--config", config.toString(), "--json", json.toString());
        assertEquals(ExitCode.OK, ended.code(), ended.out());
        final JsonDocument report = JsonDocument.of(json);
        assertEquals("none", report.text("fault"), ended.out());
        assertEquals(0, report.number("distance_m"), 0.05);
    }

    @Test
    void withoutItARobotOnTheGroundStands() throws IOException {
        final Path json = folder.resolve("ground.json");
        final Cli ended = Cli.run(
                "run", "--lockstep", "--no-view", "--policy", "none", "--seconds", "1", "--json", json.toString());
        assertEquals(ExitCode.OK, ended.code(), ended.out());
        assertTrue(!JsonDocument.of(json).flag("hung"));
    }
}
