package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A robot off its legs: at the limit for ever, beyond it for as many ticks as are forgiven, and one more. */
class DownLimitsTest {
    private static final int FOREVER = 2000;
    private static final int DOWN_TICKS = 50;
    private static final int FALLING_TICKS = 60;
    private static final int OFF_FEET_TICKS = 100;
    private static final int AIRBORNE_TICKS = 250;

    private final DownGuard guard = new DownGuard(Config.defaults());
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();
    private final FaultLatch latch = new FaultLatch();

    @BeforeEach
    void stand() {
        sensed.accelerometer[2] = 9.81;
        estimate.contact[0] = true;
        estimate.footForceN[0] = 120;
        height(0.27);
    }

    private void height(final double heightM) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            estimate.footBody[3 * leg + 2] = A1.FOOT_RADIUS_M - heightM;
        }
    }

    private Fault after(final int ticks, final Mode mode) {
        for (int i = 0; i < ticks; i++) {
            guard.update(sensed, estimate, mode, latch);
        }
        return latch.first();
    }

    private void assertForgives(final int ticks, final Mode mode, final Fault fault) {
        assertEquals(Fault.NONE, after(ticks, mode));
        assertEquals(fault, after(1, mode));
        assertEquals(fault.bit(), latch.bits());
    }

    @Test
    void aTrunkMayBeAtItsLeastHeight() {
        height(0.13);
        assertEquals(0.13, estimate.legHeightM());
        assertEquals(Fault.NONE, after(FOREVER, Mode.STAND));
        height(Math.nextDown(0.13) - 1e-16);
        assertForgives(DOWN_TICKS, Mode.STAND, Fault.FALLEN);
    }

    @Test
    void theForceThatARobotFeelsMayBeTheLeast() {
        estimate.footForceN[0] = 0;
        sensed.accelerometer[2] = 3;
        assertEquals(Fault.NONE, after(FOREVER, Mode.STAND));
        sensed.accelerometer[2] = Math.nextDown(3.0);
        assertForgives(FALLING_TICKS, Mode.STAND, Fault.FREE_FALL);
        assertEquals(3, latch.value(), 1e-12);
    }

    @Test
    void aRobotThatCarriesTheLeastWeightDoesNotFall() {
        sensed.accelerometer[2] = 0;
        estimate.footForceN[0] = 40;
        assertEquals(Fault.NONE, after(FOREVER, Mode.STAND));
        estimate.footForceN[0] = Math.nextDown(40.0);
        assertForgives(FALLING_TICKS, Mode.STAND, Fault.FREE_FALL);
        assertEquals(0, latch.value());
    }

    @Test
    void theForceIsThatOfAllAxes() {
        estimate.footForceN[0] = 0;
        for (final double[] felt : new double[][] {{1, -2, 2}, {-2, 2, 1}, {2, 1, -2}}) {
            System.arraycopy(felt, 0, sensed.accelerometer, 0, 3);
            assertEquals(Fault.NONE, after(FOREVER, Mode.WALK));
        }
        sensed.accelerometer[0] = 1.99;
        assertForgives(FALLING_TICKS, Mode.WALK, Fault.FREE_FALL);
        assertEquals(Math.sqrt(1.99 * 1.99 + 5), latch.value(), 1e-12);
    }

    @Test
    void aWalkMayHaveAllFeetInTheAirForHalfASecond() {
        estimate.contact[0] = false;
        assertForgives(AIRBORNE_TICKS, Mode.WALK, Fault.AIRBORNE);
        assertEquals(251 * 0.002, latch.value(), 1e-12);
    }

    @Test
    void aLegOfADoubtedRobotCarriesMoreThanItsLeastWeight() {
        estimate.orientationDoubted = true;
        for (int leg = 0; leg < 3; leg++) {
            estimate.footForceN[leg] = Math.nextUp(5.0);
        }
        assertEquals(Fault.NONE, after(FOREVER, Mode.STAND));
        estimate.footForceN[1] = 5;
        assertForgives(OFF_FEET_TICKS, Mode.STAND, Fault.OFF_FEET);
        assertEquals(2, latch.value());
    }

    @Test
    void aDoubtThatEndsInTimeIsForgiven() {
        estimate.footForceN[0] = 0;
        for (int i = 0; i < 10; i++) {
            estimate.orientationDoubted = true;
            assertEquals(Fault.NONE, after(OFF_FEET_TICKS, Mode.WALK));
            estimate.orientationDoubted = false;
            assertEquals(Fault.NONE, after(1, Mode.WALK));
        }
    }

    private void assertForgottenByAReset(final int ticks) {
        guard.reset();
        after(ticks, Mode.WALK);
        guard.reset();
        assertEquals(Fault.NONE, after(ticks, Mode.WALK));
    }

    @Test
    void eachTimeBeginsAgainWhenTheRobotIsPlacedAnew() {
        estimate.contact[0] = false;
        assertForgottenByAReset(AIRBORNE_TICKS);
        estimate.orientationDoubted = true;
        estimate.footForceN[0] = 0;
        assertForgottenByAReset(OFF_FEET_TICKS);
        sensed.accelerometer[2] = 0;
        assertForgottenByAReset(FALLING_TICKS);
        height(0.1);
        assertForgottenByAReset(DOWN_TICKS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSIVE", "STAND_UP", "SIT_DOWN", "FAULT"})
    void aRobotThatIsNotOnItsLegsMayFall(final Mode mode) {
        sensed.accelerometer[2] = 0;
        estimate.footForceN[0] = 0;
        estimate.contact[0] = false;
        height(0.05);
        assertEquals(Fault.NONE, after(FOREVER, mode));
    }

    @Test
    void guardsThatAreOffNeverTrip() {
        final DownGuard off = new DownGuard(new Config.Builder()
                .set(Setting.FREE_FALL_M_S2, Double.NEGATIVE_INFINITY, "test")
                .set(Setting.AIRBORNE_S, Double.POSITIVE_INFINITY, "test")
                .set(Setting.FALLEN_HEIGHT_M, Double.NEGATIVE_INFINITY, "test")
                .conclude());
        sensed.accelerometer[2] = 0;
        estimate.footForceN[0] = 0;
        estimate.contact[0] = false;
        height(0.05);
        for (int i = 0; i < FOREVER; i++) {
            off.update(sensed, estimate, Mode.WALK, latch);
        }
        assertEquals(Fault.NONE, latch.first());
    }
}
