package gaitd.hal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowCmdCodecTest {
    private final ByteBuffer wire = WireVectors.direct(LowCmdCodec.SIZE);
    private final JointCommands commands = new JointCommands();
    private final JointCommands read = new JointCommands();

    @Test
    void reproducesTheVendorsStandCommand() {
        Arrays.fill(commands.mode, MotorMode.SERVO);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            commands.q[3 * leg + A1.THIGH] = 0.9;
            commands.q[3 * leg + A1.CALF] = -1.8;
        }
        Arrays.fill(commands.kp, 100);
        Arrays.fill(commands.kd, 2);
        assertEncodesTo("lowcmd_stand");
    }

    @Test
    void reproducesTheVendorsInitialisedAndDampingCommands() {
        commands.damp(0);
        Arrays.fill(commands.q, LowCmdCodec.POS_STOP);
        Arrays.fill(commands.dq, LowCmdCodec.VEL_STOP);
        assertEncodesTo("lowcmd_init");

        commands.damp(3);
        Arrays.fill(commands.q, LowCmdCodec.POS_STOP);
        assertEncodesTo("lowcmd_damp");
    }

    @Test
    void overwritesEveryByteOfAUsedBuffer() {
        commands.damp(0);
        Arrays.fill(commands.q, LowCmdCodec.POS_STOP);
        Arrays.fill(commands.dq, LowCmdCodec.VEL_STOP);
        for (int i = 0; i < LowCmdCodec.SIZE; i++) {
            wire.put(i, (byte) 0x5A);
        }
        assertEncodesTo("lowcmd_init");
    }

    @Test
    void matchesTheKnownSumOfATorqueCommand() {
        commands.damp(0);
        for (int j = 0; j < A1.JOINTS; j++) {
            commands.q[j] = LowCmdCodec.POS_STOP;
            commands.dq[j] = LowCmdCodec.VEL_STOP;
            commands.tau[j] = 0.5 * j - 2.75;
        }
        LowCmdCodec.encode(commands, wire);
        assertEquals(0x320728F0, wire.getInt(606));
    }

    @Test
    void truncatesTowardZeroAsTheVendorDoes() {
        commands.tau[0] = 0.001;
        commands.tau[1] = -0.0077;
        commands.tau[2] = -0.65;
        commands.kd[0] = 0.8;
        commands.kd[1] = 0.1;
        commands.kp[0] = 0.1;
        roundTrip();
        assertEquals(0, read.tau[0]);
        assertEquals(-0.00390625, read.tau[1]);
        assertEquals(-166 / 256.0, read.tau[2]);
        assertEquals(0.75, read.kd[0]);
        assertEquals(0.0625, read.kd[1]);
        assertEquals(0.09375, read.kp[0]);
    }

    @Test
    void saturatesWhereTheVendorWraps() {
        commands.tau[0] = 128;
        commands.tau[1] = -200;
        commands.tau[2] = 1e300;
        commands.kp[0] = 1024;
        commands.kp[1] = -2000;
        commands.kd[0] = 5000;
        roundTrip();
        assertEquals(32767 / 256.0, read.tau[0]);
        assertEquals(-128, read.tau[1]);
        assertEquals(32767 / 256.0, read.tau[2]);
        assertEquals(32767 / 32.0, read.kp[0]);
        assertEquals(-1024, read.kp[1]);
        assertEquals(32767 / 16.0, read.kd[0]);
    }

    @Test
    void sendsTorquesAndGainsThatAreNotFiniteAsZero() {
        final double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        System.arraycopy(bad, 0, commands.tau, 0, 3);
        System.arraycopy(bad, 0, commands.kp, 0, 3);
        System.arraycopy(bad, 0, commands.kd, 0, 3);
        roundTrip();
        assertArrayEquals(new double[12], read.tau);
        assertArrayEquals(new double[12], read.kp);
        assertArrayEquals(new double[12], read.kd);
    }

    @Test
    void sendsTargetsThatAreNotFiniteAsStopValuesWithoutGain() {
        Arrays.fill(commands.kp, 50);
        Arrays.fill(commands.kd, 2);
        commands.q[4] = Double.NaN;
        commands.dq[5] = Double.POSITIVE_INFINITY;
        commands.q[6] = 1e300;
        LowCmdCodec.encode(commands, wire);
        final LowCmdFrame frame = new LowCmdFrame();
        assertEquals(DecodeResult.OK, frame.decode(wire, LowCmdCodec.SIZE));
        assertEquals(LowCmdCodec.POS_STOP, frame.q[4]);
        assertEquals(0, frame.kp[4]);
        assertEquals(2 * 16, frame.kd[4]);
        assertEquals(LowCmdCodec.VEL_STOP, frame.dq[5]);
        assertEquals(50 * 32, frame.kp[5]);
        assertEquals(0, frame.kd[5]);
        assertEquals(LowCmdCodec.POS_STOP, frame.q[6]);
        assertEquals(0, frame.kp[6]);
    }

    @Test
    void decodesStopValuesAsNoGain() {
        final LowCmdFrame frame = new LowCmdFrame();
        frame.levelFlag = (byte) 0xFF;
        frame.setMotor(0, MotorMode.SERVO, LowCmdCodec.POS_STOP, 1.5f, 2, 70, 3);
        frame.setMotor(1, MotorMode.SERVO, 0.25f, LowCmdCodec.VEL_STOP, 2, 70, 3);
        frame.encode(wire);
        assertEquals(DecodeResult.OK, LowCmdCodec.decode(wire, LowCmdCodec.SIZE, read));
        assertEquals(0, read.q[0]);
        assertEquals(0, read.kp[0]);
        assertEquals(1.5, read.dq[0]);
        assertEquals(3, read.kd[0]);
        assertEquals(0.25, read.q[1]);
        assertEquals(70, read.kp[1]);
        assertEquals(0, read.dq[1]);
        assertEquals(0, read.kd[1]);
        assertEquals(MotorMode.SERVO, read.mode[1]);
    }

    @Test
    void decodesTheVendorsPositionExample() {
        final String name = "lowcmd_example_position_v32_n100";
        assertEquals(DecodeResult.OK, LowCmdCodec.decode(WireVectors.buffer(name), LowCmdCodec.SIZE, read));
        assertEquals(0.026668, read.q[0], 1e-5);
        assertEquals(1.0365, read.q[1], 1e-4);
        assertEquals(-2.218, read.q[2], 1e-3);
        assertEquals(5, read.kp[0]);
        assertEquals(1, read.kd[2]);
        assertEquals(-166 / 256.0, read.tau[0]);
        assertEquals(166 / 256.0, read.tau[3]);
        assertEquals(0, read.kp[3]);
    }

    @Test
    void roundTripsRandomCommandsToTheWiresResolution() {
        final long seed = 5;
        final Random random = new Random(seed);
        for (int trial = 0; trial < 500; trial++) {
            for (int j = 0; j < A1.JOINTS; j++) {
                commands.mode[j] = random.nextBoolean() ? MotorMode.SERVO : MotorMode.DAMPING;
                commands.q[j] = (float) random.nextGaussian();
                commands.dq[j] = (float) (10 * random.nextGaussian());
                commands.tau[j] = random.nextInt(-8000, 8000) / 256.0;
                commands.kp[j] = random.nextInt(0, 32767) / 32.0;
                commands.kd[j] = random.nextInt(0, 32767) / 16.0;
            }
            roundTrip();
            final String message = "seed " + seed;
            assertArrayEquals(commands.mode, read.mode, message);
            assertArrayEquals(commands.q, read.q, message);
            assertArrayEquals(commands.dq, read.dq, message);
            assertArrayEquals(commands.tau, read.tau, message);
            assertArrayEquals(commands.kp, read.kp, message);
            assertArrayEquals(commands.kd, read.kd, message);
        }
    }

    @Test
    void refusesWrongSizesAndLeavesTheOutputAlone() {
        for (int length : new int[] {-1, 0, 1, 609, 611, 730}) {
            assertRefused(DecodeResult.WRONG_SIZE, WireVectors.buffer("lowcmd_stand"), length);
        }
    }

    @Test
    void refusesTheEmptyFirstDatagramOfTheVendorsExamples() {
        final ByteBuffer first = WireVectors.buffer("lowcmd_first_datagram_of_examples");
        assertRefused(DecodeResult.BAD_CRC, first, LowCmdCodec.SIZE);
    }

    @Test
    void refusesAnotherLevel() {
        final ByteBuffer in = WireVectors.buffer("lowcmd_stand");
        in.put(0, (byte) 0);
        Crc32Words.seal(in, LowCmdCodec.SIZE);
        assertRefused(DecodeResult.NOT_LOW_LEVEL, in, LowCmdCodec.SIZE);
    }

    @Test
    void refusesTargetsThatAreNotFinite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int j = 0; j < A1.JOINTS; j++) {
                for (int field : new int[] {1, 5}) {
                    final ByteBuffer in = WireVectors.buffer("lowcmd_stand");
                    in.putFloat(10 + 27 * j + field, bad);
                    Crc32Words.seal(in, LowCmdCodec.SIZE);
                    assertRefused(DecodeResult.NOT_FINITE, in, LowCmdCodec.SIZE);
                }
            }
        }
    }

    private void assertRefused(final DecodeResult why, final ByteBuffer in, final int length) {
        read.damp(7);
        Arrays.fill(read.q, 7);
        assertEquals(why, LowCmdCodec.decode(in, length, read));
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(7, read.q[j]);
            assertEquals(7, read.kd[j]);
        }
    }

    private void assertEncodesTo(final String name) {
        LowCmdCodec.encode(commands, wire);
        assertArrayEquals(WireVectors.bytes(name), WireVectors.bytes(wire), name);
    }

    @Test
    void roundsAJointAsTheRobotReadsIt() {
        final long seed = 11;
        final Random random = new Random(seed);
        final JointCommands rounded = new JointCommands();
        for (int n = 0; n < 10_000; n++) {
            for (int j = 0; j < A1.JOINTS; j++) {
                final double scale = Math.pow(10, random.nextInt(8) - 3);
                commands.mode[j] = MotorMode.SERVO;
                commands.q[j] = random.nextGaussian() * scale;
                commands.dq[j] = random.nextGaussian() * scale;
                commands.tau[j] = random.nextGaussian() * scale;
                commands.kp[j] = random.nextGaussian() * scale;
                commands.kd[j] = random.nextGaussian() * scale;
                LowCmdCodec.round(commands, j, rounded);
            }
            roundTrip();
            assertArrayEquals(read.q, rounded.q, "q, seed " + seed);
            assertArrayEquals(read.dq, rounded.dq, "dq, seed " + seed);
            assertArrayEquals(read.tau, rounded.tau, "tau, seed " + seed);
            assertArrayEquals(read.kp, rounded.kp, "kp, seed " + seed);
            assertArrayEquals(read.kd, rounded.kd, "kd, seed " + seed);
        }
    }

    private void roundTrip() {
        LowCmdCodec.encode(commands, wire);
        assertEquals(DecodeResult.OK, LowCmdCodec.decode(wire, LowCmdCodec.SIZE, read));
    }
}
