package gaitd.robot.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.report.Report;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.OverwrittenOptionException;

/** An option that was renamed is taken under both names, but not under both at once, and shown under one. */
class OldNamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--report"})
    void aResultIsWritten(final String name) throws IOException {
        final Path file = folder.resolve("result.json");
        final Probe probe = Probe.of(name, file.toString());
        probe.json.check();
        assertTrue(probe.json.given());
        probe.json.write(new Report().put("pass", true));
        assertTrue(Files.readString(file).contains("pass"));
        assertFalse(Probe.of().json.given());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plot", "--plots", "--png"})
    void picturesGoThere(final String name) {
        final Probe probe = Probe.of(name, folder.resolve("new").toString());
        probe.plot.checkFolder();
        assertTrue(Files.isDirectory(folder.resolve("new")));
        assertEquals(folder.resolve("new"), probe.plot.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yaw", "--wz"})
    void theRobotTurns(final String name) {
        final Probe probe = Probe.of(name, "-0.5");
        assertTrue(probe.velocities.given());
        assertEquals(-0.5, probe.velocities.yaw(0.5));
        assertEquals(-0.5, probe.velocities.yaw(Config.defaults()));
        assertEquals(
                "--yaw = -0.5 is out of range: expected -0.4 to 0.4 rad/s",
                assertThrows(ConfigException.class, () -> probe.velocities.yaw(0.4))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"--json, --report", "--plot, --plots or --png", "--yaw, --wz"})
    void bothNamesAtOnceAreRefused(final String name, final String old) {
        final Probe probe = Probe.of(name, "0.1", old.split(" ", 2)[0], "0.1");
        assertEquals(
                name + " contradicts " + old + ", its old name: leave " + old + " out",
                assertThrows(ConfigException.class, probe::use).getMessage());
    }

    @Test
    void twoOldNamesAreRefused() {
        assertThrows(OverwrittenOptionException.class, () -> Probe.of("--plots", "a", "--png", "b"));
    }

    @Test
    void aRunTakesTheOldNameOfItsResult() {
        final Path file = folder.resolve("r.json");
        final String[] run = {"run", "--lockstep", "--seconds", "0.1", "--policy", "none", "--report", file.toString()};
        assertEquals(ExitCode.OK, Cli.run(run).code());
        assertTrue(Files.exists(file));
        final Cli both = Cli.run("sim", "--listen", "127.0.0.1:0", "--json", "a", "--report", "b");
        assertEquals(
                "gaitd: --json contradicts --report, its old name: leave --report out",
                both.refusedWith(ExitCode.USAGE));
    }

    @Command(name = "probe")
    private static final class Probe {
        @Mixin
        private JsonOption json;

        @Mixin
        private PlotOption plot;

        @Mixin
        private final VelocityOptions velocities = new VelocityOptions("0");

        static Probe of(final String... args) {
            final Probe probe = new Probe();
            new CommandLine(probe).parseArgs(args);
            return probe;
        }

        void use() {
            json.check();
            plot.path();
            velocities.given();
        }
    }
}
