package gaitd.sim.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.policies.learn.RandomStream;
import gaitd.sim.engine.RobotModel;
import org.junit.jupiter.api.Test;

/** Motions made to obey the equations with known unknowns give them back, with feet on the ground or not. */
class SyntheticMotionTest {
    private static final int MOTIONS = 600;
    private static final int[] SOLVED = {0, 1, 2, 9, 10, 5};
    private static final int[] CHOSEN = {3, 4, 6, 7, 8, 11};

    private final RandomStream random = new RandomStream(7);
    private final Balance balance = new Balance(RobotModel.a1());

    private double between(final double low, final double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double[] truth() {
        final double[] truth = new double[Unknowns.COUNT];
        for (int j = 0; j < A1.JOINTS; j++) {
            truth[Unknowns.STRENGTH.at(j)] = between(0.5, 1.1);
            truth[Unknowns.DRY_FRICTION.at(j)] = between(0, 1.5);
            truth[Unknowns.DAMPING.at(j)] = between(0, 0.3);
            truth[Unknowns.ZERO.at(j)] = between(-0.05, 0.05);
        }
        final double kg = 8;
        final double[] at = {-0.1, 0.03, 0.08};
        truth[Unknowns.LOAD.at(0)] = kg;
        for (int i = 0; i < 3; i++) {
            truth[Unknowns.LOAD_MOMENT.at(i)] = kg * at[i];
        }
        final double[] inertia = {
            at[1] * at[1] + at[2] * at[2],
            at[0] * at[0] + at[2] * at[2],
            at[0] * at[0] + at[1] * at[1],
            -at[0] * at[1],
            -at[0] * at[2],
            -at[1] * at[2]
        };
        for (int i = 0; i < 6; i++) {
            truth[Unknowns.LOAD_INERTIA.at(i)] = kg * inertia[i];
        }
        return truth;
    }

    /** A motion of feet with any forces: torques of six joints of three legs are what balances the trunk. */
    private Motion motion(final double[] truth, final MotionRows rows) {
        final Motion motion = new Motion();
        final double[] q = new double[A1.JOINTS];
        for (int j = 0; j < A1.JOINTS; j++) {
            q[j] = new double[] {0, 0.8, -1.6}[j % 3] + between(-0.3, 0.3);
            motion.q[j] = q[j] + truth[Unknowns.ZERO.at(j)];
            motion.dq[j] = between(-4, 4);
            motion.ddq[j] = between(-40, 40);
        }
        for (int i = 0; i < 3; i++) {
            motion.turn[i] = between(-1, 1);
            motion.turnRate[i] = between(-10, 10);
            motion.specificForce[i] = between(-3, 3) + (i == 2 ? 9.8 : 0);
        }
        motion.up[2] = 1;
        balance.update(motion, q);
        final double[] net = new double[A1.JOINTS];
        for (final int j : CHOSEN) {
            net[j] = between(-10, 10);
        }
        rows.update(motion, truth);
        final double[][] system = new double[6][7];
        for (int i = 0; i < 6; i++) {
            double right = balance.inertial[i];
            for (int k = Unknowns.LOAD.at(0); k < Unknowns.ZERO.at(0); k++) {
                right -= rows.row[MotionRows.WIDTH * i + k] * truth[k];
            }
            for (final int j : CHOSEN) {
                right -= balance.lever[6 * j + i] * net[j];
            }
            for (int c = 0; c < 6; c++) {
                system[i][c] = balance.lever[6 * SOLVED[c] + i];
            }
            system[i][6] = right;
        }
        eliminate(system);
        for (int c = 0; c < 6; c++) {
            net[SOLVED[c]] = system[c][6] / system[c][c];
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final double friction = truth[Unknowns.DRY_FRICTION.at(j)] * Math.clamp(motion.dq[j] / 0.15, -1.0, 1.0)
                    + truth[Unknowns.DAMPING.at(j)] * motion.dq[j];
            motion.tau[j] = (balance.inertial[6 + j] - net[j] + friction) / truth[Unknowns.STRENGTH.at(j)];
        }
        return motion;
    }

    private static void eliminate(final double[][] system) {
        for (int c = 0; c < system.length; c++) {
            int best = c;
            for (int r = c; r < system.length; r++) {
                best = Math.abs(system[r][c]) > Math.abs(system[best][c]) ? r : best;
            }
            final double[] swapped = system[c];
            system[c] = system[best];
            system[best] = swapped;
            for (int r = 0; r < system.length; r++) {
                final double factor = r == c ? 0 : system[r][c] / system[c][c];
                for (int k = c; k < 7; k++) {
                    system[r][k] -= factor * system[c][k];
                }
            }
        }
    }

    @Test
    void whatWasSetIsFoundExactly() {
        final double[] truth = truth();
        final MotionRows rows = new MotionRows(RobotModel.a1());
        final Motion[] motions = new Motion[MOTIONS];
        for (int i = 0; i < MOTIONS; i++) {
            motions[i] = motion(truth, rows);
        }
        final double[] found = new double[Unknowns.COUNT];
        Unknowns.believe(found, new double[Unknowns.COUNT]);
        final NormalEquations equations = new NormalEquations();
        for (int pass = 0; pass < 5; pass++) {
            equations.clear();
            for (int m = 0; m < MOTIONS; m++) {
                rows.update(motions[m], found);
                for (int i = 0; i < Balance.TRUNK_ROWS; i++) {
                    equations.add(m % NormalEquations.PARTS, 1e6, rows.row, i * MotionRows.WIDTH);
                }
            }
            equations.solve(-1, found);
        }
        for (int k = 0; k < Unknowns.COUNT; k++) {
            assertEquals(truth[k], found[k], 1e-3, "unknown " + k);
        }
    }
}
