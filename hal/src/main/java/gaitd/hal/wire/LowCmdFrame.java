package gaitd.hal.wire;

import java.nio.ByteBuffer;

/**
 * Every field of the A1's low-level command, as it is on the wire.
 *
 * <p>For tools and tests that must not lose a bit; the tick uses {@link LowCmdCodec}. Fixed-point values are kept in
 * counts: torque 1/256 N m, kp 1/32 N m/rad, kd 1/16 N m s/rad. Not thread-safe.
 */
public final class LowCmdFrame {
    /** Motor blocks in the datagram; the A1 has the first twelve. */
    public static final int MOTORS = LowCmdLayout.MOTORS;

    /** 0xFF is joint level. */
    public byte levelFlag;
    /** Version of the protocol. */
    public short commVersion;
    /** Robot number. */
    public short robotId;
    /** Serial number. */
    public int serialNumber;
    /** Of unknown meaning. */
    public byte bandWidth;
    /** Motor modes. */
    public final byte[] mode = new byte[MOTORS];
    /** Target angles, rad. */
    public final float[] q = new float[MOTORS];
    /** Target speeds, rad/s. */
    public final float[] dq = new float[MOTORS];
    /** Torques, counts. */
    public final short[] tau = new short[MOTORS];
    /** Stiffnesses, counts. */
    public final short[] kp = new short[MOTORS];
    /** Dampings, counts. */
    public final short[] kd = new short[MOTORS];
    /** Three reserve words a motor. */
    public final int[] motorReserve = new int[MOTORS * LowCmdLayout.MOTOR_RESERVE_WORDS];
    /** Red, green and blue of four lamps. */
    public final byte[] led = new byte[LowCmdLayout.LED_SIZE];
    /** Wireless remote. */
    public final byte[] remote = new byte[LowCmdLayout.REMOTE_SIZE];
    /** Last word before the checksum. */
    public int reserve;

    /**
     * Sets a motor from engineering units with the same conversions as {@link LowCmdCodec#encode}.
     *
     * @param motor 0 to 19
     * @param motorMode see {@link gaitd.hal.MotorMode}
     * @param qRad target angle, rad, kept as it is
     * @param dqRadS target speed, rad/s, kept as it is
     * @param tauNm torque, N m
     * @param kpNmRad stiffness, N m/rad
     * @param kdNmSRad damping, N m s/rad
     */
    public void setMotor(
            final int motor,
            final int motorMode,
            final float qRad,
            final float dqRadS,
            final double tauNm,
            final double kpNmRad,
            final double kdNmSRad) {
        mode[motor] = (byte) motorMode;
        q[motor] = qRad;
        dq[motor] = dqRadS;
        tau[motor] = FixedPoint.toCounts(tauNm, FixedPoint.TORQUE_SCALE);
        kp[motor] = FixedPoint.toCounts(kpNmRad, FixedPoint.KP_SCALE);
        kd[motor] = FixedPoint.toCounts(kdNmSRad, FixedPoint.KD_SCALE);
    }

    /**
     * Writes the datagram, checksum included.
     *
     * @param out little-endian, at least 610 bytes, overwritten from index 0
     */
    public void encode(final ByteBuffer out) {
        out.put(LowCmdLayout.LEVEL_FLAG, levelFlag);
        out.putShort(LowCmdLayout.COMM_VERSION, commVersion);
        out.putShort(LowCmdLayout.ROBOT_ID, robotId);
        out.putInt(LowCmdLayout.SERIAL_NUMBER, serialNumber);
        out.put(LowCmdLayout.BAND_WIDTH, bandWidth);
        for (int i = 0; i < MOTORS; i++) {
            final int at = LowCmdLayout.motorAt(i);
            out.put(at + LowCmdLayout.MOTOR_MODE, mode[i]);
            out.putFloat(at + LowCmdLayout.MOTOR_Q, q[i]);
            out.putFloat(at + LowCmdLayout.MOTOR_DQ, dq[i]);
            out.putShort(at + LowCmdLayout.MOTOR_TAU, tau[i]);
            out.putShort(at + LowCmdLayout.MOTOR_KP, kp[i]);
            out.putShort(at + LowCmdLayout.MOTOR_KD, kd[i]);
            for (int w = 0; w < LowCmdLayout.MOTOR_RESERVE_WORDS; w++) {
                out.putInt(
                        at + LowCmdLayout.MOTOR_RESERVE + w * Integer.BYTES,
                        motorReserve[i * LowCmdLayout.MOTOR_RESERVE_WORDS + w]);
            }
        }
        out.put(LowCmdLayout.LED, led);
        out.put(LowCmdLayout.REMOTE, remote);
        out.putInt(LowCmdLayout.RESERVE, reserve);
        Crc32Words.seal(out, LowCmdLayout.SIZE);
    }

    /**
     * Reads a datagram of any level; values that are not finite are kept.
     *
     * @param in little-endian, not modified
     * @param length bytes received
     * @return OK, or WRONG_SIZE or BAD_CRC with this frame not touched
     */
    public DecodeResult decode(final ByteBuffer in, final int length) {
        if (length != LowCmdLayout.SIZE) {
            return DecodeResult.WRONG_SIZE;
        }
        if (!Crc32Words.isSealed(in, LowCmdLayout.SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        levelFlag = in.get(LowCmdLayout.LEVEL_FLAG);
        commVersion = in.getShort(LowCmdLayout.COMM_VERSION);
        robotId = in.getShort(LowCmdLayout.ROBOT_ID);
        serialNumber = in.getInt(LowCmdLayout.SERIAL_NUMBER);
        bandWidth = in.get(LowCmdLayout.BAND_WIDTH);
        for (int i = 0; i < MOTORS; i++) {
            final int at = LowCmdLayout.motorAt(i);
            mode[i] = in.get(at + LowCmdLayout.MOTOR_MODE);
            q[i] = in.getFloat(at + LowCmdLayout.MOTOR_Q);
            dq[i] = in.getFloat(at + LowCmdLayout.MOTOR_DQ);
            tau[i] = in.getShort(at + LowCmdLayout.MOTOR_TAU);
            kp[i] = in.getShort(at + LowCmdLayout.MOTOR_KP);
            kd[i] = in.getShort(at + LowCmdLayout.MOTOR_KD);
            for (int w = 0; w < LowCmdLayout.MOTOR_RESERVE_WORDS; w++) {
                motorReserve[i * LowCmdLayout.MOTOR_RESERVE_WORDS + w] =
                        in.getInt(at + LowCmdLayout.MOTOR_RESERVE + w * Integer.BYTES);
            }
        }
        in.get(LowCmdLayout.LED, led);
        in.get(LowCmdLayout.REMOTE, remote);
        reserve = in.getInt(LowCmdLayout.RESERVE);
        return DecodeResult.OK;
    }
}
