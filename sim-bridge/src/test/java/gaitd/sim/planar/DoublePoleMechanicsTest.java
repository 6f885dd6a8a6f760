package gaitd.sim.planar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.sim.planar.PlanarLink.JointDrive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the textbook's equations of two rods that hang one from the other. */
class DoublePoleMechanicsTest {
    private static final double LENGTH_M = 0.8;
    private static final double GRAVITY = 9.81;
    private static final PlanarCapsule ROD = new PlanarCapsule(0, 0, 0, -LENGTH_M, 0.05, 0);
    private static final PlanarModel MODEL = new PlanarModel(
            List.of(
                    new PlanarLink("a", -1, PlanarJoint.HINGE, 0, 0, JointDrive.FREE, List.of(ROD)),
                    new PlanarLink("b", 0, PlanarJoint.HINGE, 0, -LENGTH_M, JointDrive.FREE, List.of(ROD))),
            3,
            new Softness(0.02, 0.9, 0.95, 0.001, 0),
            null);
    private static final double MASS = 1.5;
    private static final double INERTIA = MODEL.inertia[0];
    private static final double HALF_M = LENGTH_M / 2;

    /** Lagrange's equations in the rods' angles against the vertical, solved for their accelerations. */
    private static double[] textbook(final double a, final double b, final double wa, final double wb) {
        final double m11 = INERTIA + MASS * HALF_M * HALF_M + MASS * LENGTH_M * LENGTH_M;
        final double m22 = INERTIA + MASS * HALF_M * HALF_M;
        final double couple = MASS * LENGTH_M * HALF_M;
        final double m12 = couple * StrictMath.cos(a - b);
        final double sin = StrictMath.sin(a - b);
        final double f1 = -couple * sin * wb * wb - MASS * GRAVITY * (HALF_M + LENGTH_M) * StrictMath.sin(a);
        final double f2 = couple * sin * wa * wa - MASS * GRAVITY * HALF_M * StrictMath.sin(b);
        final double determinant = m11 * m22 - m12 * m12;
        return new double[] {(m22 * f1 - m12 * f2) / determinant, (m11 * f2 - m12 * f1) / determinant};
    }

    private static double energy(final double[] s) {
        final double a = s[0];
        final double b = s[0] + s[1];
        final double wa = s[2];
        final double wb = s[2] + s[3];
        final double along = INERTIA + MASS * HALF_M * HALF_M;
        return 0.5 * (along + MASS * LENGTH_M * LENGTH_M) * wa * wa
                + 0.5 * along * wb * wb
                + MASS * LENGTH_M * HALF_M * StrictMath.cos(a - b) * wa * wb
                - MASS * GRAVITY * ((HALF_M + LENGTH_M) * StrictMath.cos(a) + HALF_M * StrictMath.cos(b));
    }

    @Test
    void acceleratesAsTheTextbookSays() {
        final double[][] states = {{0.3, 0.4, 1, -2}, {-2, 1.1, 3, 5}, {1.5, -2.5, -4, 0.5}};
        final double step = 1e-3;
        for (final double[] state : states) {
            final double[] next = state.clone();
            new PlanarDynamics(MODEL, step).step(next, 0, new double[2]);
            final double[] expected = textbook(state[0], state[0] + state[1], state[2], state[2] + state[3]);
            assertEquals(expected[0], (next[2] - state[2]) / step, 1e-9);
            assertEquals(expected[1] - expected[0], (next[3] - state[3]) / step, 1e-9);
            assertEquals(state[0] + step * next[2], next[0], 0);
        }
    }

    /** A step's error of energy falls with the step; in two seconds of swinging it stays within a thousandth of what swings. */
    @Test
    void energyStays() {
        final double[] state = {1.2, 0.7, 0, 0};
        final double before = energy(state);
        final PlanarDynamics dynamics = new PlanarDynamics(MODEL, 1e-5);
        final double swing = before - energy(new double[4]);
        for (int i = 0; i < 200_000; i++) {
            dynamics.step(state, 0, new double[2]);
            assertEquals(before, energy(state), 1e-3 * swing);
        }
    }
}
