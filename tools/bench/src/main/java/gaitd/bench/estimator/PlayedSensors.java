package gaitd.bench.estimator;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.hal.imu.AttitudeFilter;
import gaitd.hal.leg.LegKinematics;
import gaitd.maths.EulerAngles;
import java.util.Arrays;

/**
 * A recording row by row as readings of a robot. Orientation comes from the IMU by the filter that a port without one uses.
 *
 * <p>Counts that were not recorded are 300 of a foot that stands, as a real one under 30 N reads, and 0 of one that swings; torques
 * that were not are those of the robot's weight shared evenly by the standing feet.
 */
final class PlayedSensors {
    private static final double STANDING_COUNTS = 300;

    private final Recording recording;
    private final Additions additions;
    private final RecordedContacts contacts;
    private final AttitudeFilter attitude;
    private final LegKinematics kinematics;
    private final int delayRows;
    private final double[] rpy = new double[3];
    private final double[] up = new double[9];
    private final double[] jacobian = new double[9];

    PlayedSensors(final Recording recording, final Additions additions) {
        this.recording = recording;
        this.additions = additions;
        delayRows = (int) Math.rint(additions.contactDelayS() / recording.periodS);
        contacts = new RecordedContacts(recording, delayRows);
        attitude = new AttitudeFilter(recording.periodS);
        kinematics = new LegKinematics(additions.robot().legs());
    }

    /** One row; rows come in order. */
    void read(final int row, final Sensed out) {
        recording.read(Column.GYRO, row, out.gyro);
        recording.read(Column.ACCELEROMETER, row, out.accelerometer);
        recording.read(Column.Q, row, out.q);
        recording.read(Column.DQ, row, out.dq);
        attitude.update(out);
        if (additions.trueOrientation()) {
            recording.read(Column.TRUE_RPY, row, rpy);
            EulerAngles.quaternion(rpy, out.quaternion);
            System.arraycopy(rpy, 0, out.rpy, 0, rpy.length);
        }
        if (recording.has(Column.TORQUE)) {
            recording.read(Column.TORQUE, row, out.tauEst);
        } else {
            Arrays.fill(out.tauEst, 0);
        }
        EulerAngles.matrix(out.rpy, up);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double counts = recording.has(Column.FOOT)
                    ? recording.get(Column.FOOT, Math.max(0, row - delayRows), leg)
                    : contacts.stands(row, leg) ? STANDING_COUNTS : 0;
            out.footForce[leg] = (int) Math.rint(counts + additions.footOffsetCounts());
            load(row, leg, out);
        }
        out.sequence = row + 1L;
    }

    /** Adds the torques of a vertical force on the foot: tau = -J' f. */
    private void load(final int row, final int leg, final Sensed out) {
        double forceN = 0;
        if (!recording.has(Column.TORQUE) && contacts.stands(row, leg)) {
            forceN = additions.robot().massKg * Gravity.M_S2 / contacts.standing(row);
        } else if (additions.swingTorques()) {
            final double phase = contacts.swingPhase(row, leg);
            forceN = Double.isNaN(phase) ? 0 : SwingCourse.forceN(phase);
        }
        if (forceN == 0) {
            return;
        }
        kinematics.jacobian(leg, out.q, jacobian);
        for (int k = 0; k < A1.JOINTS_PER_LEG; k++) {
            out.tauEst[A1.JOINTS_PER_LEG * leg + k] -=
                    forceN * (jacobian[k] * up[6] + jacobian[3 + k] * up[7] + jacobian[6 + k] * up[8]);
        }
    }
}
