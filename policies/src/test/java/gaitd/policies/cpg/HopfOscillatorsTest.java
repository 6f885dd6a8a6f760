package gaitd.policies.cpg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HopfOscillatorsTest {
    private static final double A = HopfOscillators.DEFAULT_AMPLITUDE_RATE;
    private static final double[] ZERO = new double[4];

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.005, 0.01, 0.02})
    void followsTheClosedFormOfTheAmplitudeAtAnyPeriod(final double periodS) {
        final HopfOscillators osc = uncoupled();
        for (int i = 1; i <= 20; i++) {
            osc.update(all(2), ZERO, ZERO, periodS);
            final double x = A / 2 * periodS * i;
            for (int leg = 0; leg < 4; leg++) {
                assertEquals(2 - (1 + x) * Math.exp(-x), osc.r[leg], 1e-12);
                assertEquals(A / 2 * x * Math.exp(-x), osc.rDot[leg], 1e-9);
            }
        }
    }

    @Test
    void settlesToTwoPercentInTwelveOverAWithoutOvershoot() {
        final HopfOscillators osc = uncoupled();
        double last = 1;
        for (double t = 0; t < 12 / A; t += 0.001) {
            osc.update(all(2), ZERO, ZERO, 0.001);
            assertTrue(osc.r[0] > last && osc.r[0] < 2, "r " + osc.r[0]);
            last = osc.r[0];
        }
        assertEquals(2, last, 0.02);
    }

    @Test
    void keepsTheAmplitudeInItsRangeWhateverTheTargets() {
        final Random random = new Random(7);
        final HopfOscillators osc = uncoupled();
        for (int i = 0; i < 20_000; i++) {
            final double[] mu = {1 + random.nextInt(2), 1 + random.nextDouble(), -50, 50};
            assertTrue(osc.update(mu, ZERO, ZERO, random.nextInt(2) == 0 ? 0.001 : 0.01));
            for (int leg = 0; leg < 4; leg++) {
                assertTrue(osc.r[leg] >= 1 - 1e-9 && osc.r[leg] <= 2 + 1e-9, "leg " + leg + " r " + osc.r[leg]);
            }
        }
        assertEquals(1, osc.r[2], 1e-9);
        assertEquals(2, osc.r[3], 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void locksToTheGaitFromRandomStarts(final Gait gait) {
        for (int seed = 0; seed < 100; seed++) {
            final HopfOscillators osc = randomStart(gait, seed);
            run(osc, gait.frequencyHz(), 6, 0.01);
            assertLocked(osc, gait, 1e-3, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void locksFromStartsWhereCouplingForcesBalance(final Gait gait) {
        for (int pattern = 0; pattern < 16; pattern++) {
            final HopfOscillators osc = new HopfOscillators(gait, A, 1);
            for (int leg = 0; leg < 4; leg++) {
                final double shift = (pattern >> leg & 1) * 0.5 + gait.phaseOffset(leg);
                osc.theta[leg] = 2 * Math.PI * (shift - Math.floor(shift));
            }
            run(osc, gait.frequencyHz(), 8, 0.01);
            assertLocked(osc, gait, 1e-3, "pattern " + pattern);
        }
    }

    @Test
    void changesBetweenAllGaitsWithoutJumpsOrRunningBackwards() {
        for (final Gait from : Gait.values()) {
            for (final Gait to : Gait.values()) {
                final HopfOscillators osc = new HopfOscillators(from, A, 1);
                run(osc, 2, 1, 0.01);
                assertLocked(osc, from, 1e-6, from + " before " + to);
                osc.setGait(to);
                assertSame(to, osc.gait());
                final double[] before = osc.theta.clone();
                for (int i = 0; i < 120; i++) {
                    osc.update(all(1.5), all(2), ZERO, 0.01);
                    for (int leg = 0; leg < 4; leg++) {
                        final double step = mod(osc.theta[leg] - before[leg]);
                        assertTrue(step > 0.7 * 0.1256 && step < 1.3 * 0.1257, from + " to " + to + ": " + step);
                        assertEquals(step, 0.01 * osc.thetaDot[leg], 1e-9);
                    }
                    System.arraycopy(osc.theta, 0, before, 0, 4);
                }
                assertLocked(osc, to, 1e-3, from + " to " + to);
            }
        }
    }

    @Test
    void doesNotDependOnTheRate() {
        final double[][] ends = new double[4][];
        final int[] rates = {100, 200, 500, 1000};
        for (int i = 0; i < rates.length; i++) {
            final HopfOscillators osc = randomStart(Gait.WALK, 11);
            final double periodS = 1.0 / rates[i];
            run(osc, 1.7, 0.5, periodS);
            osc.setGait(Gait.BOUND);
            run(osc, 2.3, 0.5, periodS);
            ends[i] = osc.theta.clone();
            assertArrayEquals(all(1.5), osc.r, 1e-9);
        }
        for (int leg = 0; leg < 4; leg++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(0, signed(ends[i][leg] - ends[3][leg]), 0.01, rates[i] + " Hz, leg " + leg);
            }
        }
    }

    @Test
    void decaysSmallPhaseErrorsAtTheCouplingRate() {
        final double rateHz = 0.7;
        final HopfOscillators osc = new HopfOscillators(Gait.TROT, A, rateHz);
        assertEquals(rateHz, osc.couplingRateHz());
        osc.theta[1] += 0.01;
        run(osc, 2, 0.3, 0.001);
        final double error = signed(osc.theta[1] - osc.theta[2]);
        assertEquals(0.01 * Math.exp(-2 * Math.PI * rateHz * 0.3), error, 1e-5);
    }

    @Test
    void leavesPhasesToTheFrequenciesWhenUncoupled() {
        final HopfOscillators osc = uncoupled();
        osc.setGait(Gait.BOUND);
        final double[] frequencyHz = {0.5, 1, -1.25, 3};
        for (int i = 0; i < 110; i++) {
            assertTrue(osc.update(all(1), frequencyHz, ZERO, 0.01));
        }
        for (int leg = 0; leg < 4; leg++) {
            final double expected = Gait.TROT.phaseOffset(leg) + 1.1 * frequencyHz[leg];
            assertEquals(0, signed(osc.theta[leg] - 2 * Math.PI * expected), 1e-9);
            assertEquals(2 * Math.PI * frequencyHz[leg], osc.thetaDot[leg], 1e-9);
        }
    }

    @Test
    void integratesTheLateralPhaseAndWrapsIt() {
        final HopfOscillators osc = uncoupled();
        final double[] lateralRateHz = {0.25, -0.25, 1.5, -1.5};
        for (int i = 1; i <= 1000; i++) {
            osc.update(all(1), ZERO, lateralRateHz, 0.01);
            for (int leg = 0; leg < 4; leg++) {
                assertTrue(osc.phi[leg] > -Math.PI && osc.phi[leg] <= Math.PI, "phi " + osc.phi[leg]);
                assertEquals(0, signed(osc.phi[leg] - 2 * Math.PI * lateralRateHz[leg] * 0.01 * i), 1e-9);
                assertEquals(2 * Math.PI * lateralRateHz[leg], osc.phiDot[leg], 1e-12);
            }
        }
    }

    @Test
    void keepsPhasesInTheirRangeForTinySteps() {
        final HopfOscillators osc = uncoupled();
        osc.phi[0] = Math.PI;
        osc.phi[1] = -Math.nextDown(Math.PI);
        osc.update(all(1), all(-1e-17), new double[] {1e-15, -1e-15, 0, 0}, 0.01);
        for (int leg = 0; leg < 4; leg++) {
            assertTrue(osc.theta[leg] >= 0 && osc.theta[leg] < 2 * Math.PI, "theta " + osc.theta[leg]);
            assertTrue(osc.phi[leg] > -Math.PI && osc.phi[leg] <= Math.PI, "phi " + osc.phi[leg]);
        }
    }

    @Test
    void holdsTheLastFiniteInputOfALegAndSaysSo() {
        final double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int leg = 0; leg < 4; leg++) {
            for (int input = 0; input < 3; input++) {
                for (final double value : bad) {
                    final HopfOscillators clean = randomStart(Gait.TROT, 3);
                    final HopfOscillators fed = randomStart(Gait.TROT, 3);
                    final double[][] inputs = {all(1.4), all(2.1), all(0.3)};
                    assertTrue(clean.update(inputs[0], inputs[1], inputs[2], 0.01));
                    assertTrue(fed.update(inputs[0], inputs[1], inputs[2], 0.01));
                    assertTrue(clean.update(inputs[0], inputs[1], inputs[2], 0.01));
                    inputs[input][leg] = value;
                    assertFalse(fed.update(inputs[0], inputs[1], inputs[2], 0.01));
                    assertSameState(clean, fed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -0.01, 0.0201, Double.POSITIVE_INFINITY})
    void changesNothingForAPeriodOutOfRange(final double periodS) {
        final HopfOscillators clean = randomStart(Gait.TROT, 5);
        final HopfOscillators fed = randomStart(Gait.TROT, 5);
        assertFalse(fed.update(all(2), all(2), all(1), periodS));
        assertSameState(clean, fed);
    }

    @Test
    void limitsRates() {
        final HopfOscillators osc = uncoupled();
        assertTrue(osc.update(all(1), all(1e300), all(-1e300), 0.01));
        assertEquals(40 * Math.PI, osc.thetaDot[0], 1e-9);
        assertEquals(-40 * Math.PI, osc.phiDot[0], 1e-9);
    }

    @Test
    void startsAtRestAfterReset() {
        final HopfOscillators used = randomStart(Gait.TROT, 9);
        used.update(all(2), all(3), all(1), 0.01);
        used.reset(Gait.PACE);
        final HopfOscillators fresh = new HopfOscillators(Gait.PACE, A, 1);
        assertSameState(fresh, used);
        assertFalse(used.update(all(Double.NaN), all(Double.NaN), all(Double.NaN), 0.01));
        assertSameState(fresh, used);
        assertLocked(used, Gait.PACE, 1e-12, "after reset");
    }

    @Test
    void refusesRatesOutOfRangeAtConstruction() {
        for (final double rate : new double[] {Double.NaN, 0, -1, 1001}) {
            assertThrows(IllegalArgumentException.class, () -> new HopfOscillators(Gait.TROT, rate, 1));
        }
        for (final double rate : new double[] {Double.NaN, -0.1, 10.1}) {
            assertThrows(IllegalArgumentException.class, () -> new HopfOscillators(Gait.TROT, A, rate));
        }
    }

    @Test
    void staysStableWithTheStrongestCouplingAndTheLongestPeriod() {
        final HopfOscillators osc = new HopfOscillators(Gait.WALK, A, HopfOscillators.MAX_COUPLING_RATE_HZ);
        osc.theta[2] = 0.3;
        run(osc, 1.3, 3, HopfOscillators.MAX_PERIOD_S);
        assertLocked(osc, Gait.WALK, 1e-9, "strong coupling");
    }

    private static HopfOscillators uncoupled() {
        return new HopfOscillators(Gait.TROT, A, 0);
    }

    private static HopfOscillators randomStart(final Gait gait, final long seed) {
        final HopfOscillators osc = new HopfOscillators(gait, A, 1);
        final Random random = new Random(seed);
        for (int leg = 0; leg < 4; leg++) {
            osc.theta[leg] = random.nextDouble() * 2 * Math.PI;
        }
        return osc;
    }

    private static void run(
            final HopfOscillators osc, final double frequencyHz, final double seconds, final double periodS) {
        final long steps = Math.round(seconds / periodS);
        for (long i = 0; i < steps; i++) {
            assertTrue(osc.update(all(1.5), all(frequencyHz), ZERO, periodS));
        }
    }

    private static void assertLocked(
            final HopfOscillators osc, final Gait gait, final double toleranceRad, final String what) {
        for (int leg = 1; leg < 4; leg++) {
            final double expected = 2 * Math.PI * (gait.phaseOffset(leg) - gait.phaseOffset(0));
            assertEquals(0, signed(osc.theta[leg] - osc.theta[0] - expected), toleranceRad, what + ", leg " + leg);
        }
    }

    private static void assertSameState(final HopfOscillators expected, final HopfOscillators actual) {
        assertArrayEquals(expected.r, actual.r);
        assertArrayEquals(expected.rDot, actual.rDot);
        assertArrayEquals(expected.theta, actual.theta);
        assertArrayEquals(expected.thetaDot, actual.thetaDot);
        assertArrayEquals(expected.phi, actual.phi);
        assertArrayEquals(expected.phiDot, actual.phiDot);
    }

    private static double[] all(final double value) {
        return new double[] {value, value, value, value};
    }

    private static double mod(final double angle) {
        return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
    }

    private static double signed(final double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }
}
