package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorGateTest {
    private static final long MS = 1_000_000L;
    private static final int WALK = OperatorRequest.WALK.ordinal();

    private final UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandRing.MEMORY_BYTES));
    private final CommandRing ring = new CommandRing(memory, new StopWord());
    private final OperatorGate gate = new OperatorGate(Config.defaults(), ring);
    private final OperatorCommand wish = new OperatorCommand();
    private final RawCommand sent = new RawCommand();
    private long nowNs = 5_000 * MS;

    private OperatorRequest tick() {
        return gate.update(nowNs, true, wish);
    }

    private RawCommand fresh() {
        sent.operator = 7;
        sent.sequence++;
        sent.sentNs = nowNs;
        sent.actedNs = nowNs;
        sent.request = 0;
        sent.gait = -1;
        sent.vx = 0.3;
        sent.vy = 0.1;
        sent.yawRate = -0.2;
        return sent;
    }

    private void offer(final RawCommand command) {
        assertNotEquals(0, ring.offer(command));
    }

    private void assertRefused(final Verdict why) {
        assertEquals(OperatorRequest.NONE, gate.update(nowNs, false, wish));
        assertEquals(0, wish.vx);
        assertEquals(0, wish.sequence);
        assertEquals(1, ring.count(why));
        assertEquals(0, ring.count(Verdict.ACCEPTED));
    }

    @Test
    void acceptsAnIntactFreshNewCommandInRange() {
        final RawCommand command = fresh();
        command.request = WALK;
        command.gait = Gait.PACE.ordinal();
        offer(command);
        assertEquals(OperatorRequest.WALK, tick());
        assertEquals(Gait.PACE, wish.gait);
        assertEquals(0.3, wish.vx);
        assertEquals(0.1, wish.vy);
        assertEquals(-0.2, wish.yawRate);
        assertEquals(1, wish.sequence);
        assertEquals(OperatorRequest.NONE, tick());
    }

    @Test
    void asksForEveryRequestInItsOwnTick() {
        final List<OperatorRequest> all = Arrays.stream(OperatorRequest.values())
                .filter(request -> request != OperatorRequest.NONE && request != OperatorRequest.STOP)
                .toList();
        for (final OperatorRequest request : all) {
            fresh().request = request.ordinal();
            offer(sent);
        }
        for (final OperatorRequest request : all) {
            assertEquals(request, tick());
        }
    }

    @Test
    void aStopIsAcceptedWhateverItsAgeOrderAndVelocityAndIsObeyedOnce() {
        fresh().sentNs = nowNs - 3_600_000 * MS;
        sent.vx = Double.NaN;
        sent.sequence = -5;
        sent.gait = 99;
        sent.request = OperatorRequest.STOP.ordinal();
        offer(sent);
        assertEquals(OperatorRequest.STOP, tick());
        assertEquals(OperatorRequest.NONE, gate.update(nowNs, false, wish));
        assertEquals(1, ring.count(Verdict.ACCEPTED));
    }

    /** Heartbeats of a process whose person acted once. */
    private void beat(final long fromMs, final long toMs, final long actedNs) {
        final long startNs = nowNs;
        for (long ms = fromMs; ms <= toMs; ms += 50) {
            nowNs = startNs + (ms - fromMs) * MS;
            fresh().actedNs = actedNs;
            offer(sent);
            tick();
        }
    }

    @Test
    void theVelocityIsZeroWhenCommandsComeAndNoPersonActs() {
        final long actedNs = nowNs;
        beat(0, 10_000, actedNs);
        assertEquals(0.3, wish.vx);
        assertEquals(OperatorState.ACTIVE, wish.state);
        beat(10_000, 10_050, actedNs);
        assertEquals(0, wish.vx);
        assertEquals(0, wish.vy);
        assertEquals(0, wish.yawRate);
        assertEquals(OperatorState.IDLE, wish.state);
    }

    @Test
    void theRobotThenStandsAndWalksOnWhenThePersonActs() {
        final long actedNs = nowNs;
        beat(0, 12_000, actedNs);
        assertEquals(OperatorRequest.NONE, tick());
        beat(12_000, 12_050, actedNs);
        assertEquals(OperatorRequest.STAND, tick());
        beat(0, 50, nowNs);
        assertEquals(0.3, wish.vx);
        assertEquals(OperatorRequest.NONE, tick());
        assertEquals(OperatorState.ACTIVE, wish.state);
    }

    @Test
    void aVelocityThatIsHeldLastsAsLongAsCommandsCome() {
        sent.holds = true;
        beat(0, 60_000, nowNs);
        assertEquals(0.3, wish.vx);
        assertEquals(OperatorRequest.NONE, tick());
        nowNs += 501 * MS;
        tick();
        assertEquals(0, wish.vx);
        assertEquals(OperatorState.LOST, wish.state);
    }

    @Test
    void anActOfTheFutureIsNone() {
        beat(0, 50, nowNs + 100_000 * MS);
        assertEquals(0, wish.vx);
        assertEquals(OperatorState.IDLE, wish.state);
    }

    @Test
    void whatWasSentBeforeAStopIsVoid() {
        fresh().request = OperatorRequest.STAND.ordinal();
        final long ticket = ring.offer(sent);
        ring.stop();
        assertEquals(OperatorRequest.STOP, tick());
        assertEquals(OperatorRequest.NONE, gate.update(nowNs, false, wish));
        assertEquals(Verdict.VOID, ring.verdict(ticket));
    }

    @Test
    void aDamagedStopCommandIsNone() {
        fresh().request = OperatorRequest.STOP.ordinal();
        offer(sent);
        memory.putByte(512 + 40, (byte) 1);
        assertEquals(OperatorRequest.NONE, gate.update(nowNs, false, wish));
        assertEquals(1, ring.count(Verdict.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 9, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesARequestThatThereIsNot(final int request) {
        fresh().request = request;
        offer(sent);
        assertRefused(Verdict.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 4, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAGaitThatThereIsNot(final int gait) {
        fresh().gait = gait;
        offer(sent);
        assertRefused(Verdict.MALFORMED);
    }

    @Test
    void refusesACommandWithoutANumber() {
        fresh().sequence = 0;
        offer(sent);
        assertRefused(Verdict.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.81, -0.81})
    void refusesAForwardVelocityOutOfRange(final double value) {
        fresh().vx = value;
        offer(sent);
        assertRefused(Verdict.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.41})
    void refusesALateralVelocityOutOfRange(final double value) {
        fresh().vy = value;
        offer(sent);
        assertRefused(Verdict.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1.01})
    void refusesATurningRateOutOfRange(final double value) {
        fresh().yawRate = value;
        offer(sent);
        assertRefused(Verdict.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 60_000, -201, -3_600_000})
    void refusesWhatWasSentTooLongAgoOrInTheFuture(final long ageMs) {
        fresh().sentNs = nowNs - ageMs * MS;
        offer(sent);
        assertRefused(Verdict.STALE);
    }

    @Test
    void anOldCommandThatIsRepeatedIsIgnoredAndCounted() {
        fresh().request = WALK;
        offer(sent);
        assertEquals(OperatorRequest.WALK, tick());
        for (int i = 0; i < 10; i++) {
            offer(sent);
            nowNs += MS;
            assertEquals(OperatorRequest.NONE, tick());
        }
        assertEquals(10, ring.count(Verdict.REPEATED));
        sent.sequence = 0;
        fresh().request = WALK;
        offer(sent);
        assertEquals(OperatorRequest.NONE, tick());
        assertEquals(11, ring.count(Verdict.REPEATED));
    }

    @Test
    void numbersAreEachOperatorsOwn() {
        for (int operator = 1; operator <= 3; operator++) {
            fresh().operator = operator;
            sent.sequence = 1;
            offer(sent);
        }
        tick();
        assertEquals(3, ring.count(Verdict.ACCEPTED));
    }

    @Test
    void aRepeatedCommandOfAForgottenOperatorIsTooOld() {
        fresh().request = WALK;
        offer(sent);
        tick();
        final RawCommand other = new RawCommand();
        for (int i = 0; i < 20; i++) {
            other.operator = 100L + i;
            other.sequence = 1;
            nowNs += 11 * MS;
            other.sentNs = nowNs;
            offer(other);
            tick();
        }
        offer(sent);
        assertEquals(OperatorRequest.NONE, tick());
        assertEquals(1, ring.count(Verdict.STALE));
    }

    @Test
    void noVelocityBeforeTheFirstCommand() {
        wish.vx = 0.5;
        assertEquals(OperatorRequest.STAND, tick());
        assertEquals(0, wish.vx);
    }

    @Test
    void velocityIsTakenAwayWhenTheOperatorIsGone() {
        offer(fresh());
        tick();
        nowNs += 500 * MS;
        tick();
        assertEquals(0.3, wish.vx);
        nowNs += MS;
        assertEquals(OperatorRequest.NONE, tick());
        assertEquals(0, wish.vx);
        assertEquals(0, wish.vy);
        assertEquals(0, wish.yawRate);
        offer(fresh());
        tick();
        assertEquals(0.3, wish.vx);
    }

    @Test
    void refusedCommandsAreNoSignOfLife() {
        offer(fresh());
        tick();
        for (int i = 0; i < 51; i++) {
            nowNs += 10 * MS;
            fresh().vx = 2;
            offer(sent);
            tick();
        }
        assertEquals(0, wish.vx);
    }

    @Test
    void aWalkingRobotWithoutOperatorIsMadeToStandAndALyingOneIsLeftToLie() {
        offer(fresh());
        tick();
        nowNs += 2_500 * MS;
        assertEquals(OperatorRequest.NONE, tick());
        nowNs += MS;
        assertEquals(OperatorRequest.STAND, tick());
        assertEquals(OperatorRequest.NONE, gate.update(nowNs, false, wish));
    }

    @Test
    void tenThousandMalformedCommandsDoNotKeepOutAGoodOne() {
        final SplittableRandom random = new SplittableRandom(3);
        long offered = 0;
        for (int i = 0; i < 10_000; i++) {
            final RawCommand bad = fresh();
            bad.request = random.nextInt();
            bad.gait = random.nextInt();
            bad.vx = Double.longBitsToDouble(random.nextLong());
            bad.sequence = random.nextLong();
            offered += ring.offer(bad) == 0 ? 0 : 1;
            if (i % 200 == 0) {
                nowNs += 2 * MS;
                tick();
            }
        }
        sent.sequence = 0;
        for (int i = 0; i < 5; i++) {
            tick();
        }
        fresh().request = WALK;
        offer(sent);
        assertEquals(OperatorRequest.WALK, tick());
        assertEquals(10_000 - ring.dropped(), offered);
        assertTrue(ring.dropped() > 0, "the flood never filled the ring");
        assertEquals(offered, ring.count(Verdict.MALFORMED));
    }
}
