package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that a training refuses before it learns anything. */
class TrainRefusalsTest {
    @TempDir
    Path folder;

    private TinyTraining training() {
        return new TinyTraining(folder);
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
                "cartpole|--engine mujoco|--engine mujoco: cartpole is a formula, which no engine moves",
                "a1-stage1|--engine mujoco|--engine mujoco: robots are trained in the embedded engine",
                "hopper|--engine bullet|--engine bullet is not a physics engine",
                "cartpole|--from /nowhere|--from /nowhere: no finished training is there",
            })
    void refusesInOneLine(final String task, final String more, final String expected) {
        final String line =
                training().train(task, "out", more == null ? "" : more).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
    }

    @Test
    void aPlanThatDoesNotHoldTogetherLeavesNothing() {
        training().train("cartpole", "untouched", "--freeze").refusedWith(ExitCode.USAGE);
        assertFalse(Files.exists(folder.resolve("untouched")));
    }

    @Test
    void refusesEnvironmentsThatCannotBeCutAndAnotherPlanInTheFolder() {
        final String[] command = {"train", "cartpole", "--environments", "12", "--out", folder.toString()};
        final String line = Cli.run(command).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--environments 12") && line.contains("a multiple of 8"), line);
        training().train("cartpole", "out", "--steps 128 --no-view");
        final String other = training()
                .train("cartpole", "out", "--steps 128 --no-view --seed 2")
                .refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("--seed 1") && other.contains("--seed 2"), other);
    }

    @Test
    void refusesFoldersThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        final String under =
                training().train("cartpole", "file/under", "--steps 128").refusedWith(ExitCode.REFUSED);
        assertTrue(under.contains("--out ") && under.contains("cannot be made"), under);
        training().train("cartpole", "file", "--steps 128").refusedWith(ExitCode.USAGE);
        Files.createDirectories(folder.resolve("taken/journal"));
        final String taken =
                training().train("cartpole", "taken", "--steps 128 --no-view").refusedWith(ExitCode.REFUSED);
        assertTrue(taken.contains("--out ") && taken.contains("journal"), taken);
    }

    /** The port is asked for before anything is learned, and what was learned earlier stays. */
    @Test
    void refusesAPortThatIsBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final String line = training()
                    .train("cartpole", "out", "--steps 128 --view-port " + busy.getLocalPort())
                    .refusedWith(ExitCode.REFUSED);
            assertTrue(line.contains("port " + busy.getLocalPort() + " of 127.0.0.1 is not available"), line);
        }
        assertFalse(Files.exists(folder.resolve("out/learned")));
        assertEquals(
                ExitCode.OK,
                training().train("cartpole", "out", "--steps 128 --no-view").code());
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
}
