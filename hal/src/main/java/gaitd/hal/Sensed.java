package gaitd.hal;

import java.util.Arrays;

/**
 * One reading of the robot, in joint order FR FL RR RL by hip, thigh, calf.
 *
 * <p>The port overwrites it in place once a tick; the stages of the tick only read it. Values are doubles that hold
 * floats exactly. Not thread-safe.
 */
public final class Sensed {
    private static final double PLAUSIBLE_MAX = 1e6;

    /** Motor modes as reported, see {@link MotorMode}. */
    public final int[] motorMode = new int[A1.JOINTS];
    /** Joint angles, rad. */
    public final double[] q = new double[A1.JOINTS];
    /** Joint speeds, rad/s. */
    public final double[] dq = new double[A1.JOINTS];
    /** Joint accelerations, rad/s^2, in whole numbers on the wire. */
    public final double[] ddq = new double[A1.JOINTS];
    /** Estimated joint torques, N m. */
    public final double[] tauEst = new double[A1.JOINTS];
    /** Motor temperatures, degrees Celsius. */
    public final int[] motorTemperatureC = new int[A1.JOINTS];
    /** Faults that motors report of themselves, 0 for none; on the motors' own buses only. */
    public final int[] motorError = new int[A1.JOINTS];
    /** Orientation of the trunk in the world, w x y z. */
    public final double[] quaternion = {1, 0, 0, 0};
    /** Angular velocity in trunk axes, rad/s. */
    public final double[] gyro = new double[3];
    /** Specific force in trunk axes, m/s^2; about +9.8 on z at rest. */
    public final double[] accelerometer = new double[3];
    /** Roll, pitch and yaw (Z-Y-X), rad. */
    public final double[] rpy = new double[3];
    /** IMU temperature, degrees Celsius. */
    public int imuTemperatureC;
    /** Raw foot pressure counts, one a foot; they drift and may be negative. */
    public final int[] footForce = new int[A1.LEGS];
    /** The robot's own time base, unsigned 32 bit, taken as milliseconds. */
    public long robotTick;
    /** The wireless remote's 40 bytes as sent. */
    public final byte[] wirelessRemote = new byte[40];
    /** When the datagram was read, on the loop's clock, ns. */
    public long receivedAtNs;
    /** How many valid states the port has accepted so far; 0 means never. */
    public long sequence;

    /**
     * Copies every field of another reading.
     *
     * @param other the reading to copy, not modified
     */
    public void set(final Sensed other) {
        System.arraycopy(other.motorMode, 0, motorMode, 0, A1.JOINTS);
        System.arraycopy(other.q, 0, q, 0, A1.JOINTS);
        System.arraycopy(other.dq, 0, dq, 0, A1.JOINTS);
        System.arraycopy(other.ddq, 0, ddq, 0, A1.JOINTS);
        System.arraycopy(other.tauEst, 0, tauEst, 0, A1.JOINTS);
        System.arraycopy(other.motorTemperatureC, 0, motorTemperatureC, 0, A1.JOINTS);
        System.arraycopy(other.motorError, 0, motorError, 0, A1.JOINTS);
        System.arraycopy(other.quaternion, 0, quaternion, 0, 4);
        System.arraycopy(other.gyro, 0, gyro, 0, 3);
        System.arraycopy(other.accelerometer, 0, accelerometer, 0, 3);
        System.arraycopy(other.rpy, 0, rpy, 0, 3);
        imuTemperatureC = other.imuTemperatureC;
        System.arraycopy(other.footForce, 0, footForce, 0, A1.LEGS);
        robotTick = other.robotTick;
        System.arraycopy(other.wirelessRemote, 0, wirelessRemote, 0, wirelessRemote.length);
        receivedAtNs = other.receivedAtNs;
        sequence = other.sequence;
    }

    /** Rounds every measured value to the nearest float: what frames and recordings keep is then all that the tick was given. */
    public void roundToFloats() {
        round(q);
        round(dq);
        round(ddq);
        round(tauEst);
        round(quaternion);
        round(gyro);
        round(accelerometer);
        round(rpy);
    }

    private static void round(final double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
        }
    }

    /**
     * Whether another reading has the same values, bit for bit; arrival time and number do not count.
     *
     * @param other the reading to compare with, not modified
     * @return false when any measured value differs
     */
    public boolean isSameReading(final Sensed other) {
        return robotTick == other.robotTick
                && imuTemperatureC == other.imuTemperatureC
                && Arrays.equals(gyro, other.gyro)
                && Arrays.equals(accelerometer, other.accelerometer)
                && Arrays.equals(quaternion, other.quaternion)
                && Arrays.equals(rpy, other.rpy)
                && Arrays.equals(q, other.q)
                && Arrays.equals(dq, other.dq)
                && Arrays.equals(ddq, other.ddq)
                && Arrays.equals(tauEst, other.tauEst)
                && Arrays.equals(motorMode, other.motorMode)
                && Arrays.equals(motorTemperatureC, other.motorTemperatureC)
                && Arrays.equals(motorError, other.motorError)
                && Arrays.equals(footForce, other.footForce)
                && Arrays.equals(wirelessRemote, other.wirelessRemote);
    }

    /**
     * Whether every angle, speed, torque and IMU value is a number that a sensor could give.
     *
     * @return false when any is NaN, infinite, or beyond a million in its unit, which only damaged bytes can be
     */
    public boolean isFinite() {
        return finite(q)
                && finite(dq)
                && finite(ddq)
                && finite(tauEst)
                && finite(quaternion)
                && finite(gyro)
                && finite(accelerometer)
                && finite(rpy);
    }

    private static boolean finite(final double[] values) {
        for (final double value : values) {
            if (!(Math.abs(value) <= PLAUSIBLE_MAX)) {
                return false;
            }
        }
        return true;
    }
}
