package gaitd.bench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleStore;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with policies that were imported, signed and measured by commands of every module. */
class RunPolicyTest {
    /** 12 inputs, 16 outputs. */
    private static final String GRU =
            "../../policies/src/test/resources/gaitd/policies/golden/cells/gru_16_in12.safetensors";

    @TempDir
    Path folder;

    private Path untrained(final String name, final long seed) throws IOException {
        final Path path = folder.resolve(name);
        BundleStore.write(UntrainedPolicy.bundle(8, seed, Config.defaults()), path);
        return path;
    }

    /** A recurrent network with a manifest of our own, made by the commands a person would use. */
    private Path imported(final String name, final String act, final UnaryOperator<String> edit) throws IOException {
        final Path head = folder.resolve(name + ".toml");
        Files.writeString(
                head,
                edit.apply(Cli.run("policy", "template", "--observe", "joint_offset", "--act", act)
                        .out()));
        final Path path = folder.resolve(name);
        final Cli made = Cli.run(
                "policy", "import", GRU, "--kind", "gru", "--manifest", head.toString(), "--out", path.toString());
        assertEquals(ExitCode.OK, made.code(), made::toString);
        return path;
    }

    private static String small(final String head) {
        return head.replace("scale = 1.0", "scale = 0.05");
    }

