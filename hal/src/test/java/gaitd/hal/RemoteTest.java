package gaitd.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {
    private final byte[] wire = new byte[Remote.BYTES];
    private final ByteBuffer bytes = ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN);
    private final Remote remote = new Remote();

    @ParameterizedTest
    @CsvSource({"2, 2", "8, 8", "9, 9", "10, 10", "11, 11", "15, 15"})
    void readsButtonsByTheirBits(final int bit, final int same) {
        bytes.putShort(2, (short) (1 << bit));
        remote.set(wire);
        assertTrue(remote.present);
        assertEquals(1 << same, remote.buttons);
    }

    @Test
    void readsSticksWhereTheyAre() {
        bytes.putFloat(4, 0.25f).putFloat(8, -0.5f).putFloat(12, 0.75f).putFloat(20, -1.05f);
        remote.set(wire);
        assertEquals(0.25, remote.lx);
        assertEquals(-0.5, remote.rx);
        assertEquals(-1, remote.ly);
    }

    @Test
    void nothingButZerosIsNoRemote() {
        remote.set(wire);
        assertFalse(remote.present);
        wire[39] = 1;
        remote.set(wire);
        assertTrue(remote.present);
    }

    @ParameterizedTest
    @ValueSource(floats = {1.11f, -1.11f, Float.NaN, Float.POSITIVE_INFINITY, 1e30f})
    void sticksThatCannotBePressNothing(final float stick) {
        for (final int at : new int[] {4, 8, 12, 20}) {
            bytes.clear().put(new byte[Remote.BYTES]);
            bytes.putShort(2, (short) -1);
            bytes.putFloat(at, stick);
            remote.set(wire);
            assertFalse(remote.present);
            assertEquals(0, remote.buttons);
            assertEquals(0, remote.lx + remote.ly + remote.rx);
        }
    }
}
