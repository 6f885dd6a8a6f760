package gaitd.robot.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.hal.bus.ImuPort;
import gaitd.hal.serial.PseudoTerminal;
import gaitd.policies.text.TomlReader;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ImuPlanTest {
    private static final Path FILE = Path.of("/robots/one/bus.toml");
    private static final long PATIENCE_NS = 2_000_000_000L;

    /** Level, 0.5 rad/s about its x, 9.75 m/s^2 along its z. */
    private static final byte[] MESSAGE = HexFormat.of()
            .parseHex("faff3631" + "201010" + "3f800000" + "000000000000000000000000" + "80200c" + "3f000000"
                    + "0000000000000000" + "40200c" + "0000000000000000" + "411c0000" + "e7");

    private static ImuPlan plan(final String text) {
        return ImuPlan.read(FILE, TomlReader.parse(text, FILE.toString(), ConfigException.thrower()));
    }

    @Test
    void theBoardOrASerialPort() {
        final ImuPlan board = plan("board = \"192.168.123.10:8007\"");
        assertEquals("192.168.123.10", board.board().getHostString());
        assertEquals(8007, board.board().getPort());
        assertNull(board.device());
        final ImuPlan serial = plan("serial = \"imu\"");
        assertNull(serial.board());
        assertEquals(Path.of("/robots/one/imu"), serial.device());
        assertEquals(115_200, serial.baud());
        assertNull(serial.lock());
        final ImuPlan other = plan("serial = \"/dev/ttyUSB7\"\nbaud = 921600\nmounting = \"-y x z\"");
        assertEquals(Path.of("/dev/ttyUSB7"), other.device());
        assertEquals(921_600, other.baud());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | [imu] names neither board nor serial; expected one of them",
                "board='h:1'~serial='p' | [imu] names board and serial; expected one of them",
                "board='h' | imu.board = h is not HOST:PORT; expected such as 192.168.123.10:8007",
                "board='h:65536' | is not HOST:PORT",
                "board='h:1'~baud=9600 | baud",
                "serial='p'~baud=9599 | baud",
                "serial='p'~baud=4000001 | baud",
                "serial='p'~mounting='x y -z' | imu.mounting: an IMU is not mounted as 'x y -z': expected"
            },
            quoteCharacter = '\0')
    void whatCannotBeIsRefusedInOneLine(final String text, final String told) {
        final String line = assertThrows(
                        ConfigException.class,
                        () -> plan(
                                text.equals("''") ? "" : text.replace('\'', '"').replace('~', '\n')))
                .getMessage();
        assertTrue(line.startsWith(FILE.toString()), line);
        assertTrue(line.contains(told), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void aSerialImuIsOpenedAndItsMountingKept() {
        try (PseudoTerminal far = PseudoTerminal.open();
                ImuPort imu = plan("serial = \"" + far.device() + "\"\nmounting = \"-y x z\"")
                        .open(0)) {
            final Sensed sensed = new Sensed();
            assertTrue(far.line().write(MESSAGE, 0, MESSAGE.length));
            final long endNs = System.nanoTime() + PATIENCE_NS;
            boolean fresh = false;
            while (!fresh && System.nanoTime() < endNs) {
                fresh = imu.receive(sensed, 0);
            }
            assertTrue(fresh);
            assertArrayEquals(new double[] {0, 0.5, 0}, sensed.gyro, 1e-9);
            assertArrayEquals(new double[] {0, 0, 9.75}, sensed.accelerometer, 1e-9);
            assertEquals(far.device(), imu.name());
        }
    }
}
