package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SerialDeviceTest {
    private static final long PATIENCE_NS = 2_000_000_000L;

    /** All 256 values: none is a character that a terminal would act on. */
    @Test
    void everyByteGoesThroughBothWays() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            final byte[] all = new byte[256];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) i;
            }
            assertTrue(near.write(all, 0, all.length));
            assertArrayEquals(all, taken(far.line(), all.length));
            assertTrue(far.line().write(all, 0, all.length));
            assertArrayEquals(all, taken(near, all.length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {115_200, 4_000_000, 4_800_000, 5_000_000})
    void speedsAreSetAndReadBack(final int baud) {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), baud)) {
            assertEquals(baud, near.setup().baud());
        }
    }

    @Test
    void anAnswerInPiecesIsReadInPieces() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            final byte[] into = new byte[78];
            assertEquals(0, near.read(into, 0, into.length));
            assertTrue(far.line().write(new byte[26], 0, 26));
            assertTrue(near.await(PATIENCE_NS));
            assertEquals(26, near.read(into, 0, into.length));
            assertTrue(far.line().write(new byte[52], 0, 52));
            assertTrue(near.await(PATIENCE_NS));
            assertEquals(10, near.read(into, 26, 10));
            assertEquals(42, near.read(into, 36, 42));
            assertEquals(0, near.read(into, 0, into.length));
        }
    }

    @Test
    void waitingEndsAtItsTime() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            final long began = System.nanoTime();
            assertFalse(near.await(30_000_000L));
            assertTrue(System.nanoTime() - began >= 30_000_000L);
            assertFalse(near.lost());
        }
    }

    @Test
    void anUnpluggedDeviceIsLostAtOnceAndStaysSo() {
        final PseudoTerminal far = PseudoTerminal.open();
        try (SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            far.close();
            final byte[] bytes = new byte[78];
            assertFalse(near.await(PATIENCE_NS));
            assertTrue(near.lost());
            assertEquals(SerialLine.LOST, near.read(bytes, 0, bytes.length));
            assertFalse(near.write(bytes, 0, 34));
        }
    }

    @Test
    void readingAndWritingNoticeALostDeviceToo() {
        final byte[] bytes = new byte[78];
        final PseudoTerminal read = PseudoTerminal.open();
        try (SerialDevice near = SerialDevice.open(read.device(), 4_800_000)) {
            read.close();
            assertEquals(SerialLine.LOST, near.read(bytes, 0, bytes.length));
            assertTrue(near.lost());
        }
        final PseudoTerminal written = PseudoTerminal.open();
        try (SerialDevice near = SerialDevice.open(written.device(), 4_800_000)) {
            written.close();
            assertFalse(near.write(bytes, 0, 34));
            assertTrue(near.lost());
        }
    }

    @Test
    void theDeviceMayBeOpenedAgain() {
        try (PseudoTerminal far = PseudoTerminal.open()) {
            for (int i = 1; i <= 3; i++) {
                try (SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
                    assertTrue(near.write(new byte[] {(byte) i}, 0, 1));
                    assertArrayEquals(new byte[] {(byte) i}, taken(far.line(), 1));
                }
                assertEquals(0, far.line().read(new byte[1], 0, 1));
                assertFalse(far.line().lost());
            }
        }
    }

    /** What arrives, until it is complete. */
    private static byte[] taken(final SerialLine line, final int length) {
        final byte[] into = new byte[length];
        int got = 0;
        while (got < length && line.await(PATIENCE_NS)) {
            got += line.read(into, got, length - got);
        }
        return Arrays.copyOf(into, got);
    }
}
