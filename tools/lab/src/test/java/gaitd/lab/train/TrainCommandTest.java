package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training prints and leaves in its folder, and how it ends when it fails. */
class TrainCommandTest {
    @TempDir
    Path folder;

    private TinyTraining training() {
        return new TinyTraining(folder);
    }

    @DrawsText
    @Test
    void leavesCurvesPicturesAndAResult() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run = training().train("cartpole", "out", "--steps 6400 --seed 5 --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("see it at http://127.0.0.1:"), run.out());
        assertTrue(run.out().contains("   50 of 50 "), run.out());
        final JsonDocument result = JsonDocument.of(json);
        assertEquals(6400, result.number("steps"));
        assertEquals(50, result.number("iterations"));
        assertEquals(5, result.number("seed"));
        assertTrue(result.flag("done"));
        assertTrue(result.number("reward") > 5);
        assertTrue(result.number("learner_record_bytes") > 0);
        for (final String key : new String[] {"success", "seconds", "steps_per_s", "resident_mb"}) {
            assertTrue(result.isNumber(key), key);
        }
        assertTrue(result.text("command").startsWith("gaitd train cartpole --learner ep"));
        for (final String picture : new String[] {"reward", "success", "kl", "speed"}) {
            for (final String axis : new String[] {"steps", "seconds"}) {
                assertTrue(Files.size(folder.resolve("out/" + picture + "-" + axis + ".png")) > 5_000, picture);
            }
        }
        assertEquals(result.number("reward"), result.number("reward_alive"), 1e-3);
        assertTrue(result.isNull("failure"));
        final List<String> table = Files.readAllLines(folder.resolve("out/progress.csv"));
        assertEquals(51, table.size());
        assertTrue(table.getFirst().endsWith(",steps_per_s,reward_alive"), table.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cartpole", "a1-stage1"})
    void threadsChangeNoBit(final String task) throws IOException {
        training().train(task, "one", "--steps 256 --no-view --threads 1");
        training().train(task, "two", "--steps 256 --no-view --threads 2");
        assertArrayEquals(training().learned("one"), training().learned("two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--learner bptt --net ncps-ltc --wiring ncp:0.5 --memory",
                "--learner bptt --net ct-gru --critic-net ltc --critic-learner ep",
                "--learner bptt --net cfc-pure --wiring ncp:0.3:5",
                "--learner bptt --net cfc-no-gate",
                "--learner ep --net ltc --wiring random:0.5 --critic-net gru",
            })
    void everyKindTrainsToABundleThatWalks(final String nets) {
        final Cli run = Cli.run(("train a1-stage1 --hidden 20 --environments 8 --rollout 8 --epochs 1 --minibatches 1"
                        + " --steps 128 --no-view " + nets + " --out " + folder.resolve("out"))
                .split(" "));
        training().walks(run, "out");
    }

    /** Few robots are enough where their rollouts are cut into enough sequences. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--environments 2 --segment 4 | ",
                "--environments 2 --segment 8 | 2 with 2 sequences each cannot be divided into --minibatches 4 of --shards 2",
                "--environments 3 --segment 2 | 3 with 8 sequences each cannot be divided into --minibatches 4 of --shards 2",
                "--environments 8 --segment 5 | --rollout 16 is not divided by --segment 5: choose a divisor",
            })
    void sequencesAreDividedIntoMinibatches(final String options, final String refusal) {
        final Cli run = Cli.run(("train cartpole --hidden 4 --rollout 16 --steps 64 --no-view --threads 1 --out "
                        + folder.resolve("out") + " " + options.strip())
                .split(" "));
        if (refusal == null) {
            assertEquals(ExitCode.OK, run.code(), run.err());
        } else {
            assertTrue(run.refusedWith(ExitCode.USAGE).contains(refusal), run.err());
        }
    }

    @Test
    void aTrainingThatFailsEndsAtOnce() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run = training()
                .train(
                        "cartpole",
                        "wild",
                        "--steps 60000 --no-view --learner bptt --net mlp --rate 1e30 --rate-max 1e30 --kl 0 --json "
                                + json);
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertEquals(1, run.errors().size(), run.err());
        assertTrue(run.err().contains(" since epoch ") || run.err().contains(" since step "), run.err());
        assertTrue(run.err().contains("iteration ") && run.err().contains("the training ends here"), run.err());
        assertFalse(run.out().contains("success 89"), run.out());
        final JsonDocument result = JsonDocument.of(json);
        assertFalse(result.flag("done"));
        assertTrue(result.text("failure").contains(" since "), result::toString);
        final String from = training()
                .train("cartpole", "on", "--steps 256 --learner bptt --net mlp --from " + folder.resolve("wild"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(from.contains("no finished training is there"), from);
    }

    @Tag("slow")
    @Test
    void aTerminalShowsABarAndTimeLeft() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
        final List<String> args = new ArrayList<>(List.of("train", "cartpole", "--steps", "64000000"));
        args.addAll(List.of((TinyTraining.OPTIONS + " --no-view --out " + folder.resolve("seen")).split(" ")));
        try (ChildJvm child = ChildJvm.inTerminal(folder, args.toArray(String[]::new))) {
            child.await(" success ");
            assertTrue(
                    Pattern.compile(
                                    "\\r\\[-{10}\\] \\d+ of 500000, [\\d:]+ left, reward \\S+ success \\d+% KL \\S+ \\d+/s")
                            .matcher(child.output())
                            .find(),
                    child.output());
            child.type("\u0003");
            assertEquals(ExitCode.FAILED, child.exitCode(), child::output);
            assertTrue(child.output().contains("the same command goes on from there"), child.output());
        }
    }
}
