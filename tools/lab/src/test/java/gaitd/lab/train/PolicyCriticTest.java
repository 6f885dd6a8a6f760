package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.learn.LearnerPart;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCriticTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-bptt-mlp.zip");
    private static final int INPUTS = 68;
    private static final int OUTPUTS = 12;

    @TempDir
    private Path folder;

    private static Cli run(final String task, final String net, final String hidden, final Path out) {
        return Cli.run(
                "policy",
                "critic",
                "" + POLICY,
                "--task",
                task,
                "--learner",
                "bptt",
                "--net",
                net,
                "--hidden",
                hidden,
                "--steps",
                "1024",
                "--environments",
                "32",
                "--threads",
                "1",
                "--deviation",
                "0.2",
                "--out",
                "" + out);
    }

    @Test
    void addsAPartAndLeavesThePolicyAsItIs() throws IOException {
        final Path out = folder.resolve("with.zip");
        final Cli cli = run("a1-stage1", "mlp", "64,64", out);
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        final BundleFiles before = BundleStore.read(POLICY);
        final BundleFiles after = BundleStore.read(out);
        for (final BundlePart part : List.of(BundlePart.MANIFEST, BundlePart.WEIGHTS, BundlePart.GOLDEN)) {
            assertArrayEquals(before.copy(part), after.copy(part), part.fileName);
        }
        final LearnerPart part = LearnerPart.read(after.copy(BundlePart.LEARNER), INPUTS, OUTPUTS);
        assertEquals(A1Task.of("a1-stage1").text(), part.taskText());
        for (final float log : part.logDeviation()) {
            assertEquals(Math.log(0.2), log, 1e-6);
        }
        assertTrue(part.rewardDeviation() > 0 && part.rewardDeviation() < 10, "" + part.rewardDeviation());
        assertTrue(part.command().contains("--environments 32 --steps 1024"), part.command());
    }

    /** Other layers, other sizes. */
    @ParameterizedTest
    @CsvSource({"ltc, 64", "mlp, 64", "'mlp', '64,32'"})
    void refusesNetworksThatThePolicyWasNotTrainedWith(final String net, final String hidden) {
        final Path out = folder.resolve("with.zip");
        final Cli cli = run("a1-stage1", net, hidden, out);
        assertEquals(ExitCode.USAGE, cli.code(), cli::toString);
        assertTrue(
                cli.err().contains("expected the options of the command in its manifest, \"train a1-stage1"),
                cli.err());
        assertEquals(1, cli.err().lines().count(), cli.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesTasksOfOthers() {
        final Path out = folder.resolve("with.zip");
        final Cli other = run("a1-stage2", "mlp", "64,64", out);
        assertEquals(ExitCode.USAGE, other.code(), other::toString);
        assertTrue(other.err().contains("are not those of task a1-stage2"), other.err());
        final Cli classic = run("cartpole", "mlp", "64,64", out);
        assertEquals(ExitCode.USAGE, classic.code(), classic::toString);
        assertTrue(classic.err().contains("--task cartpole: it has no bundles"), classic.err());
        assertFalse(Files.exists(out));
    }
}
