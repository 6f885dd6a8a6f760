package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.maths.EulerAngles;

/** Means of the readings over a short rest. */
final class RestReading {
    /** How long a rest is, s. */
    static final double REST_S = 0.4;

    /** Angular velocity, rad/s. */
    final double[] gyro = new double[3];
    /** Specific force, m/s^2. */
    final double[] accelerometer = new double[3];
    /** Orientation of the last reading, w x y z. */
    final double[] quaternion = {1, 0, 0, 0};
    /** Roll, pitch, yaw of the last reading, rad. */
    final double[] rpy = new double[3];
    /** Counts of the feet. */
    final double[] foot = new double[A1.LEGS];

    private int readings;

    /** Takes readings for {@link #REST_S}. */
    static RestReading of(final HungRobot robot) {
        final RestReading rest = new RestReading();
        robot.run(REST_S, rest::add);
        rest.divide(rest.gyro);
        rest.divide(rest.accelerometer);
        rest.divide(rest.foot);
        return rest;
    }

    private void add(final Sensed sensed) {
        readings++;
        for (int i = 0; i < 3; i++) {
            gyro[i] += sensed.gyro[i];
            accelerometer[i] += sensed.accelerometer[i];
            rpy[i] = sensed.rpy[i];
        }
        System.arraycopy(sensed.quaternion, 0, quaternion, 0, 4);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            foot[leg] += sensed.footForce[leg];
        }
    }

    private void divide(final double... sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, readings);
        }
    }

    /** Roll, pitch, yaw that the quaternion says, rad. */
    double[] rpyOfQuaternion() {
        final double[] angles = new double[3];
        EulerAngles.of(quaternion, angles);
        return angles;
    }

    /** Roll and pitch that gravity says, rad. */
    double[] tiltOfGravity() {
        final double[] a = accelerometer;
        return new double[] {StrictMath.atan2(a[1], a[2]), StrictMath.atan2(-a[0], Math.sqrt(a[1] * a[1] + a[2] * a[2]))
        };
    }

    /** Length of the specific force, m/s^2. */
    double gravityMS2() {
        final double[] a = accelerometer;
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }
}
