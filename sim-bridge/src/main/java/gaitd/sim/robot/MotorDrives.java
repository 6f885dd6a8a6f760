package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;

/**
 * The twelve motor drives: each closes tau + kp (q* - q) + kd (dq* - dq) at the physics rate, within the torque limit.
 *
 * <p>The damping part is handed to the engine to be taken at the end of the step, which keeps it stable at any gain, unless
 * the rest of the torque is beyond the limit by itself. A drive in any mode but servo, or asked for something that is not a
 * finite number, damps. Negative gains count as 0. Called once a physics step. Allocates nothing after construction.
 */
final class MotorDrives {
    /** Damping of a drive that was given no servo command, as in the vendor's simulation, N m s/rad. */
    static final double BRAKE_KD_NM_S_RAD = 20;

    /** A hair inside the limit, so that the engine's own limit takes nothing away through rounding, N m. */
    private static final double LIMIT_NM = A1.TORQUE_MAX_NM * (1 - 1e-12);

    /** Torques for the engine, damping not included, N m. */
    final double[] torqueNm = new double[A1.JOINTS];
    /** Damping for the engine, N m s/rad. */
    final double[] dampingNmSRad = new double[A1.JOINTS];
    /** Modes the drives are in. */
    final int[] mode = new int[A1.JOINTS];

    private final JointCommands newest = new JointCommands();

    void command(final JointCommands commands) {
        newest.set(commands);
    }

    void forget() {
        newest.damp(0);
        for (int j = 0; j < A1.JOINTS; j++) {
            newest.mode[j] = MotorMode.DAMPING;
        }
    }

    /**
     * Works out one step.
     *
     * @param q measured angles, 12, rad
     * @param dq measured speeds, 12, rad/s
     * @param obey whether commands count; else every drive damps
     */
    void update(final double[] q, final double[] dq, final boolean obey) {
        for (int j = 0; j < A1.JOINTS; j++) {
            if (obey && newest.mode[j] == MotorMode.SERVO && isFinite(j)) {
                mode[j] = MotorMode.SERVO;
                final double kp = Math.max(0, newest.kp[j]);
                final double kd = Math.max(0, newest.kd[j]);
                drive(j, newest.tau[j] + kp * (newest.q[j] - q[j]) + kd * newest.dq[j], kd, dq[j]);
            } else {
                mode[j] = MotorMode.DAMPING;
                drive(j, 0, BRAKE_KD_NM_S_RAD, dq[j]);
            }
        }
    }

    private void drive(final int j, final double pull, final double kd, final double speedRadS) {
        final double total = pull - kd * speedRadS;
        if (Math.abs(total) <= LIMIT_NM) {
            torqueNm[j] = pull;
            dampingNmSRad[j] = kd;
        } else if (Math.abs(pull) < LIMIT_NM) {
            torqueNm[j] = pull;
            dampingNmSRad[j] = (pull - Math.copySign(LIMIT_NM, total)) / speedRadS;
        } else {
            torqueNm[j] = Math.copySign(LIMIT_NM, total);
            dampingNmSRad[j] = 0;
        }
    }

    private boolean isFinite(final int j) {
        return Double.isFinite(newest.q[j])
                && Double.isFinite(newest.dq[j])
                && Double.isFinite(newest.tau[j])
                && Double.isFinite(newest.kp[j])
                && Double.isFinite(newest.kd[j]);
    }
}
