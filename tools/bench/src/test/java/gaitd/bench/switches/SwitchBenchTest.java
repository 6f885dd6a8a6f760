package gaitd.bench.switches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.bench.policy.ClockTrot;
import gaitd.policies.bundle.BundleStore;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchBenchTest {
    @TempDir
    Path folder;

    private String bundle;

    @BeforeEach
    void write() throws IOException {
        final Path path = folder.resolve("a.zip");
        BundleStore.write(UntrainedPolicy.bundle(8, 1, Config.defaults()), path);
        bundle = path.toString();
    }

    @Test
    void countsSwitchesOfRobotsThatStayUp() throws IOException {
        final Path json = folder.resolve("switch.json");
        final Cli bench = Cli.run(
                "bench",
                "switch",
                bundle,
                "--seeds=2",
                "--seconds=4",
                "--vx=0.3",
                "--vary=mild",
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        assertTrue(bench.out().contains("2 walks, 8 s, "), bench::toString);
        final JsonDocument report = JsonDocument.of(json);
        assertEquals(0, report.number("falls"));
        assertTrue(report.number("switches") >= 2, report::toString);
        assertTrue(report.number("target_step_max_rad") > 0, report::toString);
    }

    @Test
    void switchesToAPolicyThatMovesTheLegsAloneAndBack() throws IOException {
        final Path json = folder.resolve("legs.json");
        final String legs = ClockTrot.write(folder).toString();
        final Cli bench = Cli.run(
                "bench", "switch", legs, bundle, "--seeds=3", "--seconds=6", "--vx=-0.3", "--json", json.toString());
        assertEquals(ExitCode.OK, bench.code(), bench::toString);
        assertTrue(JsonDocument.of(json).number("mean_vx_m_s") < -0.2, bench::toString);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertTrue(Cli.run("bench", "switch", bundle, "--seeds", "0")
                .refusedWith(ExitCode.USAGE)
                .contains("--seeds"));
        assertTrue(Cli.run("bench", "switch", bundle, "--vx", "9")
                .refusedWith(ExitCode.USAGE)
                .contains("--vx"));
    }
}
