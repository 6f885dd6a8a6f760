package gaitd.sim.robot;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.sim.engine.RobotModel;

/**
 * The twelve motor drives: each closes tau + kp (q* - q) + kd (dq* - dq) at the physics rate, within the torque limit.
 *
 * <p>The damping part is handed to the engine to be taken at the end of the step, which keeps it stable at any gain, unless
 * the rest of the torque is beyond the limit by itself. A drive in any mode but servo, or asked for something that is not a
 * finite number, damps. Negative gains count as 0. {@link Wear} and battery make it less than nominal. Called once a physics step. Allocates nothing after construction.
 */
final class MotorDrives {
    /** Damping of a drive that was given no servo command, as in the vendor's simulation, N m s/rad. */
    static final double BRAKE_KD_NM_S_RAD = 20;

    /** Margin below the limit, so that the engine's own limit does not cut by rounding, N m. */
    private static final double LIMIT_NM = A1.TORQUE_MAX_NM * (1 - 1e-12);

    /** Torques for the engine, damping not included, N m. */
    final double[] torqueNm = new double[A1.JOINTS];
    /** Damping for the engine, N m s/rad. */
    final double[] dampingNmSRad = new double[A1.JOINTS];
    /** Modes the drives are in. */
    final int[] mode = new int[A1.JOINTS];

    private final JointCommands newest = new JointCommands();
    private final Wear wear;

    MotorDrives(final Wear wear) {
        this.wear = wear;
    }

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
     * Computes one step.
     *
     * @param q true angles, 12, rad
     * @param dq speeds, 12, rad/s
     * @param voltageShare battery voltage, times full
     * @param commanded whether a command is in force; else every drive damps
     */
    void update(final double[] q, final double[] dq, final double voltageShare, final boolean commanded) {
        for (int j = 0; j < A1.JOINTS; j++) {
            if (commanded && newest.mode[j] == MotorMode.SERVO && isFinite(j)) {
                mode[j] = MotorMode.SERVO;
                final double kp = wear.kpScale[j] * Math.max(0, newest.kp[j]);
                final double kd = wear.kdScale[j] * Math.max(0, newest.kd[j]);
                final double measured = q[j] + wear.jointOffsetRad[j];
                final double strength = wear.strength[j];
                final double pull = strength * (newest.tau[j] + kp * (newest.q[j] - measured) + kd * newest.dq[j]);
                final double total = pull - strength * kd * dq[j];
                drive(j, pull, strength * kd, dq[j], limitNm(strength, total, dq[j], voltageShare));
            } else {
                mode[j] = MotorMode.DAMPING;
                drive(j, 0, BRAKE_KD_NM_S_RAD, dq[j], LIMIT_NM);
            }
        }
    }

    /**
     * Greatest torque in the direction of the one wanted. With a full battery the fade toward higher speed is left to the
     * engine.
     */
    private static double limitNm(
            final double strength, final double total, final double speedRadS, final double voltageShare) {
        final double most = LIMIT_NM * Math.min(1, strength);
        if (voltageShare >= 1 || total * speedRadS <= 0) {
            return most;
        }
        final double fade = (A1.SPEED_MAX_RAD_S * voltageShare - Math.abs(speedRadS))
                / (A1.SPEED_MAX_RAD_S - RobotModel.SPEED_KNEE_RAD_S);
        return most * Math.clamp(fade, 0.0, 1.0);
    }

    private void drive(final int j, final double pull, final double kd, final double speedRadS, final double limitNm) {
        final double total = pull - kd * speedRadS;
        if (Math.abs(total) <= limitNm) {
            torqueNm[j] = pull;
            dampingNmSRad[j] = kd;
        } else if (Math.abs(pull) < limitNm) {
            torqueNm[j] = pull;
            dampingNmSRad[j] = (pull - Math.copySign(limitNm, total)) / speedRadS;
        } else {
            torqueNm[j] = Math.copySign(limitNm, total);
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
