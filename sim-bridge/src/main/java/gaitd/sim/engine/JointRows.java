package gaitd.sim.engine;

import gaitd.hal.A1;

/**
 * Dry friction and stops of the joints in one step: a box of +-torque times dt, and a least speed away from a near stop.
 *
 * <p>A joint is settled when its impulses are at their bounds and the speed after the step agrees: against the friction's
 * sign, and off the stop. Walking legs are settled nearly always, which the solver makes use of. Called by
 * {@link ConstraintSolver}. Allocates nothing after construction.
 */
final class JointRows {
    /** Where the impulses of stops are, 12 of them; those of dry friction are the 12 before. */
    static final int STOP = 12;

    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_RAD_S = 5;
    private static final double STOP_REACH_RAD_S = 60;

    private final double timeStepS;
    private final RobotModel model;
    private final double[] impulse;
    /** Side of the stop a joint is near, 0 for none. */
    private final int[] side = new int[A1.JOINTS];
    /** Least speed off that stop after the step, rad/s. */
    private final double[] floor = new double[A1.JOINTS];

    private final double[] inverse = new double[A1.JOINTS];
    private double[] row;

    /**
     * For one robot.
     *
     * @param model live
     * @param timeStepS length of a step, s
     * @param impulse live impulses, N m s; this writes the first 24
     */
    JointRows(final RobotModel model, final double timeStepS, final double[] impulse) {
        this.model = model;
        this.timeStepS = timeStepS;
        this.impulse = impulse;
        this.row = new double[9 * A1.JOINTS];
    }

    /**
     * Starts a step: adds the last step's impulses, as far as they still may be, to the forces.
     *
     * @param q joint angles, rad
     * @param change impulses on the 18 velocities, not yet whitened
     */
    void start(final double[] q, final double[] change) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final double above = q[j] - RobotModel.positionMinRad(j);
            final double below = RobotModel.positionMaxRad(j) - q[j];
            final double gap = Math.min(above, below);
            side[j] = 0;
            if (gap < STOP_REACH_RAD_S * timeStepS) {
                side[j] = above < below ? 1 : -1;
                floor[j] = gap > 0 ? -gap / timeStepS : Math.min(-gap * PUSH_OUT / timeStepS, PUSH_OUT_MAX_RAD_S);
            }
            if (impulse[STOP + j] * side[j] <= 0) {
                impulse[STOP + j] = 0;
            }
            final double most = mostNms(j);
            impulse[j] = Math.max(-most, Math.min(most, impulse[j]));
            change[6 + j] += impulse[j] + impulse[STOP + j];
        }
    }

    private double mostNms(final int j) {
        return model.dryFrictionNm[j] * timeStepS;
    }

    /**
     * Whether every impulse is at a bound, so that the joints may be settled.
     *
     * @return true when none is between
     */
    boolean atBounds() {
        for (int j = 0; j < A1.JOINTS; j++) {
            if (Math.abs(impulse[j]) != mostNms(j) || impulse[STOP + j] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether joints at their bounds are settled.
     *
     * @param velocity before the step, 18
     * @param change of it over the step, 18
     * @return whether the speeds after the step agree with the impulses
     */
    boolean agree(final double[] velocity, final double[] change) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final double after = velocity[6 + j] + change[6 + j];
            if (impulse[j] * after > 0 || (side[j] != 0 && side[j] * after < floor[j])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the rows for {@link #sweep}.
     *
     * @param rows whitened unit torques, 12 x 9
     */
    void weigh(final double[] rows) {
        row = rows;
        for (int j = 0; j < A1.JOINTS; j++) {
            double sum = 0;
            for (int i = 9 * j; i < 9 * j + 9; i++) {
                sum += rows[i] * rows[i];
            }
            inverse[j] = 1 / sum;
        }
    }

    /**
     * One sweep over all joints.
     *
     * @param velocity before the step, 18
     * @param u whitened change of it, 18; updated
     * @return the largest change of an impulse, N m s
     */
    double sweep(final double[] velocity, final double[] u) {
        double moved = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            final int leg = 6 + 3 * (j / 3);
            final double delta = settle(j, velocity[6 + j] + Whitened.product(row, 9 * j, u, leg));
            if (delta != 0) {
                Whitened.add(row, 9 * j, delta, u, leg);
                moved = Math.max(moved, Math.abs(delta));
            }
        }
        return moved;
    }

    private double settle(final int j, final double speed) {
        double v = speed;
        double delta = 0;
        if (side[j] != 0) {
            final double before = impulse[STOP + j];
            final double target = before - (v - side[j] * floor[j]) * inverse[j];
            final double after = side[j] > 0 ? Math.max(0, target) : Math.min(0, target);
            impulse[STOP + j] = after;
            delta = after - before;
            v += delta / inverse[j];
        }
        final double before = impulse[j];
        final double most = mostNms(j);
        final double target = before - v * inverse[j];
        final double after = target > most ? most : target < -most ? -most : target;
        impulse[j] = after;
        return delta + (after - before);
    }
}
