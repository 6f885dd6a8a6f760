package gaitd.sim.identify;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import java.util.Arrays;

/**
 * The equations of one moment, linear in the {@link Unknowns}: six of the trunk; three of each leg, which hold while its foot hangs
 * free; and three of each diagonal pair of feet, which hold while neither slides. Each row has a coefficient for every unknown, then the
 * right side, then its doubt.
 *
 * <p>Zeros of joints enter by their derivatives at what is believed now. Allocates nothing after construction.
 */
final class MotionRows {
    /** Numbers in a row. */
    static final int WIDTH = Unknowns.COUNT + 2;
    /** Where in a row its doubt is: what dry friction of joints that stand still may add. */
    static final int DOUBT = Unknowns.COUNT + 1;
    /** Rows: the trunk's, a row for each joint, three for each pair of feet. */
    static final int COUNT = Balance.TRUNK_ROWS + A1.JOINTS + 6;
    /** First row of the pairs of feet: FR with RL, FL with RR. */
    static final int PAIRS = Balance.TRUNK_ROWS + A1.JOINTS;

    /** The rows, one after the other. */
    final double[] row = new double[WIDTH * COUNT];

    private static final double STEP_RAD = 1e-4;
    /** Below this speed dry friction is somewhere between its limits, rad/s. */
    private static final double CREEP_RAD_S = 0.15;

    private final Balance balance;
    private final double[] q = new double[A1.JOINTS];
    private final double[] direction = new double[A1.JOINTS];
    private final double[] left = new double[COUNT];
    private final double[] moved = new double[COUNT];

    MotionRows(final RobotModel nominal) {
        balance = new Balance(nominal);
    }

    /**
     * Computes all rows.
     *
     * @param motion what the sensors tell
     * @param believed the unknowns as they are believed to be
     */
    void update(final Motion motion, final double[] believed) {
        Arrays.fill(row, 0);
        for (int j = 0; j < A1.JOINTS; j++) {
            q[j] = motion.q[j] - believed[Unknowns.ZERO.at(j)];
            direction[j] = Math.clamp(motion.dq[j] / CREEP_RAD_S, -1.0, 1.0);
        }
        balance.update(motion, q);
        residuals(motion, believed, left);
        for (int j = 0; j < A1.JOINTS; j++) {
            final double stuck = (1 - Math.abs(direction[j])) * Math.max(0, believed[Unknowns.DRY_FRICTION.at(j)]);
            for (int i = 0; i < Balance.TRUNK_ROWS; i++) {
                final double lever = balance.lever[Balance.TRUNK_ROWS * j + i];
                row[WIDTH * i + Unknowns.STRENGTH.at(j)] = -lever * motion.tau[j];
                row[WIDTH * i + Unknowns.DRY_FRICTION.at(j)] = lever * direction[j];
                row[WIDTH * i + Unknowns.DAMPING.at(j)] = lever * motion.dq[j];
                row[WIDTH * i + DOUBT] += Math.abs(lever) * stuck;
            }
            final int at = WIDTH * (Balance.TRUNK_ROWS + j);
            row[at + Unknowns.STRENGTH.at(j)] = motion.tau[j];
            row[at + Unknowns.DRY_FRICTION.at(j)] = -direction[j];
            row[at + Unknowns.DAMPING.at(j)] = -motion.dq[j];
            row[at + DOUBT] = stuck;
        }
        load(motion);
        for (int j = 0; j < A1.JOINTS; j++) {
            q[j] -= STEP_RAD;
            balance.update(motion, q);
            residuals(motion, believed, moved);
            q[j] += STEP_RAD;
            for (int i = 0; i < COUNT; i++) {
                row[WIDTH * i + Unknowns.ZERO.at(j)] = (left[i] - moved[i]) / STEP_RAD;
            }
        }
        for (int i = 0; i < COUNT; i++) {
            row[WIDTH * i + Unknowns.COUNT] = left[i]
                    + product(i, 0, Unknowns.LOAD.at(0), believed)
                    + product(i, Unknowns.ZERO.at(0), Unknowns.COUNT, believed);
        }
    }

    private double product(final int i, final int from, final int to, final double[] believed) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += row[WIDTH * i + k] * believed[k];
        }
        return sum;
    }

    /** What is left of each equation with the unknowns as believed, without a load. */
    private void residuals(final Motion motion, final double[] believed, final double[] out) {
        for (int i = 0; i < Balance.TRUNK_ROWS; i++) {
            out[i] = balance.inertial[i];
        }
        for (int pair = 0; pair < 2; pair++) {
            for (int i = 0; i < 3; i++) {
                out[PAIRS + 3 * pair + i] = balance.contactMS[3 * pair + i] - balance.contactMS[3 * (3 - pair) + i];
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final double net = balance.inertial[6 + j]
                    - believed[Unknowns.STRENGTH.at(j)] * motion.tau[j]
                    + believed[Unknowns.DRY_FRICTION.at(j)] * direction[j]
                    + believed[Unknowns.DAMPING.at(j)] * motion.dq[j];
            out[Balance.TRUNK_ROWS + j] = net;
            for (int i = 0; i < Balance.TRUNK_ROWS; i++) {
                out[i] -= balance.lever[Balance.TRUNK_ROWS * j + i] * net;
            }
        }
    }

    /** Coefficients of a load: m s + w' x h + w x (w x h), and h x s + I w' + w x I w. */
    private void load(final Motion motion) {
        final double[] s = motion.specificForce;
        final double[] w = motion.turn;
        final double[] r = motion.turnRate;
        for (int i = 0; i < 3; i++) {
            row[WIDTH * i + Unknowns.LOAD.at(0)] = -s[i];
        }
        final int h = Unknowns.LOAD_MOMENT.at(0);
        final double xx = w[0] * w[0];
        final double yy = w[1] * w[1];
        final double zz = w[2] * w[2];
        put(0, h, -(yy + zz), w[0] * w[1] - r[2], w[0] * w[2] + r[1]);
        put(1, h, w[0] * w[1] + r[2], -(xx + zz), w[1] * w[2] - r[0]);
        put(2, h, w[0] * w[2] - r[1], w[1] * w[2] + r[0], -(xx + yy));
        put(3, h, 0, s[2], -s[1]);
        put(4, h, -s[2], 0, s[0]);
        put(5, h, s[1], -s[0], 0);
        final int t = Unknowns.LOAD_INERTIA.at(0);
        put(3, t, r[0], -w[1] * w[2], w[1] * w[2]);
        put(3, t + 3, r[1] - w[0] * w[2], r[2] + w[0] * w[1], yy - zz);
        put(4, t, w[0] * w[2], r[1], -w[0] * w[2]);
        put(4, t + 3, r[0] + w[1] * w[2], zz - xx, r[2] - w[0] * w[1]);
        put(5, t, -w[0] * w[1], w[0] * w[1], r[2]);
        put(5, t + 3, xx - yy, r[0] - w[1] * w[2], r[1] + w[0] * w[2]);
    }

    private void put(final int i, final int at, final double x, final double y, final double z) {
        row[WIDTH * i + at] = -x;
        row[WIDTH * i + at + 1] = -y;
        row[WIDTH * i + at + 2] = -z;
    }
}
