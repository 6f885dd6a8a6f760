package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of a few iterations. */
class TrainCommandTest {
    private static final String TINY = "--hidden 8 --environments 8 --rollout 16 --epochs 1 --minibatches 1";

    @TempDir
    Path folder;

    private Cli train(final String task, final String out, final String more) {
        final List<String> args = new ArrayList<>(List.of("train", task));
        args.addAll(List.of((TINY + " " + more).strip().split(" ")));
        args.addAll(List.of("--out", folder.resolve(out).toString()));
        return Cli.run(args.toArray(String[]::new));
    }

    private byte[] learned(final String out) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve("learned"));
    }

    @Test
    void leavesCurvesPicturesAndAResult() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run = train("cartpole", "out", "--steps 6400 --seed 5 --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("see it at http://127.0.0.1:"), run.out());
        assertTrue(run.out().contains("   50 of 50 "), run.out());
        final JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertEquals(6400, result.get("steps").asLong());
        assertEquals(50, result.get("iterations").asLong());
        assertEquals(5, result.get("seed").asLong());
        assertTrue(result.get("done").asBoolean());
        assertTrue(result.get("reward").asDouble() > 5);
        assertTrue(result.get("learner_record_bytes").asLong() > 0);
        for (final String key : new String[] {"success", "seconds", "steps_per_s", "resident_mb"}) {
            assertTrue(result.get(key).isNumber(), key);
        }
        assertTrue(result.get("command").asText().startsWith("gaitd train cartpole --learner ep"));
        for (final String picture : new String[] {"reward", "success", "kl", "speed"}) {
            for (final String axis : new String[] {"steps", "seconds"}) {
                assertTrue(Files.size(folder.resolve("out/" + picture + "-" + axis + ".png")) > 5_000, picture);
            }
        }
        assertEquals(51, Files.readAllLines(folder.resolve("out/progress.csv")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cartpole", "a1-stage1"})
    void threadsChangeNoBit(final String task) throws IOException {
        train(task, "one", "--steps 256 --no-view --threads 1");
        train(task, "two", "--steps 256 --no-view --threads 2");
        assertArrayEquals(learned("one"), learned("two"));
    }

    @Test
    void bothStagesEndWithABundleThatWalks() {
        walks(train("a1-stage1", "stage1", "--steps 256 --no-view"), "stage1");
        walks(train("a1-stage2", "stage2", "--steps 256 --no-view --from " + folder.resolve("stage1")), "stage2");
        walks(
                train("a1-stage2", "frozen", "--steps 256 --no-view --freeze --from " + folder.resolve("stage1")),
                "frozen");
        final String back = train("a1-stage1", "back", "--steps 256 --from " + folder.resolve("stage2"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(back.contains("does not fit"), back);
        final String wider = Cli.run("train a1-stage2 --hidden 7 --environments 8 --minibatches 1 --out %s --from %s"
                        .formatted(folder.resolve("wider"), folder.resolve("stage1"))
                        .split(" "))
                .refusedWith(ExitCode.USAGE);
        assertTrue(wider.contains("the same --net and --hidden"), wider);
    }

    /** The port is asked for before anything is learned, and what was learned earlier stays. */
    @Test
    void refusesAPortThatIsBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final String line = train("cartpole", "out", "--steps 128 --view-port " + busy.getLocalPort())
                    .refusedWith(ExitCode.REFUSED);
            assertTrue(line.contains("port " + busy.getLocalPort() + " of 127.0.0.1 is not available"), line);
        }
        assertFalse(Files.exists(folder.resolve("out/learned")));
        assertEquals(
                ExitCode.OK, train("cartpole", "out", "--steps 128 --no-view").code());
    }

    private void walks(final Cli run, final String out) {
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String bundle = folder.resolve(out).resolve("policy.zip").toString();
        assertTrue(run.out().contains("policy: " + bundle), run.out());
        assertFalse(run.out().contains("see it at"), run.out());
        final Cli check = Cli.run("policy", "check", bundle);
        assertEquals(ExitCode.OK, check.code(), check.err());
        final Cli walk = Cli.run("run", "--lockstep", "--seconds", "6", "--vx", "0.3", "--policy", bundle);
        assertEquals(ExitCode.OK, walk.code(), walk.out() + walk.err());
    }

    @Test
    void aTerminalShowsABarAndTimeLeft() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
        final List<String> args = new ArrayList<>(List.of("train", "cartpole", "--steps", "64000000"));
        args.addAll(List.of((TINY + " --no-view --out " + folder.resolve("seen")).split(" ")));
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

    /** All in JVMs alike: the test's own has vectors, and other forms give other bits. */
    private ChildJvm child(final String out, final String more) throws IOException {
        final List<String> args = new ArrayList<>(List.of("train", "cartpole"));
        args.addAll(List.of((TINY + " " + more).split(" ")));
        args.addAll(List.of("--out", folder.resolve(out).toString()));
        return new ChildJvm(folder, args.toArray(String[]::new));
    }

    @Test
    void killedRunGoesOnToTheSameBits() throws Exception {
        final String more = "--steps 64000 --no-view";
        try (ChildJvm whole = child("whole", more)) {
            assertEquals(0, whole.exitCode(), whole::output);
        }
        try (ChildJvm child = child("killed", more)) {
            final Path table = folder.resolve("killed/progress.csv");
            while (child.handle().isAlive()
                    && (!Files.exists(table) || Files.readAllLines(table).size() < 5)) {
                Thread.sleep(1);
            }
            assertTrue(child.handle().destroyForcibly(), child.output());
            child.exitCode();
        }
        assertFalse(Files.exists(folder.resolve("killed/learned")), "it was done before it was killed");
        try (ChildJvm on = child("killed", more)) {
            assertEquals(0, on.exitCode(), on::output);
            assertTrue(on.output().contains("goes on after iteration "), on::output);
        }
        assertArrayEquals(learned("whole"), learned("killed"));
    }

    @Test
    void ctrlCKeepsTheCheckpointAndSaysHowToGoOn() throws Exception {
        final String more = "--steps 64000000 --json " + folder.resolve("result.json");
        try (ChildJvm child = child("stopped", more)) {
            child.await("1 of 500000 ");
            child.signal(Signal.INT);
            assertEquals(ExitCode.FAILED, child.exitCode(), child::output);
            assertTrue(child.output().contains("stops after the iteration under way"), child.output());
            assertTrue(child.output().contains(" of 500000; the same command goes on from there"), child.output());
        }
        assertTrue(Files.exists(folder.resolve("stopped/checkpoint")));
        assertTrue(Files.exists(folder.resolve("stopped/reward-steps.png")));
        final JsonNode result =
                new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertFalse(result.get("done").asBoolean());
        assertTrue(result.get("iterations").asLong() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moonwalk||task moonwalk: there is none; expected cartpole",
                "cartpole|--net mlp|equilibrium propagation needs a network that settles",
                "cartpole|--learner adjoint --net lstm|the adjoint method needs a differential equation",
                "cartpole|--algorithm dqn|--algorithm dqn: expected ppo or a2c",
                "cartpole|--steps 0|--steps = 0 is out of range",
                "cartpole|--json /nowhere/result.json|--json /nowhere/result.json: there is no folder /nowhere",
                "cartpole|--live 8080|Unknown options: '--live', '8080'",
                "cartpole|--view-port 70000|--view-port = 70000 is out of range",
                "cartpole|--threads 0|--threads = 0 is out of range",
                "cartpole|--kl-end 0.5|--kl-end = 0.5 is out of range: expected 0 to 0.01",
                "cartpole|--freeze|--freeze: there is nothing to keep as it is; expected --from FOLDER",
                "cartpole|--deviation 0|deviation = 0 is out of range: expected 0.001 to 1",
                "cartpole|--rate 0.01|rate = 0.01 exceeds rate_max = 0.003: lower rate or raise rate_max",
                "cartpole|--from /nowhere|--from /nowhere: no finished training is there",
            })
    void refusesInOneLine(final String task, final String more, final String expected) {
        final String line = train(task, "out", more == null ? "" : more).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
    }

    @Test
    void aPlanThatDoesNotHoldTogetherLeavesNothing() {
        train("cartpole", "untouched", "--freeze").refusedWith(ExitCode.USAGE);
        assertFalse(Files.exists(folder.resolve("untouched")));
    }

    @Test
    void refusesEnvironmentsThatCannotBeCutAndAnotherPlanInTheFolder() {
        final String[] command = {"train", "cartpole", "--environments", "12", "--out", folder.toString()};
        final String line = Cli.run(command).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--environments 12") && line.contains("a multiple of 8"), line);
        train("cartpole", "out", "--steps 128 --no-view");
        final String other =
                train("cartpole", "out", "--steps 128 --no-view --seed 2").refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("--seed 1") && other.contains("--seed 2"), other);
    }

    @Test
    void refusesFoldersThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        final String under = train("cartpole", "file/under", "--steps 128").refusedWith(ExitCode.REFUSED);
        assertTrue(under.contains("--out ") && under.contains("cannot be made"), under);
        train("cartpole", "file", "--steps 128").refusedWith(ExitCode.USAGE);
        Files.createDirectories(folder.resolve("taken/journal"));
        final String taken = train("cartpole", "taken", "--steps 128 --no-view").refusedWith(ExitCode.REFUSED);
        assertTrue(taken.contains("--out ") && taken.contains("journal"), taken);
    }
}
