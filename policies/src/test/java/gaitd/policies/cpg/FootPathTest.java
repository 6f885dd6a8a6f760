package gaitd.policies.cpg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.FootPath.Profile;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootPathTest {
    private static final double HEIGHT = 0.27;
    private static final double CLEARANCE = 0.06;
    private static final double PENETRATION = 0.012;
    private static final double STEP = 0.13;
    private static final double TWO_PI = 2 * Math.PI;
    private static final double[] ZERO = new double[4];

    private final HopfOscillators osc = new HopfOscillators(Gait.TROT, 150, 0);

    @Test
    void mapsTheCosineProfileAsPublished() {
        final FootPath path = path(Profile.COSINE, 0.55);
        final Random random = new Random(21);
        for (int i = 0; i < 1000; i++) {
            for (int leg = 0; leg < 4; leg++) {
                osc.theta[leg] = random.nextDouble() * TWO_PI;
                osc.phi[leg] = (random.nextDouble() - 0.5) * TWO_PI;
                osc.r[leg] = 1 + random.nextDouble();
            }
            path.update(osc);
            for (int leg = 0; leg < 4; leg++) {
                final double theta = osc.theta[leg];
                final double reach = -STEP * (osc.r[leg] - 1) * Math.cos(theta);
                final double gain = Math.sin(theta) > 0 ? CLEARANCE : PENETRATION;
                assertEquals(reach * Math.cos(osc.phi[leg]), path.dx[leg], 1e-15);
                assertEquals(reach * Math.sin(osc.phi[leg]), path.dy[leg], 1e-15);
                assertEquals(-HEIGHT + gain * Math.sin(theta), path.dz[leg], 1e-15);
                assertEquals(theta >= Math.PI, path.stance[leg]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isContinuousOverTheCycle(final Profile profile) {
        for (final double duty : new double[] {0.3, 0.5, 0.75, 0.9}) {
            final FootPath path = path(profile, duty);
            setAll(1.8, 0.4);
            final int steps = 20_000;
            final double limit = 12.0 * (STEP + CLEARANCE) * TWO_PI / steps;
            at(path, 0);
            double x = path.dx[0];
            double z = path.dz[0];
            for (int i = 1; i <= steps; i++) {
                at(path, TWO_PI * (i % steps) / steps);
                assertEquals(x, path.dx[0], limit, "duty " + duty + " step " + i);
                assertEquals(z, path.dz[0], limit, "duty " + duty + " step " + i);
                x = path.dx[0];
                z = path.dz[0];
            }
        }
    }

    @Test
    void hasContinuousVelocityWithLinearStance() {
        for (final double duty : new double[] {0.3, 0.5, 0.75, 0.9}) {
            final FootPath path = path(Profile.LINEAR_STANCE, duty);
            final double[] oneHz = {1, 1, 1, 1};
            setAll(2, 0);
            final double stanceSpeed = -2 * STEP / duty;
            for (final double edge : new double[] {0, TWO_PI * (1 - duty)}) {
                for (final double side : new double[] {-1e-9, 1e-9}) {
                    setTheta(edge + side);
                    path.update(osc, oneHz);
                    assertEquals(stanceSpeed, path.vx[0], 1e-6);
                    assertEquals(0, path.vz[0], 1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheVelocityOfItsCentralDifferences(final Profile profile) {
        final FootPath path = path(profile, 0.62);
        final Random random = new Random(4);
        final double step = 1e-6;
        for (int i = 0; i < 2000; i++) {
            final double[] frequencyHz = new double[4];
            final double[] theta = new double[4];
            final double[] phi = new double[4];
            final double[] r = new double[4];
            final double[] phiRateHz = new double[4];
            for (int leg = 0; leg < 4; leg++) {
                frequencyHz[leg] = 3 * random.nextDouble();
                theta[leg] = 0.01 + random.nextDouble() * (TWO_PI - 0.02);
                phi[leg] = 2 * random.nextDouble() - 1;
                r[leg] = 1 + random.nextDouble();
                osc.rDot[leg] = 20 * random.nextDouble() - 10;
                phiRateHz[leg] = 2 * random.nextDouble() - 1;
                osc.phiDot[leg] = TWO_PI * phiRateHz[leg];
            }
            final double[][] sides = new double[2][];
            for (int side = 0; side < 2; side++) {
                final double t = (2 * side - 1) * step;
                for (int leg = 0; leg < 4; leg++) {
                    osc.theta[leg] = theta[leg] + TWO_PI * frequencyHz[leg] * t;
                    osc.phi[leg] = phi[leg] + osc.phiDot[leg] * t;
                    osc.r[leg] = r[leg] + osc.rDot[leg] * t;
                }
                path.update(osc, frequencyHz);
                sides[side] = places(path);
            }
            System.arraycopy(theta, 0, osc.theta, 0, 4);
            System.arraycopy(phi, 0, osc.phi, 0, 4);
            System.arraycopy(r, 0, osc.r, 0, 4);
            path.update(osc, frequencyHz);
            final double[] velocity = velocities(path);
            for (int k = 0; k < 12; k++) {
                final boolean kink = nearKink(theta[k % 4], profile);
                final double difference = (sides[1][k] - sides[0][k]) / (2 * step);
                assertEquals(difference, velocity[k], kink ? 2 : 1e-6, "sample " + i + " value " + k);
            }
        }
    }

    @Test
    void takesThePhaseRateOfTheOscillatorsUnlessGivenAnother() {
        final FootPath path = path(Profile.LINEAR_STANCE, 0.6);
        final double[] frequencyHz = {1, 1.5, 2, 2.5};
        osc.update(new double[] {2, 2, 2, 2}, frequencyHz, ZERO, 0.01);
        path.update(osc);
        final double[] own = velocities(path);
        path.update(osc, frequencyHz);
        assertClose(own, velocities(path));
        path.update(osc, new double[] {Double.NaN, Double.POSITIVE_INFINITY, 2, 2.5});
        assertClose(own, velocities(path));
        path.update(osc, ZERO);
        assertEquals(0, path.vz[0], 0);
    }

    @ParameterizedTest
    @EnumSource
    void reachesItsClearanceAndItsPenetrationAndNoMore(final Profile profile) {
        for (final double duty : new double[] {0.4, 0.55, 0.75}) {
            final FootPath path = path(profile, duty);
            for (int leg = 0; leg < 4; leg++) {
                double highest = Double.NEGATIVE_INFINITY;
                double lowest = Double.POSITIVE_INFINITY;
                for (int i = 0; i < 10_000; i++) {
                    at(path, TWO_PI * i / 10_000);
                    highest = Math.max(highest, path.dz[leg]);
                    lowest = Math.min(lowest, path.dz[leg]);
                    assertTrue(path.stance[leg] ? path.dz[leg] <= -HEIGHT + 1e-12 : path.dz[leg] >= -HEIGHT - 1e-12);
                }
                assertEquals(-HEIGHT + CLEARANCE, highest, 1e-6);
                assertEquals(-HEIGHT - PENETRATION, lowest, 1e-6);
                assertTrue(highest <= -HEIGHT + CLEARANCE + 1e-12 && lowest >= -HEIGHT - PENETRATION - 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotMoveSidewaysWithoutAmplitude(final Profile profile) {
        final FootPath path = path(profile, 0.55);
        setAll(1, 0.8);
        for (int i = 0; i < 1000; i++) {
            setTheta(TWO_PI * i / 1000);
            path.update(osc, new double[] {2, 2, 2, 2});
            for (int leg = 0; leg < 4; leg++) {
                assertEquals(0, Math.abs(path.dx[leg]) + Math.abs(path.dy[leg]), 0);
                assertEquals(0, Math.abs(path.vx[leg]) + Math.abs(path.vy[leg]), 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.55, 0.75, 0.9})
    void standsForTheDutyFactorsShareOfTheCycle(final double duty) {
        final FootPath path = path(Profile.LINEAR_STANCE, duty);
        final int steps = 10_000;
        final int[] standing = new int[4];
        for (int i = 0; i < steps; i++) {
            at(path, TWO_PI * i / steps);
            for (int leg = 0; leg < 4; leg++) {
                standing[leg] += path.stance[leg] ? 1 : 0;
            }
        }
        for (int leg = 0; leg < 4; leg++) {
            assertEquals(duty * steps, standing[leg], 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void landsAheadInTheDirectionOfPhiAndLiftsOffBehind(final Profile profile) {
        final double duty = profile == Profile.COSINE ? 0.5 : 0.65;
        final FootPath path = path(profile, duty);
        for (final double phi : new double[] {0, 0.7, -2.5, Math.PI}) {
            setAll(1.6, phi);
            final double half = 0.6 * STEP;
            at(path, TWO_PI * (1 - duty));
            for (int leg = 0; leg < 4; leg++) {
                assertEquals(half * Math.cos(phi), path.dx[leg], 1e-12);
                assertEquals(half * Math.sin(phi), path.dy[leg], 1e-12);
            }
            at(path, 0);
            for (int leg = 0; leg < 4; leg++) {
                assertEquals(-half * Math.cos(phi), path.dx[leg], 1e-12);
                assertEquals(-half * Math.sin(phi), path.dy[leg], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsProgressOfSwingThenStance(final Profile profile) {
        final double duty = profile == Profile.COSINE ? 0.5 : 0.7;
        final FootPath path = path(profile, duty);
        for (int i = 0; i < 1000; i++) {
            final double phase = (i + 0.5) / 1000;
            at(path, TWO_PI * phase);
            final boolean down = phase > 1 - duty;
            for (int leg = 0; leg < 4; leg++) {
                assertEquals(down, path.stance[leg]);
                assertEquals(down ? 0 : phase / (1 - duty), path.swingProgress[leg], 1e-12);
                assertEquals(down ? (phase - 1 + duty) / duty : 0, path.stanceProgress[leg], 1e-12);
            }
        }
    }

    @Test
    void overrunsTheStrideLessAtHigherDutyFactors() {
        assertEquals(1.194, furthestInHalfStrides(0.5), 0.001);
        assertTrue(furthestInHalfStrides(0.75) < 1.05);
    }

    @Test
    void refusesShapesOutOfRangeAndKeepsTheOld() {
        final double[] good = {HEIGHT, CLEARANCE, PENETRATION, STEP, 0.6};
        final double[][] bad = {{0.09, 0.41}, {-0.01, 0.201}, {-0.001, 0.051}, {-0.01, 0.301}, {0.29, 0.91}};
        final FootPath path = path(Profile.LINEAR_STANCE, 0.6);
        setAll(1.7, 0.2);
        at(path, 2.9);
        final double[] before = places(path);
        for (int i = 0; i < good.length; i++) {
            for (final double value : new double[] {bad[i][0], bad[i][1], Double.NaN, Double.POSITIVE_INFINITY}) {
                final double[] shape = {0.3, 0.02, 0.001, 0.05, 0.8};
                shape[i] = value;
                assertFalse(path.configure(shape[0], shape[1], shape[2], shape[3], shape[4]), i + ": " + value);
                at(path, 2.9);
                assertClose(before, places(path));
            }
        }
        assertFalse(path.configure(0.15, 0.15, 0.001, 0.05, 0.6));
        assertTrue(path.configure(good[0], good[1], good[2], good[3], good[4]));
    }

    private double furthestInHalfStrides(final double duty) {
        final FootPath path = path(Profile.LINEAR_STANCE, duty);
        setAll(2, 0);
        double furthest = 0;
        for (int i = 0; i < 10_000; i++) {
            at(path, TWO_PI * i / 10_000);
            furthest = Math.max(furthest, Math.abs(path.dx[0]) / STEP);
        }
        return furthest;
    }

    private static FootPath path(final Profile profile, final double duty) {
        final FootPath path = new FootPath(profile);
        assertTrue(path.configure(HEIGHT, CLEARANCE, PENETRATION, STEP, duty));
        return path;
    }

    private void setAll(final double r, final double phi) {
        for (int leg = 0; leg < 4; leg++) {
            osc.r[leg] = r;
            osc.phi[leg] = phi;
        }
    }

    private void setTheta(final double theta) {
        for (int leg = 0; leg < 4; leg++) {
            osc.theta[leg] = theta < 0 ? theta + TWO_PI : theta;
        }
    }

    private void at(final FootPath path, final double theta) {
        setTheta(theta);
        path.update(osc);
    }

    private static boolean nearKink(final double theta, final Profile profile) {
        return profile == Profile.COSINE && Math.abs(theta - Math.PI) < 1e-4;
    }

    private static double[] places(final FootPath path) {
        return join(path.dx, path.dy, path.dz);
    }

    private static double[] velocities(final FootPath path) {
        return join(path.vx, path.vy, path.vz);
    }

    private static double[] join(final double[] x, final double[] y, final double[] z) {
        final double[] all = new double[12];
        System.arraycopy(x, 0, all, 0, 4);
        System.arraycopy(y, 0, all, 4, 4);
        System.arraycopy(z, 0, all, 8, 4);
        return all;
    }

    private static void assertClose(final double[] expected, final double[] actual) {
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], actual[k], 1e-12, "value " + k);
        }
    }
}
