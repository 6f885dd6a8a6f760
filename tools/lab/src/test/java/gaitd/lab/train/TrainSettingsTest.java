package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from the command line and from a file, and the command in the result, which gives the same bits again. */
class TrainSettingsTest {
    @TempDir
    Path folder;

    private TinyTraining training() {
        return new TinyTraining(folder);
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
        final String command = JsonDocument.of(json).text("command");
        assertTrue(command.contains(" --gamma 0.9 --lambda 0.8 "), command);
        assertFalse(command.contains("--clip"), command);
        training().repeats(command, "one");
    }

    @Test
    void aSparseNetworksResultRepeatsItToo() throws IOException {
        final Path json = folder.resolve("result.json");
        final Cli run =
                training().train("cartpole", "sparse", "--steps 256 --no-view --wiring random:0.5 --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        training().repeats(JsonDocument.of(json).text("command"), "sparse");
        final String other = training()
                .train("cartpole", "on", "--learner bptt --wiring random:0.5 --from " + folder.resolve("sparse"))
                .refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("--wiring random:0.5:22222, synapses made mutual and is"), other);
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
        final Cli run =
                training().train("cartpole", "out", "--no-view --gamma 0.95 --config " + config + " --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        final String command = JsonDocument.of(json).text("command");
        assertTrue(
                command.startsWith("gaitd train cartpole --learner bptt --net gru --hidden 8 --wiring full"), command);
        assertTrue(command.contains("--critic-learner bptt --critic-net mlp --critic-hidden 8,4 "), command);
        assertTrue(command.contains(" --steps 640 ") && command.contains(" --gamma 0.95 "), command);
        assertTrue(command.contains(" --kl 0.02 --kl-end 0.02 ") && command.endsWith(" --seed 9"), command);
        training().repeats(command, "out");
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
        final String line =
                training().train("cartpole", "out", "--config " + config).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
    }
}
