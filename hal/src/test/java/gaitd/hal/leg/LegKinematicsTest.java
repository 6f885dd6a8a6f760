package gaitd.hal.leg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LegKinematicsTest {
    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final double[] foot = new double[12];

    @Test
    void standsWithItsFeetUnderTheHipsInTheDocumentedPose() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.forward(leg, pose(leg, 0, 0.9, -1.8), foot, 3 * leg);
            assertEquals(A1.frontSign(leg) * 0.1805, foot[3 * leg], 1e-12);
            assertEquals(A1.sideSign(leg) * 0.1308, foot[3 * leg + 1], 1e-12);
            assertEquals(-0.2486, foot[3 * leg + 2], 5e-5);
        }
    }

    @Test
    void hasTheDocumentedBodyHeights() {
        final double[][] poses = {{0.67, -1.3, 0.338}, {0.8, -1.5, 0.312}, {1.2, -2.0, 0.232}, {0.9, -1.8, 0.2686}};
        for (double[] p : poses) {
            kinematics.forward(A1.RL, pose(A1.RL, 0, p[0], p[1]), foot, 9);
            assertEquals(p[2], A1.FOOT_RADIUS_M - foot[11], 1e-3);
        }
    }

    @Test
    void movesAsTheSignsOfTheJointsSay() {
        final double[] moved = new double[3];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.forward(leg, pose(leg, 0, 0.9, -1.8), foot, 0);
            kinematics.forward(leg, pose(leg, 0.1, 0.9, -1.8), moved, 0);
            assertTrue(moved[1] > foot[1]);
            kinematics.forward(leg, pose(leg, 0, 1.0, -1.8), moved, 0);
            assertTrue(moved[0] < foot[0]);
            kinematics.forward(leg, pose(leg, 0, 0.9, -2.0), moved, 0);
            assertTrue(moved[0] > foot[0]);
        }
    }

    @Test
    void invertsEveryPoseWithinTheLimits() {
        final long seed = 21;
        final Random random = new Random(seed);
        final double[] again = new double[3];
        int below = 0;
        for (int trial = 0; trial < 40_000; trial++) {
            final int leg = trial % A1.LEGS;
            final double[] q = randomPose(random, leg);
            final double[] back = new double[12];
            kinematics.forward(leg, q, foot, 0);
            assertTrue(kinematics.inverse(leg, foot, 0, back), () -> "seed " + seed);
            assertWithinLimits(leg, back);
            kinematics.forward(leg, back, again, 0);
            for (int i = 0; i < 3; i++) {
                assertEquals(foot[i], again[i], 1e-9, () -> "seed " + seed);
            }
            final double down = A1.THIGH_M * (Math.cos(q[3 * leg + 1]) + Math.cos(q[3 * leg + 1] + q[3 * leg + 2]));
            if (down > 1e-3) {
                below++;
                assertArrayEquals(q, back, 1e-9, () -> "seed " + seed);
            }
        }
        assertTrue(below > 10_000);
    }

    @Test
    void reachesTheCornersOfTheLimits() {
        final double[] back = new double[12];
        for (int corner = 0; corner < 8 * A1.LEGS; corner++) {
            final int leg = corner / 8;
            final double[] q = pose(
                    leg,
                    (corner & 1) == 0 ? A1.positionMinRad(0) : A1.positionMaxRad(0),
                    (corner & 2) == 0 ? A1.positionMinRad(1) : A1.positionMaxRad(1),
                    (corner & 4) == 0 ? A1.positionMinRad(2) : A1.positionMaxRad(2));
            kinematics.forward(leg, q, foot, 0);
            assertTrue(kinematics.inverse(leg, foot, 0, back), "corner " + corner);
            assertWithinLimits(leg, back);
        }
    }

    @Test
    void writesOnlyTheLegAsked() {
        final double[] q = new double[12];
        kinematics.forward(A1.RR, pose(A1.RR, 0.1, 0.7, -1.5), foot, 6);
        assertTrue(kinematics.inverse(A1.RR, foot, 6, q));
        assertArrayEquals(pose(A1.RR, 0.1, 0.7, -1.5), q, 1e-12);
    }

    @Test
    void refusesTargetsThatAreNotFinite() {
        final double[] q = pose(A1.FL, 0.1, 0.2, -1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int axis = 0; axis < 3; axis++) {
                final double[] target = {0.2, 0.1, -0.3};
                target[axis] = bad;
                assertFalse(kinematics.inverse(A1.FL, target, 0, q));
                assertArrayEquals(pose(A1.FL, 0.1, 0.2, -1), q);
            }
        }
    }

    @Test
    void matchesCentralDifferences() {
        final long seed = 22;
        final Random random = new Random(seed);
        final double[] jacobian = new double[9];
        final double[] plus = new double[3];
        final double[] minus = new double[3];
        final double h = 1e-6;
        for (int trial = 0; trial < 2000; trial++) {
            final int leg = trial % A1.LEGS;
            final double[] q = randomPose(random, leg);
            kinematics.jacobian(leg, q, jacobian);
            for (int joint = 0; joint < 3; joint++) {
                final double[] moved = q.clone();
                moved[3 * leg + joint] += h;
                kinematics.forward(leg, moved, plus, 0);
                moved[3 * leg + joint] -= 2 * h;
                kinematics.forward(leg, moved, minus, 0);
                for (int axis = 0; axis < 3; axis++) {
                    final double slope = (plus[axis] - minus[axis]) / (2 * h);
                    assertEquals(slope, jacobian[3 * axis + joint], 1e-9, () -> "seed " + seed);
                }
            }
        }
    }

    static double[] pose(final int leg, final double hip, final double thigh, final double calf) {
        final double[] q = new double[12];
        q[3 * leg] = hip;
        q[3 * leg + 1] = thigh;
        q[3 * leg + 2] = calf;
        return q;
    }

    static double[] randomPose(final Random random, final int leg) {
        final double[] q = new double[12];
        for (int joint = 3 * leg; joint < 3 * leg + 3; joint++) {
            q[joint] = random.nextDouble(A1.positionMinRad(joint), A1.positionMaxRad(joint));
        }
        return q;
    }

    static void assertWithinLimits(final int leg, final double[] q) {
        for (int joint = 3 * leg; joint < 3 * leg + 3; joint++) {
            assertTrue(q[joint] >= A1.positionMinRad(joint) && q[joint] <= A1.positionMaxRad(joint));
        }
    }
}
