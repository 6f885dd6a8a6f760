package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order and the time of states: at the limit, one count or nanosecond beyond it, and after a reset. */
class StateFilterLimitsTest {
    private static final double MS = 1e6;

    private final StateStream states = new StateStream();

    private void later(final long ns) {
        states.nowNs += ns;
    }

    @ParameterizedTest
    @CsvSource({"1002,true", "1003,false"})
    void aTickMayBeASecondAheadOfTheTimeThatPassed(final int ahead, final boolean passes) {
        final long next = states.stream(0, 1, MS);
        later(2 * StateStream.NS_PER_MS);
        assertEquals(passes, states.say(next - 2 + ahead));
    }

    @ParameterizedTest
    @CsvSource({"200000000,false", "200000001,true"})
    void aNewTimeIsTakenWhenOldStatesCameForAFifthOfASecond(final long ns, final boolean taken) {
        states.stream(1_000_000, 1, MS);
        states.mode = Mode.PASSIVE;
        final long lastNs = states.nowNs;
        later(StateStream.NS_PER_MS);
        assertFalse(states.say(10));
        later(ns);
        assertEquals(taken, states.say(20));
        if (taken) {
            assertEquals((states.nowNs - lastNs) * 1e-9, states.filter.stepS(), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true"})
    void aTickMayStandStillForATenthOfASecond(final long moreNs, final boolean trips) {
        final long next = states.stream(0, 1, MS);
        for (int i = 0; i < 49; i++) {
            later(2 * StateStream.NS_PER_MS);
            assertTrue(states.say(next - 2));
        }
        later(2 * StateStream.NS_PER_MS + moreNs);
        assertTrue(states.say(next - 2));
        assertEquals(trips ? Fault.ROBOT_TICK_STUCK : Fault.NONE, states.latch.first());
        assertEquals(trips ? 100.000001 : 0, states.latch.value(), 1e-9);
    }

    @Test
    void theFirstStateHasNoStepAndLaterOnesTheTimeBetweenThem() {
        assertTrue(states.say(7));
        assertEquals(0, states.filter.stepS());
        assertEquals(0, states.filter.longestStepS());
        later(3_000_000);
        assertTrue(states.say(9));
        assertEquals(0.003, states.filter.stepS(), 1e-12, "by arrival, while the unit is not known");
        assertEquals(0.003, states.filter.longestStepS(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"4,2,0.002,0.005", "2,2,0.002,0.003", "1,3,0.003,0.004", "6,0,0.006,0.007"})
    void aStepIsTheRobotsAndTheLongestThatOfEitherClockAndACount(
            final int arrivesMs, final int ticks, final double stepS, final double longestS) {
        final long next = states.stream(0, 1, MS);
        later(arrivesMs * StateStream.NS_PER_MS);
        assertTrue(states.say(next - 2 + ticks));
        assertEquals(stepS, states.filter.stepS(), 1e-12);
        assertEquals(longestS, states.filter.longestStepS(), 1e-12);
    }

    @Test
    void aTickThatDoesNotMoveIsNoneThatComesLate() {
        final long next = states.stream(0, 1, MS);
        for (int i = 0; i < 20; i++) {
            later(4 * StateStream.NS_PER_MS);
            states.say(next - 2);
        }
        assertEquals(Fault.NONE, states.latch.first());
    }

    @ParameterizedTest
    @CsvSource({"30,NONE", "31,STATE_DELAYED"})
    void aStateMayComeLaterThanUsualByTheLimit(final int lateMs, final Fault expected) {
        final long next = states.stream(0, 20, 1e6 * (1 - 1e-9));
        later(lateMs * StateStream.NS_PER_MS);
        for (int i = 0; i < 3; i++) {
            later(2 * StateStream.NS_PER_MS);
            states.say(next + 2L * i);
        }
        assertEquals(expected, states.latch.first());
    }

    /** What the filter knew of another robot, it has forgotten: its unit, how late it was, and what it refused. */
    @ParameterizedTest
    @ValueSource(doubles = {MS, 1e3, 7e5})
    void aResetForgetsTheRobot(final double unitNs) {
        final long next = states.stream(500_000, 2, unitNs);
        states.mode = Mode.FAULT;
        states.say(next - 3000);
        states.filter.reset();
        states.accepted.set(new Sensed());
        states.latch.beginTick(0, 0);
        states.latch.clear();
        assertFalse(states.filter.isFresh());
        assertEquals(0, states.filter.stepS());
        assertEquals(0, states.filter.longestStepS());
        assertEquals(0, states.filter.old());
        assertEquals(0, states.filter.repeated());
        states.mode = Mode.STAND;
        final StateStream fresh = new StateStream();
        for (int i = 0; i < 1000; i++) {
            later(2 * StateStream.NS_PER_MS);
            fresh.nowNs = states.nowNs;
            final long tick = 2L * i + (i > 800 ? 40 : 0);
            assertEquals(fresh.say(tick), states.say(tick));
            assertEquals(fresh.filter.stepS(), states.filter.stepS());
            assertEquals(fresh.filter.longestStepS(), states.filter.longestStepS());
            assertEquals(fresh.latch.bits(), states.latch.bits());
        }
    }
}
