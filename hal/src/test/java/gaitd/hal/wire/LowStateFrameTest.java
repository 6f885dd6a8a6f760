package gaitd.hal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LowStateFrameTest {
    private final ByteBuffer out = WireVectors.direct(LowStateCodec.SIZE);

    @Test
    void keepsEveryByteOfEveryAcceptedState() {
        for (String name : new String[] {"lowstate_a", "lowstate_level0"}) {
            final LowStateFrame frame = new LowStateFrame();
            assertEquals(DecodeResult.OK, frame.decode(WireVectors.buffer(name), LowStateCodec.SIZE));
            frame.encode(out);
            assertArrayEquals(WireVectors.bytes(name), WireVectors.bytes(out), name);
        }
    }

    @Test
    void reproducesTheCraftedStateFromItsValues() {
        final LowStateFrame frame = new LowStateFrame();
        frame.levelFlag = (byte) 0xFF;
        frame.commVersion = 0x0102;
        frame.robotId = 0x0304;
        frame.serialNumber = 0x05060708;
        frame.bandWidth = 9;
        final float[] imu = {.9f, .1f, -.2f, .3f, .01f, -.02f, .03f, .11f, -.22f, 9.81f, .4f, -.5f, .6f};
        System.arraycopy(imu, 0, frame.imu, 0, imu.length);
        frame.imuTemperatureC = -7;
        for (int i = 0; i < LowStateFrame.MOTORS; i++) {
            final boolean odd = i % 2 == 1;
            frame.mode[i] = (byte) (i < 12 ? 0x0A : i);
            frame.q[i] = .25f + i;
            frame.dq[i] = -.5f - i;
            frame.ddq[i] = (short) (-100 - i);
            frame.tauEst[i] = (short) (odd ? -300 - i : 300 + i);
            frame.qRaw[i] = .125f + i;
            frame.dqRaw[i] = -.0625f - i;
            frame.ddqRaw[i] = (short) (200 + i);
            frame.temperatureC[i] = (byte) (odd ? 30 + i : -20 - i);
            frame.motorReserve[2 * i] = 0xA0000000 + i;
            frame.motorReserve[2 * i + 1] = 0xB0000000 + i;
        }
        final short[] feet = {1, -2, 300, -400, 11, -12, 1300, -1400};
        System.arraycopy(feet, 0, frame.footForce, 0, feet.length);
        frame.tick = 0xCAFEBABE;
        for (int i = 0; i < frame.remote.length; i++) {
            frame.remote[i] = (byte) (0xC0 + i);
        }
        frame.reserve = 0x99887766;

        frame.encode(out);

        assertArrayEquals(WireVectors.bytes("lowstate_a"), WireVectors.bytes(out));
    }

    @Test
    void refusesDamageAndAnotherSize() {
        final LowStateFrame frame = new LowStateFrame();
        assertEquals(DecodeResult.BAD_CRC, frame.decode(WireVectors.buffer("lowstate_badcrc"), LowStateCodec.SIZE));
        assertEquals(DecodeResult.WRONG_SIZE, frame.decode(WireVectors.buffer("lowstate_a"), LowStateCodec.SIZE - 1));
    }
}
