package gaitd.hal.wire;

import java.nio.ByteBuffer;

/**
 * Every field of the A1's low-level state, as it is on the wire.
 *
 * <p>For tools and tests that must not lose a bit; the tick uses {@link LowStateCodec}. Torques are kept in counts of
 * 1/256 N m. Not thread-safe.
 */
public final class LowStateFrame {
    /** Motor blocks in the datagram; the A1 has the first twelve. */
    public static final int MOTORS = LowStateLayout.MOTORS;

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
    /** Quaternion w x y z, angular velocity in rad/s, specific force in m/s^2, roll pitch yaw in rad: 4 + 3 + 3 + 3. */
    public final float[] imu = new float[LowStateLayout.IMU_FLOATS];
    /** IMU temperature, degrees Celsius. */
    public byte imuTemperatureC;
    /** Motor modes. */
    public final byte[] mode = new byte[MOTORS];
    /** Angles, rad. */
    public final float[] q = new float[MOTORS];
    /** Speeds, rad/s. */
    public final float[] dq = new float[MOTORS];
    /** Accelerations, rad/s^2. */
    public final short[] ddq = new short[MOTORS];
    /** Estimated torques, counts. */
    public final short[] tauEst = new short[MOTORS];
    /** Unfiltered angles, rad. */
    public final float[] qRaw = new float[MOTORS];
    /** Unfiltered speeds, rad/s. */
    public final float[] dqRaw = new float[MOTORS];
    /** Unfiltered accelerations, rad/s^2. */
    public final short[] ddqRaw = new short[MOTORS];
    /** Motor temperatures, degrees Celsius. */
    public final byte[] temperatureC = new byte[MOTORS];
    /** Two reserve words a motor. */
    public final int[] motorReserve = new int[MOTORS * LowStateLayout.MOTOR_RESERVE_WORDS];
    /** Raw foot forces (FR, FL, RR, RL), then the estimated ones. */
    public final short[] footForce = new short[8];
    /** The robot's time base. */
    public int tick;
    /** Wireless remote. */
    public final byte[] remote = new byte[LowStateLayout.REMOTE_SIZE];
    /** Last word before the checksum. */
    public int reserve;

    /**
     * Writes the datagram, checksum included.
     *
     * @param out little-endian, at least 771 bytes, overwritten from index 0
     */
    public void encode(final ByteBuffer out) {
        out.put(LowStateLayout.LEVEL_FLAG, levelFlag);
        out.putShort(LowStateLayout.COMM_VERSION, commVersion);
        out.putShort(LowStateLayout.ROBOT_ID, robotId);
        out.putInt(LowStateLayout.SERIAL_NUMBER, serialNumber);
        out.put(LowStateLayout.BAND_WIDTH, bandWidth);
        for (int i = 0; i < imu.length; i++) {
            out.putFloat(LowStateLayout.QUATERNION + i * Float.BYTES, imu[i]);
        }
        out.put(LowStateLayout.IMU_TEMPERATURE, imuTemperatureC);
        for (int i = 0; i < MOTORS; i++) {
            encodeMotor(i, out);
        }
        for (int i = 0; i < footForce.length; i++) {
            out.putShort(LowStateLayout.FOOT_FORCE + i * Short.BYTES, footForce[i]);
        }
        out.putInt(LowStateLayout.TICK, tick);
        out.put(LowStateLayout.REMOTE, remote);
        out.putInt(LowStateLayout.RESERVE, reserve);
        Crc32Words.seal(out, LowStateLayout.SIZE);
    }

    /**
     * Reads a datagram; values that are not finite are kept.
     *
     * @param in little-endian, not modified
     * @param length bytes received
     * @return OK, or WRONG_SIZE or BAD_CRC with this frame not touched
     */
    public DecodeResult decode(final ByteBuffer in, final int length) {
        if (length != LowStateLayout.SIZE) {
            return DecodeResult.WRONG_SIZE;
        }
        if (!Crc32Words.isSealed(in, LowStateLayout.SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        levelFlag = in.get(LowStateLayout.LEVEL_FLAG);
        commVersion = in.getShort(LowStateLayout.COMM_VERSION);
        robotId = in.getShort(LowStateLayout.ROBOT_ID);
        serialNumber = in.getInt(LowStateLayout.SERIAL_NUMBER);
        bandWidth = in.get(LowStateLayout.BAND_WIDTH);
        for (int i = 0; i < imu.length; i++) {
            imu[i] = in.getFloat(LowStateLayout.QUATERNION + i * Float.BYTES);
        }
        imuTemperatureC = in.get(LowStateLayout.IMU_TEMPERATURE);
        for (int i = 0; i < MOTORS; i++) {
            decodeMotor(i, in);
        }
        for (int i = 0; i < footForce.length; i++) {
            footForce[i] = in.getShort(LowStateLayout.FOOT_FORCE + i * Short.BYTES);
        }
        tick = in.getInt(LowStateLayout.TICK);
        in.get(LowStateLayout.REMOTE, remote);
        reserve = in.getInt(LowStateLayout.RESERVE);
        return DecodeResult.OK;
    }

    private void encodeMotor(final int i, final ByteBuffer out) {
        final int at = LowStateLayout.motorAt(i);
        out.put(at + LowStateLayout.MOTOR_MODE, mode[i]);
        out.putFloat(at + LowStateLayout.MOTOR_Q, q[i]);
        out.putFloat(at + LowStateLayout.MOTOR_DQ, dq[i]);
        out.putShort(at + LowStateLayout.MOTOR_DDQ, ddq[i]);
        out.putShort(at + LowStateLayout.MOTOR_TAU_EST, tauEst[i]);
        out.putFloat(at + LowStateLayout.MOTOR_Q_RAW, qRaw[i]);
        out.putFloat(at + LowStateLayout.MOTOR_DQ_RAW, dqRaw[i]);
        out.putShort(at + LowStateLayout.MOTOR_DDQ_RAW, ddqRaw[i]);
        out.put(at + LowStateLayout.MOTOR_TEMPERATURE, temperatureC[i]);
        for (int w = 0; w < LowStateLayout.MOTOR_RESERVE_WORDS; w++) {
            out.putInt(
                    at + LowStateLayout.MOTOR_RESERVE + w * Integer.BYTES,
                    motorReserve[i * LowStateLayout.MOTOR_RESERVE_WORDS + w]);
        }
    }

    private void decodeMotor(final int i, final ByteBuffer in) {
        final int at = LowStateLayout.motorAt(i);
        mode[i] = in.get(at + LowStateLayout.MOTOR_MODE);
        q[i] = in.getFloat(at + LowStateLayout.MOTOR_Q);
        dq[i] = in.getFloat(at + LowStateLayout.MOTOR_DQ);
        ddq[i] = in.getShort(at + LowStateLayout.MOTOR_DDQ);
        tauEst[i] = in.getShort(at + LowStateLayout.MOTOR_TAU_EST);
        qRaw[i] = in.getFloat(at + LowStateLayout.MOTOR_Q_RAW);
        dqRaw[i] = in.getFloat(at + LowStateLayout.MOTOR_DQ_RAW);
        ddqRaw[i] = in.getShort(at + LowStateLayout.MOTOR_DDQ_RAW);
        temperatureC[i] = in.get(at + LowStateLayout.MOTOR_TEMPERATURE);
        for (int w = 0; w < LowStateLayout.MOTOR_RESERVE_WORDS; w++) {
            motorReserve[i * LowStateLayout.MOTOR_RESERVE_WORDS + w] =
                    in.getInt(at + LowStateLayout.MOTOR_RESERVE + w * Integer.BYTES);
        }
    }
}
