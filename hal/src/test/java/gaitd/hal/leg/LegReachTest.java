package gaitd.hal.leg;

import static gaitd.hal.leg.LegKinematicsTest.assertWithinLimits;
import static gaitd.hal.leg.LegKinematicsTest.pose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Targets that no pose within the limits reaches. */
class LegReachTest {
    private static final int HIP_SAMPLES = 33;
    private static final int THIGH_SAMPLES = 81;
    private static final int CALF_SAMPLES = 41;

    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final double[] q = new double[12];
    private final double[] reached = new double[3];

    @Test
    void stretchesStraightTowardATargetTooFarBelow() {
        final double[] target = {0.1805, 0.1308, -0.6};
        assertFalse(kinematics.inverse(A1.FL, target, 0, q));
        assertWithinLimits(A1.FL, q);
        assertEquals(A1.positionMaxRad(A1.CALF), q[3 * A1.FL + A1.CALF], 1e-9);
        kinematics.forward(A1.FL, q, reached, 0);
        assertEquals(0.1805, reached[0], 1e-9);
    }

    @Tag("slow")
    @Test
    void comesNearerThanAnySampledPose() {
        final long seed = 23;
        final Random random = new Random(seed);
        final int targets = 400;
        final double[][] feet = {sampledFeet(A1.FR), sampledFeet(A1.FL), sampledFeet(A1.RR), sampledFeet(A1.RL)};
        int unreachable = 0;
        for (int trial = 0; trial < targets; trial++) {
            final int leg = trial % A1.LEGS;
            final double spreadM = trial % 3 == 0 ? 0.15 : 0.6;
            final double[] target = {
                A1.frontSign(leg) * A1.HIP_X_M + random.nextDouble(-spreadM, spreadM),
                A1.sideSign(leg) * A1.HIP_Y_M + random.nextDouble(-spreadM, spreadM),
                random.nextDouble(-spreadM, spreadM)
            };
            final boolean result = kinematics.inverse(leg, target, 0, q);
            assertWithinLimits(leg, q);
            kinematics.forward(leg, q, reached, 0);
            final double missM = distance(target, reached, 0);
            double sampledM = Double.POSITIVE_INFINITY;
            for (int i = 0; i < feet[leg].length; i += 3) {
                sampledM = Math.min(sampledM, distance(target, feet[leg], i));
            }
            final String message = "seed " + seed + " trial " + trial;
            assertEquals(result, missM < 1e-8, message);
            assertTrue(missM <= sampledM + 1e-9, message + ": " + missM + " m, sampled " + sampledM + " m");
            unreachable += result ? 0 : 1;
        }
        assertTrue(unreachable > targets / 4 && unreachable < targets);
    }

    @Test
    void answersTheSameForTargetsBeyondAnyScale() {
        final double[] q2 = new double[12];
        assertFalse(kinematics.inverse(A1.RL, new double[] {1e7, 1e7, -3e7}, 0, q));
        assertFalse(kinematics.inverse(A1.RL, new double[] {1e300, 1e300, -3e300}, 0, q2));
        for (int i = 0; i < 12; i++) {
            assertEquals(q[i], q2[i], 1e-5);
        }
        assertWithinLimits(A1.RL, q2);
    }

    @Test
    void survivesATargetOnTheHipAxis() {
        for (double x : new double[] {-0.3, 0, 0.05, 0.3}) {
            assertFalse(kinematics.inverse(A1.FR, new double[] {0.1805 + x, -0.047, 0}, 0, q));
            assertWithinLimits(A1.FR, q);
        }
    }

    private double[] sampledFeet(final int leg) {
        final double[] feet = new double[3 * HIP_SAMPLES * THIGH_SAMPLES * CALF_SAMPLES];
        int at = 0;
        for (int h = 0; h < HIP_SAMPLES; h++) {
            for (int t = 0; t < THIGH_SAMPLES; t++) {
                for (int c = 0; c < CALF_SAMPLES; c++) {
                    final double[] sample = pose(
                            leg,
                            sample(A1.HIP, h, HIP_SAMPLES),
                            sample(A1.THIGH, t, THIGH_SAMPLES),
                            sample(A1.CALF, c, CALF_SAMPLES));
                    kinematics.forward(leg, sample, feet, at);
                    at += 3;
                }
            }
        }
        return feet;
    }

    private static double sample(final int joint, final int index, final int samples) {
        final double min = A1.positionMinRad(joint);
        return min + (A1.positionMaxRad(joint) - min) * index / (samples - 1);
    }

    private static double distance(final double[] target, final double[] feet, final int at) {
        return Math.sqrt(Math.pow(target[0] - feet[at], 2)
                + Math.pow(target[1] - feet[at + 1], 2)
                + Math.pow(target[2] - feet[at + 2], 2));
    }
}
