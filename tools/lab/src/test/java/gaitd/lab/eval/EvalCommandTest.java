package gaitd.lab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import gaitd.lab.image.DrawsText;
import gaitd.policies.bundle.BundleStore;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evaluations, short. */
class EvalCommandTest {
    @TempDir
    Path folder;

    private JsonDocument eval(final String... more) throws IOException {
        final Path json = folder.resolve("eval.json");
        final List<String> args =
                new ArrayList<>(List.of("eval", "--distance", "0.3", "--limit", "3", "--json", json.toString()));
        args.addAll(List.of(more));
        final Cli run = Cli.run(args.toArray(String[]::new));
        assertEquals(ExitCode.OK, run.code(), run.err());
        return JsonDocument.of(json);
    }

    private Path bundle() throws IOException {
        final Path path = folder.resolve("untrained");
        BundleStore.write(UntrainedPolicy.bundle(16, 1, Config.defaults()), path);
        return path;
    }

    @DrawsText
    @Test
    void comparesPoliciesOnSeveralGroundsAndWritesEveryKey() throws IOException {
        final JsonDocument result = eval(
                bundle().toString(),
                "--baseline",
                "--terrain",
                "flat,tiles:0.03,side=0.5",
                "--episodes",
                "3",
                "--seeds",
                "2",
                "--push",
                "0.2:1",
                "--apart",
                "--plot",
                folder.resolve("plots").toString());
        assertEquals(6, result.number("episodes"));
        assertEquals(8, result.number("cases"));
        assertEquals("embedded", result.text("engine"));
        assertEquals("flat", result.text("terrain"));
        assertEquals(1, result.number("seed"));
        assertEquals(1, result.number("success"));
        assertEquals(2, result.size("success_ci95"));
        for (final String key :
                new String[] {"velocity_mae", "power_mean_w", "cost_of_transport", "roll_pitch_rate_rms", "tilt_rms"}) {
            assertTrue(result.has(key) && result.has("case8_" + key + "_ci95"), key);
        }
        assertTrue(result.number("power_mean_w") > 5);
        assertEquals("untrained", result.text("case2_policy"));
        assertEquals("push 0.2:1", result.text("case3_condition"));
        assertEquals("tiles:0.03,side=0.5", result.text("case8_terrain"));
        assertNotEquals(result.at("case1_power_mean_w"), result.at("case2_power_mean_w"));
        assertNotEquals(result.at("case1_power_mean_w"), result.at("case3_power_mean_w"));
        for (final String plot : new String[] {"success", "velocity", "power", "transport", "stability"}) {
            assertTrue(Files.size(folder.resolve("plots").resolve(plot + ".png")) > 5_000, plot);
        }
    }

    @Tag("slow")
    @Test
    void seedsDecideWalksAndThreadsDoNot() throws IOException {
        final JsonDocument one = eval("--baseline", "--terrain", "rough:0.02", "--episodes", "10", "--threads", "1");
        final JsonDocument two = eval("--baseline", "--terrain", "rough:0.02", "--episodes", "10", "--threads", "2");
        final JsonDocument other = eval("--baseline", "--terrain", "rough:0.02", "--episodes", "10", "--seed", "2");
        assertEquals(one, two);
        assertNotEquals(one.at("power_mean_w"), other.at("power_mean_w"));
    }

    @Test
    void theLastSeedsThereAreDecideWalksToo() throws IOException {
        final JsonDocument result =
                eval("--baseline", "--episodes", "1", "--seed", "9223372036854775806", "--seeds", "2");
        assertEquals(2, result.number("episodes"));
    }

    @Test
    void walksInMujocoToo() throws IOException {
        try {
            Engine.library();
        } catch (final IOException e) {
            abort("skipped: " + e.getMessage());
        }
        final JsonDocument result =
                eval("--baseline", "--terrain", "tiles:0.02", "--engine", "mujoco", "--episodes", "2");
        assertEquals("mujoco", result.text("engine"));
        assertEquals(1, result.number("success"));
    }

    @Test
    void takesGroundsAndVariationOfATask() throws IOException {
        final JsonDocument result = eval("--baseline", "--task", "a1-stage2", "--episodes", "1");
        assertEquals("tiles:0.06", result.text("terrain"));
        assertEquals("rough:0.05", result.text("case2_terrain"));
        assertEquals("varied as a1-stage2", result.text("condition"));
    }

    private void everyCaseWalks(final String engine) throws IOException {
        final JsonDocument result =
                eval("--baseline", "--case", "all,ice+weak-motor", "--engine", engine, "--episodes", "1");
        final int cases = FieldCases.names().size() + 2;
        assertEquals(cases, result.number("cases"));
        assertEquals("nominal", result.text("case1_case"));
        assertEquals("payload-behind", result.text("case2_condition"));
        assertEquals("ice+weak-motor", result.text("case" + cases + "_case"));
        assertTrue(result.number("reward_1_s") > 0.5);
        final Set<Object> powers = new HashSet<>();
        for (int i = 1; i <= cases; i++) {
            final String own = result.text("case" + i + "_case").equals("slope") ? "slope:12" : "flat";
            assertEquals(own, result.text("case" + i + "_terrain"));
            assertTrue(result.number("case" + i + "_power_mean_w") > 5, engine + " " + i);
            powers.add(result.at("case" + i + "_power_mean_w"));
        }
        assertEquals(cases, powers.size(), engine);
    }

    @Test
    void everyCaseChangesTheWalk() throws IOException {
        everyCaseWalks("embedded");
    }

    @Test
    void everyCaseChangesTheWalkInMujoco() throws IOException {
        try {
            Engine.library();
        } catch (final IOException e) {
            abort("skipped: " + e.getMessage());
        }
        everyCaseWalks("mujoco");
    }

    @Test
    void aWalkThatIsTooSlowFails() throws IOException {
        final JsonDocument result = eval("--baseline", "--vx", "0.05", "--episodes", "2");
        assertEquals(0, result.number("success"));
        assertEquals(0, result.number("falls"));
        assertFalse(result.isNumber("time_s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eval|no policy to evaluate",
                "eval --baseline --episodes 0|--episodes = 0 is out of range",
                "eval --baseline --seed 9223372036854775807 --seeds 2|--seed 9223372036854775807: no --seeds 2 follow",
                "eval --baseline --seed 9223372036854775808|'9223372036854775808' is not a whole number from -92",
                "eval --baseline --vx 9|--vx = 9 is out of range",
                "eval --baseline --terrain tiles:9|tiles:9",
                "eval --baseline --terrain moon|terrain \"moon\" is unknown",
                "eval --baseline --engine bullet|--engine bullet is not a physics engine",
                "eval --baseline --task none-such|task none-such is unknown: expected one of a1-stage1",
                "eval --baseline --payload 99|vary.payload_kg = [99, 99] (--payload) is out of range",
                "eval --baseline --apart|--apart needs at least one of",
                "eval --baseline --terrain png:../../docs/terrains/hills-grey.png,side=10|walks end 4.5 m ahead of the start",
                "eval --baseline --case icy|--case icy is unknown; did you mean ice?; expected payload-behind, weak-motor",
                "eval --baseline --case slope --terrain flat|--terrain flat contradicts --case slope",
                "eval --baseline --case weak-motor+weak-motors|both set vary.motor_strength",
                "eval --baseline --case ice --push 1:1 --apart|--apart contradicts --case",
                "eval --baseline --limit 0|--limit = 0 is out of range",
            })
    void refusesInOneLine(final String command, final String expected) {
        final Cli run = Cli.run(command.split(" "));
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains(expected), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
