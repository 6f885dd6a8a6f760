package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.lab.image.DrawsText;
import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.ProcessSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    @DrawsText
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
        assertEquals(result.get("reward").asDouble(), result.get("reward_alive").asDouble(), 1e-3);
        assertTrue(result.get("failure").isNull());
        final List<String> table = Files.readAllLines(folder.resolve("out/progress.csv"));
        assertEquals(51, table.size());
        assertTrue(table.getFirst().endsWith(",steps_per_s,reward_alive"), table.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cartpole", "a1-stage1"})
    void threadsChangeNoBit(final String task) throws IOException {
        train(task, "one", "--steps 256 --no-view --threads 1");
        train(task, "two", "--steps 256 --no-view --threads 2");
        assertArrayEquals(learned("one"), learned("two"));
    }

    @Tag("slow")
    @Test
    void bothStagesEndWithABundleThatWalks() {
        walks(train("a1-stage1", "stage1", "--steps 256 --no-view"), "stage1");
        walks(train("a1-stage2", "stage2", "--steps 256 --no-view --from " + folder.resolve("stage1")), "stage2");
        walks(
                train("a1-stage2", "frozen", "--steps 256 --no-view --freeze --from " + folder.resolve("stage1")),
                "frozen");
        final String back = train("a1-stage1", "back", "--steps 256 --from " + folder.resolve("stage2"))
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
                train("cartpole-masked", "masked", "--steps 256 --no-view").code());
        assertEquals(ExitCode.OK, train("cartpole", "whole", tiny).code());
        final String line = train("pendulum", "other", tiny).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("does not fit: observation 1 was position and is angle_cosine now"), line);
    }

    @Test
    void aTrainingThatFailsEndsAtOnce() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run = train(
                "cartpole",
                "wild",
                "--steps 60000 --no-view --learner bptt --net mlp --rate 1e30 --rate-max 1e30 --kl 0 --json " + json);
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(" since epoch ") || run.err().contains(" since step "), run.err());
        assertTrue(run.err().contains("iteration ") && run.err().contains("the training ends here"), run.err());
        assertFalse(run.out().contains("success 89"), run.out());
        final JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertFalse(result.get("done").asBoolean());
        assertTrue(result.get("failure").asText().contains(" since "), result::toString);
        final String from = train(
                        "cartpole", "on", "--steps 256 --learner bptt --net mlp --from " + folder.resolve("wild"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(from.contains("no finished training is there"), from);
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

    @Tag("slow")
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

    @Tag("slow")
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

    @Tag("slow")
    @Test
    void ctrlCKeepsTheCheckpointAndSaysHowToGoOn() throws Exception {
        final String more = "--steps 64000000 --json " + folder.resolve("result.json");
        try (ChildJvm child = child("stopped", more)) {
            child.await("1 of 500000 ");
            child.signal(ProcessSignal.INT);
            assertEquals(ExitCode.FAILED, child.exitCode(), child::output);
            assertTrue(child.output().contains("stops after the iteration under way"), child.output());
            assertTrue(child.output().contains(" of 500000; the same command goes on from there"), child.output());
        }
        assertTrue(Files.exists(folder.resolve("stopped/checkpoint")));
        assertEquals(Glyphs.missing() == null, Files.exists(folder.resolve("stopped/reward-steps.png")));
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
                "cartpole|--kl-end 0.5|--kl-end 0.5 exceeds --kl 0.01",
                "cartpole|--kl -1|--kl = -1 is out of range: expected 0 to 10",
                "cartpole|--rate 0.01|--rate 0.01 exceeds --rate-max 0.003: lower --rate or raise --rate-max",
                "cartpole|--gamma 1.01|--gamma = 1.01 is out of range: expected 0 to 1",
                "cartpole|--shards 2.5|--shards = 2.5 is out of range: expected a whole number from 1",
                "cartpole|--gamma x|'x' is not a number",
                "cartpole|--learner sgd|--learner sgd: expected ep, bptt, adjoint",
                "cartpole|--net kan|--net kan: expected ltc, ncps-ltc, energy",
                "cartpole|--wiring ncp:2|--wiring: wiring ncp:2: expected full",
                "cartpole|--critic-net kan|--critic-net kan: expected ltc",
                "cartpole|--critic-net lstm --critic-learner ep|the critic: equilibrium propagation needs",
                "cartpole|--critic-hidden 8,8|the critic: ltc has one layer, not 2",
                "cartpole|--memory|ltc takes no memory",
                "cartpole|--config /nowhere.toml|--config /nowhere.toml: there is no such file",
                "cartpole|--freeze|--freeze: there is nothing to keep as it is; expected --from FOLDER",
                "cartpole|--deviation 0|--deviation = 0 is out of range",
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

    /** The tiny plan's options for PPO are left out here. */
    @ParameterizedTest
    @ValueSource(
            strings = {"epochs 2", "minibatches 2", "kl 0.01", "kl-end 0", "clip 0.1", "value-clip 0.1", "rate-max 1"})
    void actorCriticRefusesWhatItHasNoUseFor(final String option) {
        final String line = Cli.run(("train cartpole --algorithm a2c --hidden 8 --environments 8 --steps 64 --out "
                                + folder.resolve("out") + " --" + option)
                        .split(" "))
                .refusedWith(ExitCode.USAGE);
        assertTrue(
                line.contains("--" + option.substring(0, option.indexOf(' ')) + ": --algorithm a2c does one pass"),
                line);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    /** Every option for A2C, whose command in the result is one that gives the same bits. */
    @Test
    void actorCriticTakesAllElseAndTheResultRepeatsIt() throws IOException {
        final Path json = folder.resolve("result.json");
        final String given =
                "train cartpole --algorithm a2c --hidden 8 --environments 8 --steps 640 --rollout 4 --gamma 0.9"
                        + " --lambda 0.8 --entropy 0.01 --bound 1 --rate 0.002 --gradient-max 2 --deviation 0.4 --deviation-min 0.2"
                        + " --shards 1 --no-view --json " + json + " --out ";
        final Cli run = Cli.run((given + folder.resolve("one")).split(" "));
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String command =
                new ObjectMapper().readTree(json.toFile()).get("command").asText();
        assertTrue(command.contains(" --gamma 0.9 --lambda 0.8 "), command);
        assertFalse(command.contains("--clip"), command);
        repeats(command, "one");
    }

    @Test
    void aSparseNetworksResultRepeatsItToo() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run = train("cartpole", "sparse", "--steps 256 --no-view --wiring random:0.5 --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        repeats(new ObjectMapper().readTree(json.toFile()).get("command").asText(), "sparse");
        final String other = train(
                        "cartpole", "on", "--learner bptt --wiring random:0.5 --from " + folder.resolve("sparse"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("--wiring random:0.5:22222, synapses made mutual and is"), other);
    }

    /** What a command in a result leaves out changes nothing but speed and where results go. */
    private void repeats(final String command, final String out) throws IOException {
        assertTrue(command.startsWith("gaitd train "), command);
        final Cli again =
                Cli.run((command.substring("gaitd ".length()) + " --no-view --out " + folder.resolve("again-" + out))
                        .split(" "));
        assertEquals(ExitCode.OK, again.code(), again.err());
        assertArrayEquals(learned(out), learned("again-" + out));
    }

    @Test
    void aFileSetsWhatTheCommandLineDoesNot() throws IOException {
        final Path json = folder.resolve("result.json");
        final Path config = Files.writeString(folder.resolve("train.toml"), """
                [train]
                learner = "bptt"
                net = "gru"
                hidden = [6]
                critic_net = "mlp"
                critic_hidden = [8, 4]
                steps = 640
                gamma = 0.9
                kl = 0.02
                seed = 9
                """);
        final Cli run = train("cartpole", "out", "--no-view --gamma 0.95 --config " + config + " --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String command =
                new ObjectMapper().readTree(json.toFile()).get("command").asText();
        assertTrue(
                command.startsWith("gaitd train cartpole --learner bptt --net gru --hidden 8 --wiring full"), command);
        assertTrue(command.contains("--critic-learner bptt --critic-net mlp --critic-hidden 8,4 "), command);
        assertTrue(command.contains(" --steps 640 ") && command.contains(" --gamma 0.95 "), command);
        assertTrue(command.contains(" --kl 0.02 --kl-end 0.02 ") && command.endsWith(" --seed 9"), command);
        repeats(command, "out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[train]; gama = 0.9|unknown key 'gama', did you mean 'gamma'?",
                "[train]; gamma = \"x\"|[train] gamma: x, expected a number",
                "[train]; gamma = 2|--gamma = 2 is out of range",
                "[train]; out = \"x\"|unknown key 'out'",
                "[train]; seed = 1.5|[train] seed: 1.5, expected a whole number",
                "[train]; hidden = 8|hidden: 8, expected a list of",
                "[train]; hidden = [0]|hidden[0]: 0, expected a whole number from 1 to 1024",
                "[train]; freeze = 1|[train] freeze: 1, expected true or false",
                "[trains]; gamma = 0.9|train",
                "[gait]; gamma = 0.9|train: is missing"
            })
    void refusesWhatIsWrongInTheFile(final String text, final String expected) throws IOException {
        final Path config = Files.writeString(folder.resolve("train.toml"), text.replace("; ", "\n") + "\n");
        final String line = train("cartpole", "out", "--config " + config).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
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
        walks(run, "out");
    }
}
