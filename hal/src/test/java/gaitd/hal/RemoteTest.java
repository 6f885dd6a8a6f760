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
    @CsvSource({
        "0, R1",
        "1, L1",
        "2, START",
        "3, SELECT",
        "4, R2",
        "5, L2",
        "6, F1",
        "7, F2",
        "8, A",
        "9, B",
        "10, X",
        "11, Y",
        "12, UP",
        "13, RIGHT",
        "14, DOWN",
        "15, LEFT"
    })
    void readsButtonsByTheirBits(final int bit, final RemoteButton button) {
        bytes.putShort(2, (short) (1 << bit));
        remote.set(wire);
        assertTrue(remote.present);
        for (final RemoteButton each : RemoteButton.values()) {
            assertEquals(each == button, remote.isPressed(each), each::name);
        }
    }

    @Test
    void readsSticksWhereTheyAre() {
        bytes.putFloat(4, 0.25f).putFloat(8, -0.5f).putFloat(12, 0.75f).putFloat(20, -1.05f);
        remote.set(wire);
        assertEquals(0.25, remote.lx);
        assertEquals(-0.5, remote.rx);
        assertEquals(0.75, remote.ry);
        assertEquals(-1, remote.ly);
    }

    @Test
    void readsHowFarL2IsPressed() {
        bytes.putFloat(16, 0.5f);
        remote.set(wire);
        assertEquals(0.5, remote.l2);
        bytes.putShort(2, (short) 1).putFloat(16, Float.NaN);
        remote.set(wire);
        assertEquals(0, remote.l2);
        assertTrue(remote.isPressed(RemoteButton.R1));
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
