package gaitd.sim.identify;

import gaitd.hal.A1;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/** One tick as control read it. */
final class TickSample {
    /**
     * Drives close their loops twice a tick, by torques that the tick's last report is half a millisecond from the average of. True of
     * the simulated robot; not known of a real one.
     */
    private static final double DRIVE_S = 0.0005;

    final double[] q = new double[A1.JOINTS];
    final double[] dq = new double[A1.JOINTS];
    /** Torques, with what stiffness changes from the average of the tick to its end. */
    final double[] tau = new double[A1.JOINTS];
    /** What a joint's acceleration changes in that time, N m s^2/rad. */
    final double[] lead = new double[A1.JOINTS];

    final double[] turn = new double[3];
    final double[] force = new double[3];
    final double[] up = new double[3];
    int swingBits;
    int stanceBits;

    void read(final TickFrame frame) {
        for (int j = 0; j < A1.JOINTS; j++) {
            q[j] = frame.real(TickField.Q, j);
            dq[j] = frame.real(TickField.DQ, j);
            lead[j] = DRIVE_S * frame.real(TickField.KD_COMMAND, j);
            tau[j] = frame.real(TickField.TAU, j) + DRIVE_S * frame.real(TickField.KP_COMMAND, j) * dq[j];
        }
        for (int i = 0; i < 3; i++) {
            turn[i] = frame.real(TickField.GYRO, i);
            force[i] = frame.real(TickField.ACCELEROMETER, i);
        }
        final double w = frame.real(TickField.QUATERNION, 0);
        final double x = frame.real(TickField.QUATERNION, 1);
        final double y = frame.real(TickField.QUATERNION, 2);
        final double z = frame.real(TickField.QUATERNION, 3);
        up[0] = 2 * (x * z - w * y);
        up[1] = 2 * (y * z + w * x);
        up[2] = 1 - 2 * (x * x + y * y);
        stanceBits = (int) (frame.get(TickField.STANCE_BITS) & frame.get(TickField.CONTACT_BITS));
        swingBits = ~(int) (frame.get(TickField.STANCE_BITS) | frame.get(TickField.CONTACT_BITS));
    }
}
