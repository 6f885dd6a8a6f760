package gaitd.bench.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.bench.outcome.OutcomeFile;
import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.NoFonts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks asked for pictures where text cannot be drawn: results are there, and one line names what to install. */
class NoPicturesTest {
    @TempDir
    Path folder;

    private void runs(final String line) throws Exception {
        final String[] args = line.replace("FOLDER", folder.toString()).split(" ", 0);
        try (ChildJvm child = ChildJvm.in(folder, NoFonts.in(folder), args)) {
            assertEquals(ExitCode.OK, child.exitCode(), child::output);
            assertFalse(child.output().contains("Exception"), child::output);
            final long named = child.output()
                    .lines()
                    .filter(said -> said.startsWith("gaitd: ") && said.contains(Glyphs.INSTALL))
                    .count();
            assertEquals(1, named, child::output);
        }
        assertTrue(Files.size(folder.resolve("r.json")) > 0);
    }

    @Test
    void theEstimatorsErrorsAreTold() throws Exception {
        runs("bench estimator --seconds 2 --plot FOLDER/walk.png --json FOLDER/r.json");
    }

    @Test
    void walksOfAdaptingRobotsAreTold() throws Exception {
        final OutcomeFile<AdaptOutcome> kept = new OutcomeFile<>(folder.resolve("kept.txt"), AdaptOutcome::of);
        for (final Arm arm : Arm.values()) {
            final String name = arm == Arm.NOMINAL ? AdaptTable.NOMINAL : "payload-behind";
            final String road = arm == Arm.ADAPTED ? "own" : "";
            kept.add(new AdaptOutcome(
                    new AdaptCase(name, "embedded", "a1-stage1-ep-ltc.zip", road, arm, 1, AdaptOutcome.WINDOW_S),
                    new double[] {0.5},
                    0,
                    0,
                    1,
                    1,
                    0,
                    2.5));
        }
        runs("bench adapt --cases payload-behind --seeds 1 --walk 10 --resume FOLDER/kept.txt --plot FOLDER/p --json"
                + " FOLDER/r.json");
    }
}
