package gaitd.lab.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.NoFonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that draw, where text cannot be drawn: results are there, and one line names what to install. */
class NoFontsTest {
    private static final String NAMED = "no picture can be drawn here: text needs libraries that are missing (";

    @TempDir
    Path folder;

    /** Asked by {@link DrawsText}. */
    static boolean canDrawText() {
        return Glyphs.missing() == null;
    }

    /** Runs, and gives the lines that name what to install. */
    private List<String> named(final int code, final String line) throws Exception {
        final String[] args = line.replace("FOLDER", folder.toString()).split(" ", 0);
        try (ChildJvm child = ChildJvm.in(folder, NoFonts.in(folder), args)) {
            assertEquals(code, child.exitCode(), child::output);
            assertFalse(child.output().contains("Exception"), child::output);
            return child.output()
                    .lines()
                    .filter(said -> said.contains(Glyphs.INSTALL))
                    .toList();
        }
    }

    private void namedOnce(final int code, final String line) throws Exception {
        final List<String> lines = named(code, line);
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().startsWith("gaitd: " + NAMED), lines.getFirst());
    }

    @Test
    void trainingLeavesAllButItsPictures() throws Exception {
        namedOnce(
                ExitCode.OK,
                "train cartpole --hidden 4 --environments 8 --rollout 4 --epochs 1 --minibatches 1 --steps 64 --threads 1"
                        + " --no-view --json FOLDER/r.json --out FOLDER/t");
        assertTrue(Files.size(folder.resolve("t/learned")) > 0);
        assertTrue(Files.size(folder.resolve("t/progress.csv")) > 0);
        assertTrue(Files.size(folder.resolve("r.json")) > 0);
        assertFalse(Files.exists(folder.resolve("t/reward-steps.png")));
    }

    @Tag("slow")
    @Test
    void evaluationTellsItsTablesFirst() throws Exception {
        namedOnce(
                ExitCode.OK,
                "eval --baseline --episodes 1 --seeds 1 --distance 0.1 --limit 2 --vx 0.3 --json FOLDER/r.json --plot FOLDER/p");
        assertTrue(Files.size(folder.resolve("r.json")) > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terrain rough:0.02 --plot FOLDER/r.png",
                "policy plot ../../policies/trained/a1-stage1-ep-ltc.zip --random --out FOLDER/p",
                "curves FOLDER/t --out FOLDER/c.svg"
            })
    void commandsThatOnlyDrawAreRefused(final String line) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("t")).resolve("progress.csv"), """
                iteration,steps,seconds,reward,length_steps,success,kl,rate,deviation,value_error,clipped,steps_per_s
                1,100,1,1,100,0.5,0.01,1e-3,0.2,0.1,0.1,9000
                """);
        namedOnce(ExitCode.REFUSED, line);
    }

    @Test
    void terrainsAreStillDescribed() throws Exception {
        assertEquals(List.of(), named(ExitCode.OK, "terrain rough:0.02"));
    }

    @Test
    void theDoctorKnows() throws Exception {
        final List<String> lines = named(ExitCode.FAILED, "doctor");
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().strip().startsWith("fix "), lines.getFirst());
        assertTrue(lines.getFirst().contains("sudo " + Glyphs.INSTALL), lines.getFirst());
    }
}
