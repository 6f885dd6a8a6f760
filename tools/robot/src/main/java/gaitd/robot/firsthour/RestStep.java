package gaitd.robot.firsthour;

import gaitd.hal.Gravity;
import gaitd.maths.EulerAngles;
import java.util.Locale;

/** The inertial unit of a robot that hangs still: gravity, no turning, and an orientation that agrees with gravity. */
final class RestStep implements HourStep {
    static final double GRAVITY_OFF_MS2 = 0.4;
    static final double GYRO_MAX_RAD_S = 0.05;
    static final double TILT_OFF_RAD = 0.07;
    static final double RPY_OFF_RAD = 0.02;
    static final double NORM_OFF = 0.02;

    @Override
    public HourPart part() {
        return HourPart.IMU;
    }

    @Override
    public String name() {
        return "inertial unit at rest";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        robot.ask(person, "Let the robot hang still, about level, hands off. Then press Enter.", sensed -> {});
        final RestReading rest = RestReading.of(robot);
        final double[] byQuaternion = rest.rpyOfQuaternion();
        final double[] byGravity = rest.tiltOfGravity();
        final double[] q = rest.quaternion;
        final double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        if (Math.abs(rest.gravityMS2() - Gravity.M_S2) > GRAVITY_OFF_MS2 || rest.accelerometer[2] < 0) {
            return Found.wrong(String.format(
                    Locale.ROOT,
                    "accelerometer %.2f %.2f %.2f m/s2: expected about 0 0 +9.8, %.1f +-%.1f in all; hold it still, or the unit is turned or broken",
                    rest.accelerometer[0],
                    rest.accelerometer[1],
                    rest.accelerometer[2],
                    Gravity.M_S2,
                    GRAVITY_OFF_MS2));
        }
        for (final double rate : rest.gyro) {
            if (Math.abs(rate) > GYRO_MAX_RAD_S) {
                return Found.wrong(String.format(
                        Locale.ROOT,
                        "gyro %.3f %.3f %.3f rad/s: expected at most %.2f at rest; hold it still, or the unit has a bias",
                        rest.gyro[0],
                        rest.gyro[1],
                        rest.gyro[2],
                        GYRO_MAX_RAD_S));
            }
        }
        if (Math.abs(norm - 1) > NORM_OFF) {
            return Found.wrong(String.format(
                    Locale.ROOT, "the quaternion's length is %.3f: expected 1; the unit gives no orientation", norm));
        }
        for (int i = 0; i < 3; i++) {
            if (Math.abs(EulerAngles.wrapped(byQuaternion[i] - rest.rpy[i])) > RPY_OFF_RAD) {
                return Found.wrong(String.format(
                        Locale.ROOT,
                        "%s by quaternion %.3f, as reported %.3f rad: expected the same; the quaternion's order is not w x y z",
                        Turn.AXES[i],
                        byQuaternion[i],
                        rest.rpy[i]));
            }
        }
        for (int i = 0; i < 2; i++) {
            if (Math.abs(byQuaternion[i] - byGravity[i]) > TILT_OFF_RAD) {
                return Found.wrong(String.format(
                        Locale.ROOT,
                        "%s by quaternion %.3f, by gravity %.3f rad: expected within %.2f; axes or signs of the unit are not as assumed",
                        Turn.AXES[i],
                        byQuaternion[i],
                        byGravity[i],
                        TILT_OFF_RAD));
            }
        }
        return Found.right(String.format(
                Locale.ROOT,
                "%.2f m/s2, gyro %.3f %.3f %.3f rad/s, roll %.3f, pitch %.3f rad; by gravity %.3f, %.3f",
                rest.gravityMS2(),
                rest.gyro[0],
                rest.gyro[1],
                rest.gyro[2],
                byQuaternion[0],
                byQuaternion[1],
                byGravity[0],
                byGravity[1]));
    }
}
