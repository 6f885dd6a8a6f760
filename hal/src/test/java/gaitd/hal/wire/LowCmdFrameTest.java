package gaitd.hal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LowCmdFrameTest {
    private final ByteBuffer out = WireVectors.direct(LowCmdCodec.SIZE);

    @Test
    void keepsEveryByteOfEveryCapturedCommand() {
        int checked = 0;
        for (String name : WireVectors.names("lowcmd_")) {
            final LowCmdFrame frame = new LowCmdFrame();
            final DecodeResult result = frame.decode(WireVectors.buffer(name), LowCmdCodec.SIZE);
            if (name.equals("lowcmd_first_datagram_of_examples")) {
                assertEquals(DecodeResult.BAD_CRC, result, name);
                continue;
            }
            assertEquals(DecodeResult.OK, result, name);
            frame.encode(out);
            assertArrayEquals(WireVectors.bytes(name), WireVectors.bytes(out), name);
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void reproducesTheKnownCommandFromItsValues() {
        final LowCmdFrame frame = new LowCmdFrame();
        frame.levelFlag = (byte) 0xFF;
        frame.commVersion = 0x1234;
        frame.robotId = 0x5678;
        frame.serialNumber = 0x9ABCDEF0;
        frame.bandWidth = 0x3C;
        for (int i = 0; i < LowCmdFrame.MOTORS; i++) {
            final float tau = (i % 2 == 0 ? 0.65f : -0.65f) * i;
            frame.setMotor(i, i < 12 ? 0x0A : 0, 0.1f * i, 0.01f * i - 0.05f, tau, 5 + 3.3f * i, 0.5f + 0.25f * i);
            for (int w = 0; w < 3; w++) {
                frame.motorReserve[3 * i + w] = ((w + 1) << 24) + i;
            }
        }
        for (int lamp = 0; lamp < 4; lamp++) {
            for (int c = 0; c < 3; c++) {
                frame.led[3 * lamp + c] = (byte) (16 * (c + 1) + lamp);
            }
        }
        for (int i = 0; i < frame.remote.length; i++) {
            frame.remote[i] = (byte) (0x80 + i);
        }
        frame.reserve = 0x11223344;

        frame.encode(out);

        assertArrayEquals(WireVectors.bytes("lowcmd_known"), WireVectors.bytes(out));
    }

    @Test
    void keepsTheBitsOfValuesThatAreNotFinite() {
        final LowCmdFrame frame = new LowCmdFrame();
        frame.q[3] = Float.NaN;
        frame.dq[19] = Float.NEGATIVE_INFINITY;
        frame.encode(out);
        final LowCmdFrame read = new LowCmdFrame();
        assertEquals(DecodeResult.OK, read.decode(out, LowCmdCodec.SIZE));
        assertTrue(Float.isNaN(read.q[3]));
        assertEquals(Float.NEGATIVE_INFINITY, read.dq[19]);
    }

    @Test
    void refusesAnotherSize() {
        assertEquals(
                DecodeResult.WRONG_SIZE,
                new LowCmdFrame().decode(WireVectors.buffer("lowcmd_init"), LowCmdCodec.SIZE - 1));
    }
}
