package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.testing.ProcessSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that continue: after a kill, after Ctrl-C, and from the networks of an earlier task. */
class TrainResumeTest {
    @TempDir
    Path folder;

    private TinyTraining training() {
        return new TinyTraining(folder);
    }

    @Tag("slow")
    @Test
    void killedRunGoesOnToTheSameBits() throws Exception {
        final String more = "--steps 64000 --no-view";
        try (ChildJvm whole = training().child("whole", more)) {
            assertEquals(0, whole.exitCode(), whole::output);
        }
        try (ChildJvm child = training().child("killed", more)) {
            final Path table = folder.resolve("killed/progress.csv");
            while (child.handle().isAlive()
                    && (!Files.exists(table) || Files.readAllLines(table).size() < 5)) {
                Thread.sleep(1);
            }
            assertTrue(child.handle().destroyForcibly(), child.output());
            child.exitCode();
        }
        assertFalse(Files.exists(folder.resolve("killed/learned")), "it was done before it was killed");
        try (ChildJvm on = training().child("killed", more)) {
            assertEquals(0, on.exitCode(), on::output);
            assertTrue(on.output().contains("goes on after iteration "), on::output);
        }
        assertArrayEquals(training().learned("whole"), training().learned("killed"));
    }

    @Tag("slow")
    @Test
    void ctrlCKeepsTheCheckpointAndSaysHowToGoOn() throws Exception {
        final String more = "--steps 64000000 --json " + folder.resolve("result.json");
        try (ChildJvm child = training().child("stopped", more)) {
            child.await("1 of 500000 ");
            child.signal(ProcessSignal.INT);
            assertEquals(ExitCode.FAILED, child.exitCode(), child::output);
            assertTrue(child.output().contains("stops after the iteration under way"), child.output());
            assertTrue(child.output().contains(" of 500000; the same command goes on from there"), child.output());
        }
        assertTrue(Files.exists(folder.resolve("stopped/checkpoint")));
        assertEquals(Glyphs.missing() == null, Files.exists(folder.resolve("stopped/reward-steps.png")));
        final JsonDocument result = JsonDocument.of(folder.resolve("result.json"));
        assertFalse(result.flag("done"));
        assertTrue(result.number("iterations") > 0);
    }

    @Tag("slow")
    @Test
    void bothStagesEndWithABundleThatWalks() {
        training().walks(training().train("a1-stage1", "stage1", "--steps 256 --no-view"), "stage1");
        training()
                .walks(
                        training()
                                .train(
                                        "a1-stage2",
                                        "stage2",
                                        "--steps 256 --no-view --from " + folder.resolve("stage1")),
                        "stage2");
        training()
                .walks(
                        training()
                                .train(
                                        "a1-stage2",
                                        "frozen",
                                        "--steps 256 --no-view --freeze --from " + folder.resolve("stage1")),
                        "frozen");
        final String back = training()
                .train("a1-stage1", "back", "--steps 256 --from " + folder.resolve("stage2"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(
                back.contains(
                        "stage2: what was learned there does not fit: observation 69 was last_action[12] and is missing now"),
                back);
        final String wider = Cli.run("train a1-stage2 --hidden 7 --environments 8 --minibatches 1 --out %s --from %s"
                        .formatted(folder.resolve("wider"), folder.resolve("stage1"))
                        .split(" "))
                .refusedWith(ExitCode.USAGE);
        assertTrue(
                wider.contains(
                        "the actor was --net ltc --hidden 8 --wiring full and is --net ltc --hidden 7 --wiring full now"),
                wider);
    }

    @Test
    void goesOnFromTasksThatSeeTheSameFirst() {
        final String tiny = "--steps 256 --no-view --from " + folder.resolve("masked");
        assertEquals(
                ExitCode.OK,
                training()
                        .train("cartpole-masked", "masked", "--steps 256 --no-view")
                        .code());
        assertEquals(ExitCode.OK, training().train("cartpole", "whole", tiny).code());
        final String line = training().train("pendulum", "other", tiny).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("does not fit: observation 1 was position and is angle_cosine now"), line);
    }
}
