package gaitd.bench.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.sim.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of engines, short: what it writes, not how fast this machine is. */
class PhysicsBenchTest {
    @TempDir
    Path folder;

    private static void needsMujoco() {
        try {
            Engine.library();
        } catch (final IOException e) {
            abort("skipped: " + e.getMessage());
        }
    }

    @Test
    void bothEnginesWalkAlikeAndTheResultHoldsEveryKey() throws Exception {
        needsMujoco();
        final Path json = folder.resolve("physics.json");
        final Cli run = Cli.run(
                "bench",
                "physics",
                "--rounds",
                "1",
                "--block",
                "0.01",
                "--warm-up",
                "0",
                "--seeds",
                "2",
                "--seconds",
                "6",
                "--json",
                json.toString(),
                "--plot",
                folder.resolve("plots").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument result = JsonDocument.of(json);
        for (final String key : new String[] {
            "embedded_steps_per_s",
            "mujoco_steps_per_s",
            "ratio_scalar",
            "batch_steps_per_s",
            "ratio_batch",
            "env_policy_steps_per_s",
            "alloc_bytes_per_step",
            "qacc_max_rel_error"
        }) {
            assertTrue(result.isNumber(key), key + " in " + result);
        }
        for (final String plot : new String[] {"rates", "speed", "tilt", "power"}) {
            assertTrue(Files.size(folder.resolve("plots").resolve(plot + ".png")) > 5_000, plot);
        }
        assertTrue(result.number("qacc_max_rel_error") < 1e-8, "accelerations");
        assertEquals(result.number("mujoco_standing_m"), result.number("embedded_standing_m"), 1e-3);
        for (final String ground : new String[] {"flat", "rough_0.02"}) {
            for (final String what : new String[] {"speed_m_s", "power_mean_w"}) {
                final double ours = result.number("gait_" + ground + "_embedded_" + what);
                final double theirs = result.number("gait_" + ground + "_mujoco_" + what);
                assertEquals(1, ours / theirs, 0.1, ground + " " + what);
            }
        }
    }

    @Test
    void refusesAFileInPlaceOfTheFolderForPlots() throws Exception {
        final Path file = Files.createFile(folder.resolve("plots"));
        final String line =
                Cli.run("bench", "physics", "--plot", file.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--plot") && line.contains("folder"), line);
    }

    @ParameterizedTest
    @CsvSource({"--rounds, 0", "--seeds, -1", "--seconds, 0", "--block, NaN", "--warm-up, -1"})
    void refusesNumbersOutOfRange(final String flag, final String value) {
        final String line = Cli.run("bench", "physics", flag, value).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(flag) && line.contains(value), line);
    }
}
