package gaitd.hal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowStateCodecTest {
    private final ByteBuffer wire = WireVectors.direct(LowStateCodec.SIZE);
    private final Sensed read = new Sensed();

    @Test
    void decodesTheCraftedStateAsTheVendorDoes() {
        for (String name : new String[] {"lowstate_a", "lowstate_level0"}) {
            assertEquals(DecodeResult.OK, LowStateCodec.decode(WireVectors.buffer(name), LowStateCodec.SIZE, read));
            assertArrayEquals(new double[] {.9f, .1f, -.2f, .3f}, read.quaternion);
            assertArrayEquals(new double[] {.01f, -.02f, .03f}, read.gyro);
            assertArrayEquals(new double[] {.11f, -.22f, 9.81f}, read.accelerometer);
            assertArrayEquals(new double[] {.4f, -.5f, .6f}, read.rpy);
            assertEquals(-7, read.imuTemperatureC);
            for (int j = 0; j < A1.JOINTS; j++) {
                final boolean odd = j % 2 == 1;
                assertEquals(10, read.motorMode[j]);
                assertEquals(.25 + j, read.q[j]);
                assertEquals(-.5 - j, read.dq[j]);
                assertEquals(-100 - j, read.ddq[j]);
                assertEquals((odd ? -300 - j : 300 + j) / 256.0, read.tauEst[j]);
                assertEquals(odd ? 30 + j : -20 - j, read.motorTemperatureC[j]);
            }
            assertArrayEquals(new int[] {1, -2, 300, -400}, read.footForce);
            assertEquals(3405691582L, read.robotTick);
            assertEquals((byte) 0xE7, read.wirelessRemote[39]);
        }
    }

    @Test
    void leavesTimeAndSequenceToTheCaller() {
        read.receivedAtNs = 17;
        read.sequence = 18;
        final ByteBuffer in = WireVectors.buffer("lowstate_a");
        assertEquals(DecodeResult.OK, LowStateCodec.decode(in, LowStateCodec.SIZE, read));
        assertEquals(17, read.receivedAtNs);
        assertEquals(18, read.sequence);
    }

    @Test
    void roundTripsRandomReadings() {
        final long seed = 6;
        final Random random = new Random(seed);
        for (int trial = 0; trial < 500; trial++) {
            final Sensed in = randomReading(random);
            LowStateCodec.encode(in, wire);
            assertEquals(DecodeResult.OK, LowStateCodec.decode(wire, LowStateCodec.SIZE, read));
            final String message = "seed " + seed;
            assertArrayEquals(in.motorMode, read.motorMode, message);
            assertArrayEquals(in.q, read.q, message);
            assertArrayEquals(in.dq, read.dq, message);
            assertArrayEquals(in.ddq, read.ddq, message);
            assertArrayEquals(in.tauEst, read.tauEst, message);
            assertArrayEquals(in.motorTemperatureC, read.motorTemperatureC, message);
            assertArrayEquals(in.quaternion, read.quaternion, message);
            assertArrayEquals(in.gyro, read.gyro, message);
            assertArrayEquals(in.accelerometer, read.accelerometer, message);
            assertArrayEquals(in.rpy, read.rpy, message);
            assertEquals(in.imuTemperatureC, read.imuTemperatureC, message);
            assertArrayEquals(in.footForce, read.footForce, message);
            assertEquals(in.robotTick, read.robotTick, message);
            assertArrayEquals(in.wirelessRemote, read.wirelessRemote, message);
        }
    }

    @Test
    void writesRawValuesLikeFilteredOnesAndTheRestZero() {
        final Sensed in = randomReading(new Random(7));
        for (int i = 0; i < LowStateCodec.SIZE; i++) {
            wire.put(i, (byte) 0x5A);
        }
        LowStateCodec.encode(in, wire);
        final LowStateFrame frame = new LowStateFrame();
        assertEquals(DecodeResult.OK, frame.decode(wire, LowStateCodec.SIZE));
        assertEquals((byte) 0xFF, frame.levelFlag);
        assertEquals(0, frame.serialNumber);
        assertEquals(0, frame.reserve);
        assertArrayEquals(frame.q, frame.qRaw);
        assertArrayEquals(frame.dq, frame.dqRaw);
        assertArrayEquals(frame.ddq, frame.ddqRaw);
        assertArrayEquals(new int[40], frame.motorReserve);
        assertArrayEquals(new short[4], Arrays.copyOfRange(frame.footForce, 4, 8));
        assertArrayEquals(new float[8], Arrays.copyOfRange(frame.q, 12, 20));
    }

    @Test
    void saturatesIntegers() {
        final Sensed in = new Sensed();
        in.ddq[0] = 1e6;
        in.ddq[1] = -1e6;
        in.tauEst[2] = 500;
        in.motorTemperatureC[3] = 400;
        in.motorTemperatureC[4] = -400;
        in.imuTemperatureC = 128;
        in.footForce[0] = 40000;
        in.footForce[1] = -40000;
        LowStateCodec.encode(in, wire);
        assertEquals(DecodeResult.OK, LowStateCodec.decode(wire, LowStateCodec.SIZE, read));
        assertEquals(32767, read.ddq[0]);
        assertEquals(-32768, read.ddq[1]);
        assertEquals(32767 / 256.0, read.tauEst[2]);
        assertEquals(127, read.motorTemperatureC[3]);
        assertEquals(-128, read.motorTemperatureC[4]);
        assertEquals(127, read.imuTemperatureC);
        assertEquals(32767, read.footForce[0]);
        assertEquals(-32768, read.footForce[1]);
    }

    @Test
    void refusesWrongSizes() {
        for (int length : new int[] {-1, 0, 610, 770, 772, 891}) {
            assertRefused(DecodeResult.WRONG_SIZE, WireVectors.buffer("lowstate_a"), length);
        }
    }

    @Test
    void refusesABadChecksum() {
        assertRefused(DecodeResult.BAD_CRC, WireVectors.buffer("lowstate_badcrc"), LowStateCodec.SIZE);
    }

    @Test
    void refusesEveryValueThatIsNotFinite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int i = 0; i < 13; i++) {
                assertRefusesFloatAt(10 + 4 * i, bad);
            }
            for (int j = 0; j < A1.JOINTS; j++) {
                assertRefusesFloatAt(63 + 32 * j + 1, bad);
                assertRefusesFloatAt(63 + 32 * j + 5, bad);
            }
        }
    }

    @Test
    void ignoresRawValuesAndAbsentMotors() {
        final ByteBuffer in = WireVectors.buffer("lowstate_a");
        in.putFloat(63 + 13, Float.NaN);
        in.putFloat(63 + 32 * 12 + 1, Float.NaN);
        Crc32Words.seal(in, LowStateCodec.SIZE);
        assertEquals(DecodeResult.OK, LowStateCodec.decode(in, LowStateCodec.SIZE, read));
    }

    private void assertRefusesFloatAt(final int offset, final float bad) {
        final ByteBuffer in = WireVectors.buffer("lowstate_a");
        in.putFloat(offset, bad);
        Crc32Words.seal(in, LowStateCodec.SIZE);
        assertRefused(DecodeResult.NOT_FINITE, in, LowStateCodec.SIZE);
    }

    private void assertRefused(final DecodeResult why, final ByteBuffer in, final int length) {
        assertEquals(why, LowStateCodec.decode(in, length, read));
        assertArrayEquals(new double[] {1, 0, 0, 0}, read.quaternion);
        assertArrayEquals(new double[12], read.q);
        assertArrayEquals(new int[12], read.motorMode);
        assertEquals(0, read.robotTick);
    }

    private static Sensed randomReading(final Random random) {
        final Sensed in = new Sensed();
        for (double[] floats : new double[][] {in.q, in.dq, in.quaternion, in.gyro, in.accelerometer, in.rpy}) {
            Arrays.setAll(floats, i -> (float) random.nextGaussian());
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            in.motorMode[j] = random.nextInt(256);
            in.ddq[j] = random.nextInt(-32768, 32768);
            in.tauEst[j] = random.nextInt(-32768, 32768) / 256.0;
            in.motorTemperatureC[j] = random.nextInt(-128, 128);
        }
        in.imuTemperatureC = random.nextInt(-128, 128);
        Arrays.setAll(in.footForce, i -> random.nextInt(-32768, 32768));
        in.robotTick = random.nextInt() & 0xFFFFFFFFL;
        random.nextBytes(in.wirelessRemote);
        return in;
    }
}
