package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.robot.testing.WideLimits;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy adapts in a lock-step run: briefly, and far less than one would. */
@Tag("slow")
class AdaptRunTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");

    @TempDir
    private Path folder;

    private Cli run(final String name, final String... more) {
        final List<String> args = new ArrayList<>(List.of(
                "run",
                "--lockstep",
                "--no-view",
                "--policy",
                "" + POLICY,
                "--case",
                "payload-behind",
                "--vx",
                "0.3",
                "--adapt",
                "--store",
                "" + folder.resolve(name),
                "--json",
                "" + folder.resolve(name + ".json")));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private VersionStore versions(final String name) throws IOException {
        try (var stores = Files.newDirectoryStream(folder.resolve(name))) {
            return VersionStore.read(stores.iterator().next());
        }
    }

    @Test
    void findsTheLoadTrainsAndTriesTwiceTheSame() throws IOException {
        final String[] settings = {
            "--seconds", "24", "--adapt-watch", "20", "--adapt-steps", "2048", "--adapt-rate", "2000"
        };
        final Cli first = run("first", settings);
        assertTrue(first.out().contains("adapt: reward "), first::toString);
        assertTrue(first.out().contains("adapt: version 1 is tried"), first::toString);
        run("second", settings);
        try (VersionStore one = versions("first");
                VersionStore two = versions("second")) {
            assertEquals(List.of(), one.problems());
            assertEquals(1, one.versions().size());
            assertEquals(one.versions(), two.versions(), "the same bits, down to the hash of the weights");
            final PolicyVersion version = one.version(1);
            assertEquals(VersionState.TRIAL, version.state());
            assertTrue(version.cause().matches("about (9|10)\\.[0-9] kg .* behind the middle.*"), version.cause());
            final BundleFiles files = one.policy(1);
            final Bundle adapted = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
            assertEquals(version.sha256(), adapted.sha256());
            final BundleFiles shipped = BundleStore.read(POLICY);
            assertEquals(-1, Arrays.mismatch(shipped.copy(BundlePart.LEARNER), files.copy(BundlePart.LEARNER)));
            assertTrue(Arrays.mismatch(shipped.copy(BundlePart.WEIGHTS), files.copy(BundlePart.WEIGHTS)) >= 0);
        }
        final String frames = "frames_sha256";
        assertEquals(
                JsonDocument.of(folder.resolve("first.json")).text(frames),
                JsonDocument.of(folder.resolve("second.json")).text(frames));
    }

    @Test
    void learnsFromItsOwnStepsTwiceTheSame() throws IOException {
        final String[] settings = {"--adapt-road", "own", "--seconds", "28", "--adapt-watch", "20"};
        final Cli first = run("first", settings);
        assertTrue(first.out().contains("adapt: version 1 is tried"), first::toString);
        run("second", settings);
        try (VersionStore one = versions("first");
                VersionStore two = versions("second")) {
            assertEquals(1, one.versions().size());
            assertEquals(one.versions(), two.versions(), "the same bits, down to the hash of the weights");
            assertTrue(one.version(1).maker().startsWith("own steps, output layer, "), one.version(1)::toString);
        }
        final String frames = "frames_sha256";
        assertEquals(
                JsonDocument.of(folder.resolve("first.json")).text(frames),
                JsonDocument.of(folder.resolve("second.json")).text(frames));
    }

    @Test
    void refusesPoliciesThatCarryNothingToLearnFrom() {
        final Cli cli = Cli.run(
                "run",
                "--lockstep",
                "--no-view",
                "--policy",
                "../../policies/trained/a1-stage2-ep-ltc.zip",
                "--adapt",
                "--store",
                "" + folder,
                "--seconds",
                "1");
        assertEquals(ExitCode.USAGE, cli.code(), cli::toString);
        assertTrue(cli.err().contains("carries nothing that learning could go on from"), cli.err());
        assertEquals(1, cli.err().lines().count(), cli.err());
    }

    /** Whether the learner gets a core at all is the machine's affair; the walk is the same. */
    @Test
    void inRealTimeTheLearnerIsAProcessThatEndsWithTheRun() throws IOException {
        final Path config = WideLimits.file(folder);
        final Cli cli = Cli.run(
                "run",
                "--no-view",
                "--policy",
                "" + POLICY,
                "--config",
                "" + config,
                "--rate",
                "500",
                "--adapt",
                "--store",
                "" + folder.resolve("live"),
                "--seconds",
                "4");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().contains("policy 1 at 100 %, as shipped"), cli::toString);
        assertTrue(
                ProcessHandle.current()
                        .children()
                        .noneMatch(
                                child -> child.info().commandLine().orElse("").contains("learner")),
                "a learner is left");
        versions("live").close();
    }

    @Test
    void refusesAStoreThatCannotBeWritten() throws IOException {
        final Path file = Files.writeString(folder.resolve("file"), "");
        final Cli cli = run("file", "--seconds", "1");
        assertEquals(ExitCode.REFUSED, cli.code(), cli::toString);
        assertTrue(cli.err().contains("--store " + file), cli.err());
    }
}
