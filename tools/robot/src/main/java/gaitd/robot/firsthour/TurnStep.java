package gaitd.robot.firsthour;

import gaitd.maths.EulerAngles;
import java.util.Locale;

/** A turn of the trunk by hand: quaternion, reported angles, gyro and gravity have to follow it with the right sign and size. */
final class TurnStep implements HourStep {
    /** Least turn that counts, rad. */
    static final double LEAST_RAD = 0.15;
    /** How far two sources of the same angle may differ, rad. */
    static final double DIFFERENT_RAD = 0.12;

    private final Turn turn;
    private double gyroRad;

    TurnStep(final Turn turn) {
        this.turn = turn;
    }

    @Override
    public HourPart part() {
        return HourPart.IMU;
    }

    @Override
    public String name() {
        return "turned " + turn.words;
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        final RestReading before = RestReading.of(robot);
        gyroRad = 0;
        final int axis = turn.axis;
        final long[] lastNs = {robot.sensed().receivedAtNs};
        robot.ask(person, turn.request + ", slowly, hold it there and press Enter.", sensed -> {
            gyroRad += 1e-9 * (sensed.receivedAtNs - lastNs[0]) * (sensed.gyro[axis] - before.gyro[axis]);
            lastNs[0] = sensed.receivedAtNs;
        });
        final RestReading after = RestReading.of(robot);
        final double byQuaternion = EulerAngles.wrapped(after.rpyOfQuaternion()[axis] - before.rpyOfQuaternion()[axis]);
        final double byReport = EulerAngles.wrapped(after.rpy[axis] - before.rpy[axis]);
        final boolean level = axis == 2;
        final double byGravity = level ? byQuaternion : after.tiltOfGravity()[axis] - before.tiltOfGravity()[axis];
        final String measured = String.format(
                Locale.ROOT,
                "%s by quaternion %+.2f, as reported %+.2f, by gyro %+.2f%s rad",
                Turn.AXES[axis],
                byQuaternion,
                byReport,
                gyroRad,
                level ? "" : String.format(Locale.ROOT, ", by gravity %+.2f", byGravity));
        final double[] all = {byQuaternion, byReport, gyroRad, byGravity};
        double most = 0;
        for (final double angle : all) {
            most = Math.abs(angle) > Math.abs(most) ? angle : most;
        }
        if (Math.abs(most) < LEAST_RAD) {
            return Found.wrong(measured + ": expected at least +" + LEAST_RAD + "; turn it further, and hold it");
        }
        for (final double angle : all) {
            if (angle < LEAST_RAD) {
                return Found.wrong(measured + ": expected all at least +" + LEAST_RAD
                        + "; what is negative or still has a wrong sign or axis, or it was turned the other way");
            }
            if (Math.abs(angle - most) > DIFFERENT_RAD) {
                return Found.wrong(measured + ": expected all within " + DIFFERENT_RAD
                        + " of each other; turn it about this axis alone, slowly, or a scale is wrong");
            }
        }
        return Found.right(measured);
    }
}
