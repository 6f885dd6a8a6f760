package gaitd.hal.wire;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import java.nio.ByteBuffer;

/**
 * Joint commands to and from the A1's 610-byte low-level command.
 *
 * <p>Buffers are little-endian and used from index 0 whatever their position. Called by the control thread and by the
 * robot's side of a simulator, once a datagram. Allocates nothing, throws nothing for any content.
 */
public final class LowCmdCodec {
    /** Length of the datagram, bytes. */
    public static final int SIZE = LowCmdLayout.SIZE;
    /** First byte of a joint-level datagram. */
    public static final int LOW_LEVEL = 0xFF;
    /** Target angle that means "no position control", rad. */
    public static final float POS_STOP = 2.146e9f;
    /** Target speed that means "no velocity control", rad/s. */
    public static final float VEL_STOP = 16000.0f;
    /** Step between torques on the wire, N m. */
    public static final double TORQUE_STEP_NM = 1 / (double) FixedPoint.TORQUE_SCALE;
    /** Greatest torque that the wire holds in either direction, N m. */
    public static final double TORQUE_WIRE_MAX_NM = Short.MAX_VALUE * TORQUE_STEP_NM;

    private static final byte[] NOTHING = new byte[SIZE];

    private LowCmdCodec() {}

    /**
     * Writes a whole datagram.
     *
     * <p>Torques and gains are truncated toward zero to the wire's resolution (1/256 N m, 1/32 N m/rad, 1/16 N m s/rad) and
     * saturate at 16 bits; those that are not finite become 0. A target that is not finite as a float is sent as its stop
     * value with its gain 0. The eight motors the A1 does not have are idle.
     *
     * @param in not modified
     * @param out little-endian, at least {@link #SIZE} bytes, overwritten
     */
    public static void encode(final JointCommands in, final ByteBuffer out) {
        out.put(0, NOTHING);
        out.put(LowCmdLayout.LEVEL_FLAG, (byte) LOW_LEVEL);
        for (int j = 0; j < A1.JOINTS; j++) {
            final float q = (float) in.q[j];
            final float dq = (float) in.dq[j];
            final boolean position = Float.isFinite(q);
            final boolean velocity = Float.isFinite(dq);
            final int at = LowCmdLayout.motorAt(j);
            out.put(at + LowCmdLayout.MOTOR_MODE, (byte) in.mode[j]);
            out.putFloat(at + LowCmdLayout.MOTOR_Q, position ? q : POS_STOP);
            out.putFloat(at + LowCmdLayout.MOTOR_DQ, velocity ? dq : VEL_STOP);
            out.putShort(at + LowCmdLayout.MOTOR_TAU, FixedPoint.toCounts(in.tau[j], FixedPoint.TORQUE_SCALE));
            out.putShort(at + LowCmdLayout.MOTOR_KP, position ? FixedPoint.toCounts(in.kp[j], FixedPoint.KP_SCALE) : 0);
            out.putShort(at + LowCmdLayout.MOTOR_KD, velocity ? FixedPoint.toCounts(in.kd[j], FixedPoint.KD_SCALE) : 0);
        }
        for (int motor = A1.JOINTS; motor < LowCmdLayout.MOTORS; motor++) {
            final int at = LowCmdLayout.motorAt(motor);
            out.put(at + LowCmdLayout.MOTOR_MODE, (byte) MotorMode.SERVO);
            out.putFloat(at + LowCmdLayout.MOTOR_Q, POS_STOP);
            out.putFloat(at + LowCmdLayout.MOTOR_DQ, VEL_STOP);
        }
        Crc32Words.seal(out, SIZE);
    }

    /**
     * Writes what the robot reads of one joint's command: {@link #encode}, then {@link #decode}, but for a target that is not
     * finite as a float, which is passed on.
     *
     * @param in not modified
     * @param joint joint index
     * @param out this joint's targets, torque and gains are overwritten; may be {@code in}
     */
    public static void round(final JointCommands in, final int joint, final JointCommands out) {
        out.q[joint] = (float) in.q[joint];
        out.dq[joint] = (float) in.dq[joint];
        out.tau[joint] = FixedPoint.toCounts(in.tau[joint], FixedPoint.TORQUE_SCALE) / FixedPoint.TORQUE_SCALE;
        out.kp[joint] = FixedPoint.toCounts(in.kp[joint], FixedPoint.KP_SCALE) / FixedPoint.KP_SCALE;
        out.kd[joint] = FixedPoint.toCounts(in.kd[joint], FixedPoint.KD_SCALE) / FixedPoint.KD_SCALE;
    }

    /**
     * Reads a datagram as the robot does. A stop value becomes target 0 with gain 0, which asks the same of a drive.
     *
     * @param in little-endian, not modified
     * @param length bytes received; only these are looked at
     * @param out overwritten when the result is {@link DecodeResult#OK}, else not touched
     * @return what was wrong, or OK
     */
    public static DecodeResult decode(final ByteBuffer in, final int length, final JointCommands out) {
        if (length != SIZE) {
            return DecodeResult.WRONG_SIZE;
        }
        if (!Crc32Words.isSealed(in, SIZE)) {
            return DecodeResult.BAD_CRC;
        }
        if ((in.get(LowCmdLayout.LEVEL_FLAG) & 0xFF) != LOW_LEVEL) {
            return DecodeResult.NOT_LOW_LEVEL;
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final int at = LowCmdLayout.motorAt(j);
            if (!Float.isFinite(in.getFloat(at + LowCmdLayout.MOTOR_Q))
                    || !Float.isFinite(in.getFloat(at + LowCmdLayout.MOTOR_DQ))) {
                return DecodeResult.NOT_FINITE;
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            decodeMotor(in, j, out);
        }
        return DecodeResult.OK;
    }

    private static void decodeMotor(final ByteBuffer in, final int joint, final JointCommands out) {
        final int at = LowCmdLayout.motorAt(joint);
        final float q = in.getFloat(at + LowCmdLayout.MOTOR_Q);
        final float dq = in.getFloat(at + LowCmdLayout.MOTOR_DQ);
        final boolean position = q != POS_STOP;
        final boolean velocity = dq != VEL_STOP;
        out.mode[joint] = in.get(at + LowCmdLayout.MOTOR_MODE) & 0xFF;
        out.q[joint] = position ? q : 0;
        out.dq[joint] = velocity ? dq : 0;
        out.tau[joint] = in.getShort(at + LowCmdLayout.MOTOR_TAU) / FixedPoint.TORQUE_SCALE;
        out.kp[joint] = position ? in.getShort(at + LowCmdLayout.MOTOR_KP) / FixedPoint.KP_SCALE : 0;
        out.kd[joint] = velocity ? in.getShort(at + LowCmdLayout.MOTOR_KD) / FixedPoint.KD_SCALE : 0;
    }
}