    private Cli run(final String... more) {
        final List<String> args = new ArrayList<>(List.of("run", "--lockstep", "--seconds", "3", "--vx", "0.3"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private JsonDocument report(final Path policy, final String name, final int code) throws IOException {
        final Path file = folder.resolve(name);
        final Cli run = run("--policy", policy.toString(), "--json", file.toString());
        assertEquals(code, run.code(), run::toString);
        return JsonDocument.of(file);
    }

    @Test
    void walksWithAPolicyAndReportsIt() throws IOException {
        final Path policy = untrained("a.zip", 1);
        final JsonDocument first = report(policy, "first.json", ExitCode.OK);
        assertEquals("untrained-ltc-8", first.text("policies", 0));
        assertEquals(64, first.text("policies_sha256", 0).length());
        assertEquals("none", first.text("policy_fault"));
        assertTrue(first.number("policy_ticks") >= 300, first::toString);
        assertTrue(first.has("policy_tick_us"));
        assertEquals(
                first.at("frames_sha256"),
                report(policy, "again.json", ExitCode.OK).at("frames_sha256"));
        assertNotEquals(
                first.at("frames_sha256"),
                report(untrained("b.zip", 2), "other.json", ExitCode.OK).at("frames_sha256"));
    }

    @Test
    void inSimulationTheBestTrainedPolicyWalksUnlessNoneIsWanted() throws IOException {
        final Cli best = run();
        assertEquals(ExitCode.OK, best.code(), best::toString);
        assertTrue(best.out().startsWith("policy 1: " + TrainedPolicies.BEST + " at 100 Hz"), best.out());
        final Cli none = run("--policy", "none");
        assertEquals(ExitCode.OK, none.code(), none::toString);
        assertFalse(none.out().contains("policy 1"), none.out());
        assertTrue(run("--policy", "none", "--policy", TrainedPolicies.BEST.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("--policy none contradicts another"));
    }

    @Test
    void whereTheBestDoesNotFitTheBareGaitWalksAndSaysWhy() {
        final Cli slower = run("--rate", "400");
        assertEquals(ExitCode.OK, slower.code(), slower::toString);
        assertTrue(slower.out().startsWith("walks without a policy: "), slower.out());
        assertTrue(slower.out().contains("the control loop runs at 400.0"), slower.out());
    }

    @Test
    void walksWithAnImportedPolicy() throws IOException {
        final Path policy = imported("gru", "joint_offset,oscillator_amplitude_offset", RunPolicyTest::small);
        final Cli run = run("--policy", policy.toString());
        assertEquals(ExitCode.OK, run.code(), run::toString);
        assertTrue(run.out().startsWith("policy 1: policy at 100 Hz, unsigned, SHA-256 "), run.out());
        assertTrue(run.out().contains("WALK     policy 1 at "), run.out());
    }

    @Test
    void walksTheWalkThatItsPolicyWasTrainedOnAndNoOther() throws IOException {
        final Path low = imported("low", "joint_offset,oscillator_amplitude_offset", RunPolicyTest::small);
        final Path high = imported(
                "high",
                "joint_offset,oscillator_amplitude_offset",
                head -> small(head).replace("[[observation]]", "[gait]\nheight_m = 0.3\n\n[[observation]]"));
        final JsonDocument lower = report(low, "low.json", ExitCode.OK);
        final JsonDocument higher = report(high, "high.json", ExitCode.OK);
        assertEquals(0, lower.size("settings"), lower::toString);
        assertEquals("gait.height_m = 0.3 (policy policy)", higher.text("settings", 0));
        assertNotEquals(lower.at("frames_sha256"), higher.at("frames_sha256"));
        final Path config = folder.resolve("robot.toml");
        Files.writeString(config, "gait.height_m = 0.25\n");
        final String line =
                run("--policy", high.toString(), "--config", config.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("trained with gait.height_m = 0.3, here it is 0.25 ("), line);
    }

    @Test
    void aPolicyBeyondItsBoundsIsTakenOffAndTheRobotWalksOn() throws IOException {
        final Path policy = imported(
                "wild",
                "joint_offset,oscillator_amplitude_offset",
                head -> head.replaceAll("min = -0.*\nmax = 0.*", "min = -0.01\nmax = 0.01"));
        final Path file = folder.resolve("wild.json");
        final Cli run = run("--policy", policy.toString(), "--json", file.toString());
        assertEquals(ExitCode.FAILED, run.code(), run::toString);
        assertTrue(run.out().contains("POLICY FAULT OUT_OF_BOUNDS of policy 1"), run.out());
        assertTrue(run.out().contains("policy OUT_OF_BOUNDS at "), run.out());
        assertTrue(run.out().contains("done, the robot lies, but a policy was taken off"), run.out());
        final JsonDocument report = JsonDocument.of(file);
        assertEquals("OUT_OF_BOUNDS", report.text("policy_fault"));
        assertEquals("none", report.text("fault"));
        assertTrue(report.number("distance_m") > 0.5, report::toString);
    }

    @Test
    void aPolicyMovesTheLegsAlone() throws IOException {
        final JsonDocument trot = report(ClockTrot.write(folder), "trot.json", ExitCode.OK);
        assertEquals("none", trot.text("policy_fault"));
        assertEquals("none", trot.text("fault"));
        assertEquals(0, trot.number("falls"), trot::toString);
        assertTrue(trot.number("distance_m") > 1, trot::toString);
    }

    @Test
    void refusesABundleThatDoesNotFitBeforeAnythingMoves() throws IOException {
        final Path policy = untrained("a", 1);
        assertTrue(run("--policy", policy.toString(), "--rate", "400")
                .refusedWith(ExitCode.USAGE)
                .contains("tick_hz: 500.0, the control loop runs at 400.0"));
        final Path wide = imported("wide", "joint_offset,oscillator_amplitude_offset", UnaryOperator.identity());
        final Path config = Files.writeString(folder.resolve("robot.toml"), "policy.offset_max_rad = 0.2\n");
        final String line =
                run("--policy", wide.toString(), "--config", config.toString()).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("joint_offset may go from -0.25 to 0.25 rad at FR_hip"), line);
        assertTrue(line.contains("policy.offset_max_rad = 0.2"), line);
        final Cli check = Cli.run("policy", "check", wide.toString(), "--config", config.toString());
        assertEquals(ExitCode.FAILED, check.code(), check::toString);
        assertTrue(check.out().contains("policy.offset_max_rad = 0.2"), check::toString);
        assertTrue(run("--policy", folder.resolve("none").toString())
                .refusedWith(ExitCode.REFUSED)
                .contains("no such file"));
        final Path manifest = policy.resolve("manifest.toml");
        Files.writeString(manifest, Files.readString(manifest).replace("FR_hip", "FL_hip"));
        assertTrue(
                run("--policy", policy.toString()).refusedWith(ExitCode.USAGE).contains("manifest.toml"));
    }

    @Test
    void refusesBundlesWithoutTheRequiredSignature() throws IOException {
        final Path policy = untrained("a.zip", 1);
        final String lab = folder.resolve("lab").toString();
        assertEquals(ExitCode.OK, Cli.run("policy", "keygen", lab).code());
        assertTrue(run("--policy", policy.toString(), "--require-key", lab + ".pub")
                .refusedWith(ExitCode.USAGE)
                .contains("there is none, required is one by key"));
        assertTrue(
                run("--require-key", lab + ".pub").refusedWith(ExitCode.USAGE).contains("give --policy BUNDLE"));
        assertEquals(
                ExitCode.OK,
                Cli.run("policy", "sign", policy.toString(), "--key", lab + ".key")
                        .code());
        assertEquals(
                ExitCode.OK,
                run("--policy", policy.toString(), "--require-key", lab + ".pub")
                        .code());
    }

    @Test
    void measuresTheTicksOfAPolicy() throws IOException {
        final Path json = folder.resolve("bench.json");
        final Path saved = folder.resolve("saved.zip");
        final Cli bench = Cli.run(
                "bench",
                "policy",
                "--seconds",
                "1",
                "--units",
                "8",
                "--save",
                saved.toString(),
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        assertEquals(100, JsonDocument.of(Files.readAllBytes(json)).number("policy_steps"));
        assertEquals(ExitCode.OK, Cli.run("policy", "check", saved.toString()).code());
    }
}
