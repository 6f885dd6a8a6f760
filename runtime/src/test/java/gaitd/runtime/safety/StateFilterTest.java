package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateFilterTest {
    private static final double MS = 1e6;

    private final StateStream states = new StateStream();

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 0x7FFFFFF0L, 0xFFFFFFF0L})
    void passesNewerStatesAlsoWhereTheTickWraps(final long first) {
        final long next = states.stream(first, 2, MS);
        assertEquals((next - 2) & 0xFFFFFFFFL, states.accepted.robotTick);
        assertEquals(1000, states.filter.arrived.sequence);
        assertEquals(states.filter.arrived.sequence, states.accepted.sequence);
        assertEquals(0, states.filter.old() + states.filter.repeated());
        assertEquals(0.002, states.filter.stepS(), 1e-12);
        assertFalse(states.latch.isTripped());
    }

    @ParameterizedTest
    @CsvSource({"2,true", "1,true", "0,true", "-1,false", "-2,false", "-40,false", "-1000,false"})
    void dropsWhatIsOlderThanTheNewest(final int ahead, final boolean passes) {
        final long next = states.stream(0xFFFFFFF0L, 1, MS);
        final long before = states.accepted.sequence;
        states.nowNs += 2 * StateStream.NS_PER_MS;
        assertEquals(passes, states.say(next - 2 + ahead));
        assertEquals(passes, states.accepted.sequence > before);
        assertEquals(passes ? 0 : 1, states.filter.old());
        assertEquals(0, states.filter.repeated());
    }

    @Test
    void dropsARepeatedState() {
        final long next = states.stream(10, 1, MS);
        final long receivedNs = states.accepted.receivedAtNs;
        for (int i = 1; i <= 100; i++) {
            states.nowNs += 2 * StateStream.NS_PER_MS;
            assertFalse(states.repeat(next - 2));
            assertEquals(i, states.filter.repeated());
        }
        assertEquals(receivedNs, states.accepted.receivedAtNs, "a repeated state must not look fresh");
        assertFalse(states.latch.isTripped());
    }

    @ParameterizedTest
    @CsvSource({"990,true", "1010,false", "1000000,false", "2000000000,false"})
    void doesNotBelieveATickFromTheFuture(final int aheadMs, final boolean passes) {
        final long next = states.stream(0, 1, MS);
        states.nowNs += 2 * StateStream.NS_PER_MS;
        assertEquals(passes, states.say(next - 2 + aheadMs));
        states.nowNs += 2 * StateStream.NS_PER_MS;
        assertEquals(!passes, states.say(next + 2));
    }

    @Test
    void passesALaterStateAfterSilence() {
        final long next = states.stream(0, 1, MS);
        states.nowNs += 20_000 * StateStream.NS_PER_MS;
        assertFalse(states.silence());
        assertTrue(states.say(next + 20_000));
        assertEquals(20, states.filter.stepS(), 0.01);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PASSIVE", "FAULT"})
    void takesTheNewTimeOfABoardThatStartedAgain(final Mode resting) {
        states.stream(1_000_000, 1, MS);
        states.mode = resting;
        long tick = 0;
        double silentS = 0;
        while (!states.say(tick)) {
            states.nowNs += 2 * StateStream.NS_PER_MS;
            tick += 2;
            silentS += 0.002;
        }
        assertEquals(0.2, silentS, 0.005);
        final long old = states.filter.old();
        states.stream(tick + 2, 1, MS);
        assertEquals(old, states.filter.old());
        assertFalse(states.latch.isTripped());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"STAND_UP", "STAND", "WALK", "SIT_DOWN"})
    void neverTakesANewTimeWhileTheRobotActs(final Mode acting) {
        states.stream(1_000_000, 1, MS);
        states.mode = acting;
        states.stream(0, 5, MS);
        assertEquals(2500, states.filter.old());
    }

    @Test
    void keepsItsTimeWhenAStragglerComesLongAfterAnother() {
        final long next = states.stream(1_000_000, 1, MS);
        states.mode = Mode.PASSIVE;
        assertFalse(states.say(next - 100));
        assertTrue(states.say(next + 2));
        states.nowNs += 500 * StateStream.NS_PER_MS;
        assertFalse(states.say(next - 98));
        assertTrue(states.say(next + 500));
    }

    @ParameterizedTest
    @CsvSource({"96,false", "104,true"})
    void latchesATickThatStandsStillWhileStatesChange(final int stillMs, final boolean trips) {
        final long next = states.stream(0, 1, MS);
        for (int ms = 2; ms <= stillMs; ms += 2) {
            states.nowNs += 2 * StateStream.NS_PER_MS;
            assertTrue(states.say(next - 2));
        }
        assertEquals(trips ? Fault.ROBOT_TICK_STUCK : Fault.NONE, states.latch.first());
    }

    /** As from a simulator that gets no processor time: it answers, but its time goes on only in leaps. */
    @ParameterizedTest
    @CsvSource({"48,NONE", "52,ROBOT_TICK_STUCK"})
    void aTickThatLeapsIsNotStuck(final int states, final Fault expected) {
        final long next = this.states.stream(0, 1, MS);
        for (int i = 0; i < states; i++) {
            this.states.nowNs += 10 * StateStream.NS_PER_MS;
            assertTrue(this.states.say(next - 2));
        }
        assertEquals(expected, this.states.latch.first());
    }

    @Test
    void aTickThatStandsStillDoesNotMatterInAPassiveRobot() {
        final long next = states.stream(0, 1, MS);
        states.mode = Mode.PASSIVE;
        for (int i = 0; i < 500; i++) {
            states.nowNs += 2 * StateStream.NS_PER_MS;
            states.say(next);
        }
        assertFalse(states.latch.isTripped());
    }

    @ParameterizedTest
    @CsvSource({
        "0,true",
        "7e5,true",
        "1.3e6,true",
        "700,true",
        "1300,true",
        "-1e6,true",
        "1e6,false",
        "8.5e5,false",
        "1000,false",
        "870,false"
    })
    void latchesATickThatCountsNeitherUnitAndGoesOn(final double unitNs, final boolean trips) {
        if (unitNs == 0) {
            for (int i = 0; i < 1000; i++) {
                states.nowNs += 2 * StateStream.NS_PER_MS;
                states.say(77);
            }
        } else {
            states.stream(1_000_000_000L, 2, unitNs);
        }
        assertEquals(trips ? Fault.ROBOT_TICK_UNUSABLE : Fault.NONE, states.latch.first());
        states.nowNs += 2 * StateStream.NS_PER_MS;
        assertTrue(states.say(states.accepted.robotTick + 1));
        assertFalse(states.repeat(states.accepted.robotTick), "the same again is never new");
        assertEquals(trips, states.say(states.accepted.robotTick - 1));
    }

    @ParameterizedTest
    @CsvSource({"29,1000,false", "31,1000,true", "400,1000,true", "200,2,false", "200,3,true"})
    void latchesStatesThatComeLaterThanUsual(final int lateMs, final int count, final boolean trips) {
        long tick = states.stream(0, 3, MS);
        states.nowNs += lateMs * StateStream.NS_PER_MS;
        for (int i = 0; i < count; i++) {
            states.nowNs += 2 * StateStream.NS_PER_MS;
            states.say(tick);
            tick += 2;
        }
        assertEquals(trips ? Fault.STATE_DELAYED : Fault.NONE, states.latch.first());
        assertEquals(trips ? lateMs : 0, states.latch.value(), 0.02 * lateMs);
    }

    @ParameterizedTest
    @CsvSource({"1.009e6,false", "1.15e6,true"})
    void latchesAClockThatLosesMoreThanClocksDo(final double unitNs, final boolean trips) {
        states.stream(0, 10, unitNs);
        assertEquals(trips ? Fault.STATE_DELAYED : Fault.NONE, states.latch.first());
    }

    @Test
    void clocksThatDriftAreNotLate() {
        states.stream(0, 600, 1e6 * (1 + 500e-6));
        states.stream(states.accepted.robotTick + 2, 600, 1e6 * (1 - 500e-6));
        assertFalse(states.latch.isTripped());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lostAndJitteredStatesTripNothing(final long seed) {
        final Random random = new Random(seed);
        long tick = states.stream(0, 1, MS);
        final long[] arrivesNs = new long[64];
        final long firstTick = tick;
        final long firstNs = states.nowNs;
        for (int i = 0; i < 30_000; i++) {
            states.nowNs = firstNs + 2L * i * StateStream.NS_PER_MS;
            arrivesNs[i % 64] = random.nextDouble() < 0.2
                    ? Long.MAX_VALUE
                    : states.nowNs + (long) (random.nextDouble() * 5 * StateStream.NS_PER_MS);
            tick = -1;
            for (int back = 8; back >= 0; back--) {
                final int k = i - back;
                if (k >= 0 && arrivesNs[k % 64] <= states.nowNs) {
                    arrivesNs[k % 64] = Long.MAX_VALUE;
                    tick = firstTick + 2L * k;
                }
            }
            if (tick >= 0) {
                states.say(tick);
            }
            assertTrue(states.nowNs - states.accepted.receivedAtNs < 40 * StateStream.NS_PER_MS, "stale, seed " + seed);
        }
        assertFalse(states.latch.isTripped(), () -> states.latch.first() + ", seed " + seed);
    }
}
