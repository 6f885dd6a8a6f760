package gaitd.hal.wire;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.nio.ByteBuffer;

/**
 * Readings to and from the A1's 771-byte low-level state.
 *
 * <p>Buffers are little-endian and used from index 0 whatever their position. Called by the control thread and by the
 * robot's side of a simulator, once a datagram. Allocates nothing, throws nothing for any content.
 */
public final class LowStateCodec {
    /** Length of the datagram, bytes. */
    public static final int SIZE = LowStateLayout.SIZE;

    private static final long UNSIGNED_INT = 0xFFFFFFFFL;

    private LowStateCodec() {}

    /**
     * Reads a datagram. Its level flag is not checked, as the vendor does not check it either; time of receipt and
     * sequence are left to the caller.
     *
     * @param in little-endian, not modified
     * @param length bytes received; only these are looked at
     * @param out overwritten when the result is {@link DecodeResult#OK}, else not touched
     * @return what was wrong, or OK; never NOT_LOW_LEVEL
     */
    public static DecodeResult decode(final ByteBuffer in, final int length, final Sensed out) {
        final DecodeResult result = check(in, length);
        if (result == DecodeResult.OK) {
            read(in, out);
        }
        return result;
    }

    /**
     * What {@link #decode} would say of a datagram.
     *
     * @param in little-endian, not modified
     * @param length bytes received; only these are looked at
     * @return what was wrong, or OK; never NOT_LOW_LEVEL
     */
    public static DecodeResult check(final ByteBuffer in, final int length) {
        if (length != SIZE) {
            return DecodeResult.WRONG_SIZE;
        }
        if (!Crc32Words.isSealed(in, SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        return isFinite(in) ? DecodeResult.OK : DecodeResult.NOT_FINITE;
    }

    /**
     * The robot's tick in a datagram that was checked.
     *
     * @param in little-endian, not modified
     * @return the robot's own time base, unsigned 32 bit
     */
    public static long robotTick(final ByteBuffer in) {
        return in.getInt(LowStateLayout.TICK) & UNSIGNED_INT;
    }

    /**
     * Reads a datagram that was checked.
     *
     * @param in little-endian, not modified
     * @param out overwritten but for the time of receipt and the sequence
     */
    public static void read(final ByteBuffer in, final Sensed out) {
        getFloats(in, LowStateLayout.QUATERNION, out.quaternion);
        getFloats(in, LowStateLayout.GYRO, out.gyro);
        getFloats(in, LowStateLayout.ACCELEROMETER, out.accelerometer);
        getFloats(in, LowStateLayout.RPY, out.rpy);
        out.imuTemperatureC = in.get(LowStateLayout.IMU_TEMPERATURE);
        for (int j = 0; j < A1.JOINTS; j++) {
            final int at = LowStateLayout.motorAt(j);
            out.motorMode[j] = in.get(at + LowStateLayout.MOTOR_MODE) & 0xFF;
            out.q[j] = in.getFloat(at + LowStateLayout.MOTOR_Q);
            out.dq[j] = in.getFloat(at + LowStateLayout.MOTOR_DQ);
            out.ddq[j] = in.getShort(at + LowStateLayout.MOTOR_DDQ);
            out.tauEst[j] = in.getShort(at + LowStateLayout.MOTOR_TAU_EST) / FixedPoint.TORQUE_SCALE;
            out.motorTemperatureC[j] = in.get(at + LowStateLayout.MOTOR_TEMPERATURE);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out.footForce[leg] = in.getShort(LowStateLayout.FOOT_FORCE + leg * Short.BYTES);
        }
        out.robotTick = robotTick(in);
        in.get(LowStateLayout.REMOTE, out.wirelessRemote);
    }

    /**
     * Writes a whole datagram. Fields that a reading lacks: the raw joint values repeat the filtered ones, and
     * estimated foot forces, reserves and the eight motors the A1 does not have are 0.
     *
     * <p>Integers saturate, values in counts are truncated toward zero; floats that are not finite go out as they are.
     *
     * @param in not modified
     * @param out little-endian, at least {@link #SIZE} bytes, overwritten
     */
    public static void encode(final Sensed in, final ByteBuffer out) {
        for (int i = 0; i < SIZE; i++) {
            out.put(i, (byte) 0);
        }
        out.put(LowStateLayout.LEVEL_FLAG, (byte) LowCmdCodec.LOW_LEVEL);
        putFloats(in.quaternion, out, LowStateLayout.QUATERNION);
        putFloats(in.gyro, out, LowStateLayout.GYRO);
        putFloats(in.accelerometer, out, LowStateLayout.ACCELEROMETER);
        putFloats(in.rpy, out, LowStateLayout.RPY);
        out.put(LowStateLayout.IMU_TEMPERATURE, FixedPoint.toByte(in.imuTemperatureC));
        for (int j = 0; j < A1.JOINTS; j++) {
            final int at = LowStateLayout.motorAt(j);
            final short ddq = FixedPoint.toCounts(in.ddq[j], 1);
            out.put(at + LowStateLayout.MOTOR_MODE, (byte) in.motorMode[j]);
            out.putFloat(at + LowStateLayout.MOTOR_Q, (float) in.q[j]);
            out.putFloat(at + LowStateLayout.MOTOR_DQ, (float) in.dq[j]);
            out.putShort(at + LowStateLayout.MOTOR_DDQ, ddq);
            out.putShort(at + LowStateLayout.MOTOR_TAU_EST, FixedPoint.toCounts(in.tauEst[j], FixedPoint.TORQUE_SCALE));
            out.putFloat(at + LowStateLayout.MOTOR_Q_RAW, (float) in.q[j]);
            out.putFloat(at + LowStateLayout.MOTOR_DQ_RAW, (float) in.dq[j]);
            out.putShort(at + LowStateLayout.MOTOR_DDQ_RAW, ddq);
            out.put(at + LowStateLayout.MOTOR_TEMPERATURE, FixedPoint.toByte(in.motorTemperatureC[j]));
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out.putShort(LowStateLayout.FOOT_FORCE + leg * Short.BYTES, FixedPoint.toShort(in.footForce[leg]));
        }
        out.putInt(LowStateLayout.TICK, (int) in.robotTick);
        out.put(LowStateLayout.REMOTE, in.wirelessRemote);
        Crc32Words.seal(out, SIZE);
    }

    private static boolean isFinite(final ByteBuffer in) {
        boolean finite = true;
        for (int i = 0; i < LowStateLayout.IMU_FLOATS; i++) {
            finite &= Float.isFinite(in.getFloat(LowStateLayout.QUATERNION + i * Float.BYTES));
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final int at = LowStateLayout.motorAt(j);
            finite &= Float.isFinite(in.getFloat(at + LowStateLayout.MOTOR_Q));
            finite &= Float.isFinite(in.getFloat(at + LowStateLayout.MOTOR_DQ));
        }
        return finite;
    }

    private static void getFloats(final ByteBuffer in, final int at, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = in.getFloat(at + i * Float.BYTES);
        }
    }

    private static void putFloats(final double[] in, final ByteBuffer out, final int at) {
        for (int i = 0; i < in.length; i++) {
            out.putFloat(at + i * Float.BYTES, (float) in[i]);
        }
    }
}
