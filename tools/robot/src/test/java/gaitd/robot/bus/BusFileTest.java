package gaitd.robot.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.bus.BusTiming;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.zeros.JointZero;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import gaitd.runtime.zeros.ZeroMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusFileTest {
    private static final String PORTS = "[ports]\nFR = \"a\"\nFL = \"b\"\nRR = \"c\"\nRL = \"d\"\n";
    private static final String IMU = "[imu]\nboard = \"127.0.0.1:9\"\n";

    @TempDir
    Path folder;

    @BeforeEach
    void zeros() throws IOException {
        Files.writeString(folder.resolve("zeros.toml"), zeros("a", "b", "c", "d"));
    }

    private String zeros(final String... ports) {
        final List<JointZero> joints = new ArrayList<>();
        for (int j = 0; j < A1.JOINTS; j++) {
            joints.add(new JointZero(1, j, A1.positionMinRad(j), A1.positionMaxRad(j), 0));
        }
        final List<String> devices = new ArrayList<>();
        for (final String port : ports) {
            devices.add(folder.resolve(port).toString());
        }
        return ZeroFile.text(new JointZeros("now", ZeroMethod.STOPS, devices, joints));
    }

    private Path write(final String text) throws IOException {
        return Files.writeString(folder.resolve("bus.toml"), text);
    }

    @Test
    void saysWhereEverythingIs() throws IOException {
        final Path file = write(PORTS + "[bus]\nzeros = \"zeros.toml\"\n" + IMU);
        final BusPlan plan = BusFile.read(file);
        assertEquals(folder.resolve("b"), plan.ports().get(A1.FL));
        assertEquals(4_800_000, plan.baud());
        assertEquals(9, plan.imu().board().getPort());
        assertEquals(7, plan.zeros().calibration().zeroRad(7));
        assertFalse(plan.isSimulated(), "ports that are not there may be a robot's");
        final BusTiming timing = plan.timing(Config.defaults());
        assertEquals(Config.defaults().periodNs(), timing.cycleNs());
        assertEquals(2_000_000, timing.replyTimeoutNs());
        assertEquals(50_000_000, timing.commandTimeoutNs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cycle_us = 499 | cycle_us",
                "cycle_us = 20001 | cycle_us",
                "reply_timeout_us = 299 | reply_timeout_us",
                "command_timeout_ms = 1001 | command_timeout_ms",
                "baud = 9599 | baud",
                "speed = 1 | speed"
            })
    void refusesWhatIsOutOfRangeOrUnknown(final String line, final String key) throws IOException {
        final Path file = write(PORTS + "[bus]\nzeros = \"zeros.toml\"\n" + line + "\n" + IMU);
        final String said =
                assertThrows(ConfigException.class, () -> BusFile.read(file)).getMessage();
        assertTrue(said.contains(key), said);
        assertFalse(said.contains("\n"), said);
    }

    @Test
    void refusesZerosThatAreMissingOrOfOtherPorts() throws IOException {
        final Path file = write(PORTS + "[bus]\nzeros = \"none.toml\"\n" + IMU);
        assertTrue(assertThrows(ConfigException.class, () -> BusFile.read(file))
                .getMessage()
                .contains("gaitd motors calibrate"));
        Files.writeString(folder.resolve("zeros.toml"), zeros("b", "a", "c", "d"));
        final Path other = write(PORTS + "[bus]\nzeros = \"zeros.toml\"\n" + IMU);
        final String said =
                assertThrows(ConfigException.class, () -> BusFile.read(other)).getMessage();
        assertTrue(said.contains("the zeros of leg FR were found on " + folder.resolve("b")), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ports] | FR",
                "[ports];FR = 'a';FL = 'a';RR = 'c';RL = 'd' | names a port twice",
                "[ports];FR = 'a';FL = 'b';RR = 'c';RL = 'd';FX = 'e' | FX"
            })
    void refusesPortsThatAreNotFour(final String lines, final String expected) throws IOException {
        final Path file = write(lines.replace(";", "\n") + "\n[bus]\nzeros = \"zeros.toml\"\n" + IMU);
        final String said =
                assertThrows(ConfigException.class, () -> BusFile.read(file)).getMessage();
        assertTrue(said.contains(expected), said);
    }

    @Test
    void refusesARobotThatIsNotThere() throws IOException {
        final String none =
                Cli.run("run", "--robot", "rs485:" + folder.resolve("no.toml")).refusedWith(ExitCode.USAGE);
        assertTrue(none.contains("no.toml: there is no such file"), none);
        final Path file = write(PORTS + "[bus]\nzeros = \"zeros.toml\"\n" + IMU);
        final String port =
                Cli.run("run", "--robot", "rs485:" + file, "--policy", "none").refusedWith(ExitCode.REFUSED);
        assertTrue(port.contains(folder.resolve("a").toString()), port);
    }
}
