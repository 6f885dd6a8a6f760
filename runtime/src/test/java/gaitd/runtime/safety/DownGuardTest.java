package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownGuardTest {
    private static final int TICKS_A_TENTH = 50;

    private final DownGuard guard = new DownGuard(Config.defaults());
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();
    private final FaultLatch latch = new FaultLatch();

    @BeforeEach
    void stand() {
        sensed.accelerometer[2] = 9.81;
        estimate.contact[2] = true;
        height(0.27);
    }

    private void height(final double heightM) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            estimate.footBody[3 * leg + 2] = A1.FOOT_RADIUS_M - heightM;
        }
    }

    private Fault after(final int ticks, final Mode mode) {
        for (int i = 0; i < ticks; i++) {
            latch.beginTick(i, mode.ordinal());
            guard.update(sensed, estimate, mode, latch);
        }
        return latch.first();
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND", "WALK"})
    void noticesThatTheTrunkIsDown(final Mode mode) {
        height(0.129);
        assertEquals(Fault.NONE, after(TICKS_A_TENTH, mode));
        assertEquals(Fault.FALLEN, after(2, mode));
        assertEquals(0.129, latch.value(), 1e-9);
    }

    @Test
    void doesNotMindABentRobot() {
        height(0.131);
        assertEquals(Fault.NONE, after(500, Mode.WALK));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSIVE", "STAND_UP", "SIT_DOWN", "FAULT"})
    void doesNotMindARobotThatMayLie(final Mode mode) {
        height(0.08);
        assertEquals(Fault.NONE, after(500, mode));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void oneStretchedLegIsEnough(final int leg) {
        height(0.1);
        estimate.footBody[3 * leg + 2] = -0.25;
        assertEquals(Fault.NONE, after(500, Mode.WALK));
    }

    @Test
    void aShortSagIsForgiven() {
        for (int i = 0; i < 20; i++) {
            height(0.1);
            after(TICKS_A_TENTH - 1, Mode.WALK);
            height(0.2);
            assertEquals(Fault.NONE, after(1, Mode.WALK));
        }
    }

    @Test
    void aHeightThatIsNotANumberIsNoHeight() {
        estimate.rotation[8] = Double.NaN;
        assertEquals(Fault.FALLEN, after(TICKS_A_TENTH + 2, Mode.WALK));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void noticesAFreeFallWhateverTheAxis(final int axis) {
        sensed.accelerometer[2] = 0;
        sensed.accelerometer[axis] = -3.01;
        assertEquals(Fault.NONE, after(200, Mode.WALK));
        sensed.accelerometer[axis] = -2.99;
        assertEquals(Fault.NONE, after(59, Mode.WALK));
        assertEquals(Fault.FREE_FALL, after(3, Mode.WALK));
    }

    @Test
    void aRobotThatCarriesItsWeightDoesNotFallWhateverTheAccelerometerSays() {
        sensed.accelerometer[2] = 0;
        estimate.footForceN[0] = -100;
        estimate.footForceN[1] = 20;
        estimate.footForceN[3] = 20.1;
        assertEquals(Fault.NONE, after(500, Mode.STAND));
        estimate.footForceN[3] = 19.9;
        assertEquals(Fault.FREE_FALL, after(100, Mode.STAND));
    }

    @Test
    void aWalkEndsWhenNoFootTouches() {
        estimate.contact[2] = false;
        assertEquals(Fault.NONE, after(249, Mode.WALK));
        estimate.contact[1] = true;
        after(1, Mode.WALK);
        estimate.contact[1] = false;
        assertEquals(Fault.NONE, after(249, Mode.WALK));
        assertEquals(Fault.AIRBORNE, after(3, Mode.WALK));
    }

    @ParameterizedTest
    @CsvSource({"STAND,3", "SIT_DOWN,3", "WALK,1"})
    void withoutAnOrientationTheLegsTellOfARobotThatTipsOver(final Mode mode, final int needed) {
        estimate.orientationDoubted = true;
        for (int lifted = 0; lifted < A1.LEGS; lifted++) {
            latch.beginTick(0, mode.ordinal());
            latch.clear();
            load(needed, lifted);
            assertEquals(Fault.NONE, after(500, mode), needed + " feet from " + lifted + " on");
            load(needed - 1, lifted);
            assertEquals(Fault.NONE, after(100, mode));
            assertEquals(Fault.OFF_FEET, after(2, mode));
            assertEquals(needed - 1, latch.value());
        }
    }

    /** Loads so many feet, from one on, just enough, and the others just not. */
    private void load(final int feet, final int first) {
        for (int i = 0; i < A1.LEGS; i++) {
            estimate.footForceN[(first + i) % A1.LEGS] = i < feet ? 5.1 : 4.9;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSIVE", "STAND_UP", "FAULT"})
    void doesNotMindLiftedFeetInOtherModes(final Mode mode) {
        estimate.orientationDoubted = true;
        assertEquals(Fault.NONE, after(500, mode));
    }

    @Test
    void anOrientationThatIsBelievedTellsItself() {
        assertEquals(Fault.NONE, after(500, Mode.STAND));
        assertEquals(Fault.NONE, after(500, Mode.SIT_DOWN));
    }

    @Test
    void aStandingRobotMayBeLifted() {
        estimate.contact[2] = false;
        assertEquals(Fault.NONE, after(5000, Mode.STAND));
    }
}
