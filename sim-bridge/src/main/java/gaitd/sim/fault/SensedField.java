package gaitd.sim.fault;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.util.Arrays;

/** Measured values of a component as numbers, out of a reading and back into it. Allocates nothing. */
final class SensedField {
    /** Most values of a component: the bytes of the remote. */
    static final int VALUES_MAX = 40;

    private static final long UNSIGNED_INT = 0xFFFFFFFFL;
    private static final int BYTE = 0xFF;

    private SensedField() {}

    /** Reads them; returns how many there are. */
    static int read(final FaultComponent component, final Sensed in, final double[] out) {
        return switch (component) {
            case JOINT_ANGLE -> copy(in.q, out, 0);
            case JOINT_SPEED -> copy(in.dq, out, 0);
            case JOINT_TORQUE -> copy(in.tauEst, out, 0);
            case JOINT_TEMPERATURE -> copy(in.motorTemperatureC, out);
            case JOINT_MODE -> copy(in.motorMode, out);
            case IMU -> copy(in.rpy, out, copy(in.accelerometer, out, copy(in.gyro, out, copy(in.quaternion, out, 0))));
            case IMU_GYRO -> copy(in.gyro, out, 0);
            case IMU_ACCELEROMETER -> copy(in.accelerometer, out, 0);
            case IMU_QUATERNION -> copy(in.quaternion, out, 0);
            case IMU_RPY -> copy(in.rpy, out, 0);
            case FOOT -> copy(in.footForce, out);
            case TICK -> {
                out[0] = in.robotTick;
                yield 1;
            }
            case REMOTE -> {
                Arrays.setAll(out, i -> in.wirelessRemote[i] & BYTE);
                yield in.wirelessRemote.length;
            }
            default -> 0;
        };
    }

    private static int copy(final double[] from, final double[] to, final int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    private static int copy(final int[] from, final double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i];
        }
        return from.length;
    }

    /** Writes them; numbers beyond those of the field saturate, the tick goes round as on the wire. */
    static void write(final FaultComponent component, final double[] from, final Sensed to) {
        switch (component) {
            case JOINT_ANGLE -> System.arraycopy(from, 0, to.q, 0, A1.JOINTS);
            case JOINT_SPEED -> System.arraycopy(from, 0, to.dq, 0, A1.JOINTS);
            case JOINT_TORQUE -> System.arraycopy(from, 0, to.tauEst, 0, A1.JOINTS);
            case JOINT_TEMPERATURE -> whole(from, to.motorTemperatureC);
            case JOINT_MODE -> modes(from, to.motorMode);
            case IMU -> {
                System.arraycopy(from, 0, to.quaternion, 0, 4);
                System.arraycopy(from, 4, to.gyro, 0, 3);
                System.arraycopy(from, 7, to.accelerometer, 0, 3);
                System.arraycopy(from, 10, to.rpy, 0, 3);
            }
            case IMU_GYRO -> System.arraycopy(from, 0, to.gyro, 0, 3);
            case IMU_ACCELEROMETER -> System.arraycopy(from, 0, to.accelerometer, 0, 3);
            case IMU_QUATERNION -> System.arraycopy(from, 0, to.quaternion, 0, 4);
            case IMU_RPY -> System.arraycopy(from, 0, to.rpy, 0, 3);
            case FOOT -> whole(from, to.footForce);
            case TICK -> to.robotTick = (long) from[0] & UNSIGNED_INT;
            case REMOTE -> {
                for (int i = 0; i < to.wirelessRemote.length; i++) {
                    to.wirelessRemote[i] = (byte) (int) from[i];
                }
            }
            default -> throw new IllegalArgumentException(component.key() + " is not measured");
        }
    }

    private static void whole(final double[] from, final int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (int) Math.rint(from[i]);
        }
    }

    private static void modes(final double[] from, final int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (int) Math.rint(from[i]) & BYTE;
        }
    }
}
