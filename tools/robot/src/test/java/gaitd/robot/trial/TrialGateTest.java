package gaitd.robot.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.report.Report;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real robot takes a policy only after a trial. The address is one that no robot can have, so what passes the gate is refused by the system. */
class TrialGateTest {
    private static final String NOWHERE = "udp://255.255.255.255:8007";

    @TempDir
    Path folder;

    private Path bundle;
    private Path trials;

    @BeforeEach
    void write() throws IOException {
        bundle = TrialBundles.gentle(folder);
        trials = Files.createDirectories(folder.resolve("trials"));
    }

    @Test
    void refusesAPolicyThatWasNotTried() {
        for (final String command : List.of("run", "control")) {
            final String line = start(command).refusedWith(ExitCode.USAGE);
            assertTrue(line.contains("--policy " + bundle + ": has not been tried"), line);
            assertTrue(line.contains("'gaitd policy try " + bundle + "'") && line.contains("--untried"), line);
        }
    }

    @Test
    void takesOneThatPassed() throws IOException {
        remember(true, Version.TEXT, List.of());
        assertTrue(start("control").refusedWith(ExitCode.REFUSED).contains("255.255.255.255"));
    }

    @Test
    void takesAnUntriedOneWhenTold() {
        final Cli told = start("control", "--untried");
        assertTrue(told.refusedWith(ExitCode.REFUSED).contains("255.255.255.255"));
        assertTrue(told.out().contains("policy 1: has not been tried"), told::toString);
    }

    @Test
    void refusesOneThatDidNotPass() throws IOException {
        remember(false, Version.TEXT, List.of());
        assertTrue(start("run").refusedWith(ExitCode.USAGE).contains("was tried and has not passed"));
    }

    @Test
    void refusesOneThatPassedWithOtherSettings() throws IOException {
        remember(true, Version.TEXT, List.of("gait.height_m = 0.25"));
        final String line = start("run").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("with other settings: then gait.height_m = 0.25;"), line);
        remember(true, Version.TEXT, List.of());
        final Path config = Files.writeString(folder.resolve("robot.toml"), "[policy]\nblend_s = 1\n");
        final String other = start("run", "--config", config.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("with other settings: here policy.blend_s = 1;"), other);
    }

    @Test
    void tellsOfATrialByAnotherVersion() throws IOException {
        remember(true, "0.0.1", List.of());
        final Cli told = start("control");
        assertEquals(ExitCode.REFUSED, told.code(), told::toString);
        assertTrue(told.out().contains("was tried with gaitd 0.0.1, this is " + Version.TEXT), told::toString);
    }

    @Test
    void refusesAFileThatIsNoTrial() throws IOException {
        Files.writeString(trials.resolve(sha256() + ".json"), "{}");
        assertTrue(start("run").refusedWith(ExitCode.REFUSED).contains("is not a trial"));
    }

    @Test
    void asksForNoTrialAtALoopbackAddress() {
        final Cli told = Cli.run(
                "run",
                "--robot",
                "udp://127.0.0.1:9",
                "--policy",
                bundle.toString(),
                "--trials",
                trials.toString(),
                "--seconds",
                "9999999");
        assertTrue(told.refusedWith(ExitCode.USAGE).contains("--seconds"), told::toString);
    }

    private Cli start(final String command, final String... more) {
        final List<String> words = new ArrayList<>(
                List.of(command, "--robot", NOWHERE, "--policy", bundle.toString(), "--trials", trials.toString()));
        if (command.equals("control")) {
            words.addAll(List.of("--shared", folder.resolve("shared").toString()));
        }
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    private void remember(final boolean passed, final String version, final List<String> settings) throws IOException {
        new Report()
                .put("pass", passed)
                .put("version", version)
                .put("settings", settings)
                .write(trials.resolve(sha256() + ".json"));
    }

    private String sha256() throws IOException {
        return Bundle.open(BundleStore.read(bundle), Trust.ANYBODY, null, Networks.FASTEST)
                .sha256();
    }
}
