package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StanceForcesTest {
    private final StanceForces forces = new StanceForces();
    private final double[] foot = {0.18, -0.14, -0.25, 0.18, 0.14, -0.25, -0.18, -0.14, -0.25, -0.18, 0.14, -0.25};

    @Test
    void fourFeetShareTheWeightEqually() {
        forces.solve(foot, new double[] {1, 1, 1, 1}, new double[] {0, 0, 120, 0, 0, 0}, 200);
        for (int leg = 0; leg < 4; leg++) {
            assertEquals(30, forces.force[3 * leg + 2], 0.01);
        }
    }

    @Test
    void givesTheWantedForceAndMomentWhereTheConeAllows() {
        final SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 200; n++) {
            final double[] wanted = {
                random.nextDouble(-15, 15), random.nextDouble(-15, 15), random.nextDouble(90, 140),
                random.nextDouble(-3, 3), random.nextDouble(-3, 3), random.nextDouble(-1, 1)
            };
            forces.solve(foot, new double[] {1, 1, 1, 1}, wanted, 200);
            final double[] got = wrench();
            for (int k = 0; k < 6; k++) {
                assertEquals(wanted[k], got[k], 0.25, "component " + k + " of case " + n);
            }
        }
    }

    @Test
    void aFootInTheAirPushesNothing() {
        forces.solve(foot, new double[] {1, 0, 0, 1}, new double[] {5, 3, 120, 1, 1, 0}, 200);
        for (int k = 3; k < 9; k++) {
            assertEquals(0, forces.force[k]);
        }
        assertEquals(120, forces.force[2] + forces.force[11], 2);
    }

    @Test
    void staysInsideTheFrictionConeAndNeverPulls() {
        forces.solve(foot, new double[] {1, 1, 1, 1}, new double[] {200, -100, 50, 40, -30, 20}, 60);
        for (int leg = 0; leg < 4; leg++) {
            final double fz = forces.force[3 * leg + 2];
            final double side = Math.hypot(forces.force[3 * leg], forces.force[3 * leg + 1]);
            assertTrue(fz >= 0 && fz <= 60);
            assertTrue(side <= 0.55 * fz + 1e-9);
        }
    }

    private double[] wrench() {
        final double[] w = new double[6];
        for (int leg = 0; leg < 4; leg++) {
            final int i = 3 * leg;
            final double[] f = forces.force;
            for (int k = 0; k < 3; k++) {
                w[k] += f[i + k];
            }
            w[3] += foot[i + 1] * f[i + 2] - foot[i + 2] * f[i + 1];
            w[4] += foot[i + 2] * f[i] - foot[i] * f[i + 2];
            w[5] += foot[i] * f[i + 1] - foot[i + 1] * f[i];
        }
        return w;
    }
}
