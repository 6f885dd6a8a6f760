package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands at the limit and just beyond it: velocity, age, silence, acts, order, and how many are remembered. */
class GateLimitsTest {
    private static final long MS = 1_000_000L;
    private static final int OPERATORS = 16;

    private final CommandRing ring = new CommandRing();
    private final OperatorGate gate = new OperatorGate(Config.defaults(), ring);
    private final OperatorCommand wish = new OperatorCommand();
    private final RawCommand sent = new RawCommand();
    private long nowNs = 5_000 * MS;

    private OperatorRequest tick() {
        return gate.update(nowNs, true, wish);
    }

    private Verdict send(final long operator, final long sequence) {
        sent.operator = operator;
        sent.sequence = sequence;
        sent.sentNs = nowNs;
        sent.actedNs = nowNs;
        return verdict();
    }

    private Verdict verdict() {
        final long ticket = ring.offer(sent);
        assertNotEquals(0, ticket);
        tick();
        return ring.verdict(ticket);
    }

    @ParameterizedTest
    @CsvSource({"0.8,0,0", "-0.8,0,0", "0,0.4,0", "0,-0.4,0", "0,0,1", "0,0,-1", "0.8,-0.4,1"})
    void aVelocityMayBeTheGreatestAndNoGreater(final double vx, final double vy, final double yawRate) {
        sent.vx = vx;
        sent.vy = vy;
        sent.yawRate = yawRate;
        assertEquals(Verdict.ACCEPTED, send(1, 1));
        assertEquals(vx, wish.vx);
        assertEquals(vy, wish.vy);
        assertEquals(yawRate, wish.yawRate);
        sent.vx = vx * (1 + 1e-15);
        sent.vy = vy * (1 + 1e-15);
        sent.yawRate = yawRate * (1 + 1e-15);
        assertEquals(Verdict.OUT_OF_RANGE, send(1, 2));
    }

    @ParameterizedTest
    @EnumSource(Gait.class)
    void everyGaitIsTakenAndNoneKeepsThePresentOne(final Gait gait) {
        sent.gait = gait.ordinal();
        assertEquals(Verdict.ACCEPTED, send(1, 1));
        assertEquals(gait, wish.gait);
        sent.gait = -1;
        assertEquals(Verdict.ACCEPTED, send(1, 2));
        assertEquals(null, wish.gait);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void aCommandMayBeAsOldAsTheLimitOrAsNewAndNoMore(final long sign) {
        send(1, 1);
        sent.sequence = 2;
        sent.sentNs = nowNs + sign * 200 * MS;
        assertEquals(Verdict.ACCEPTED, verdict());
        sent.sequence = 3;
        sent.sentNs += sign;
        assertEquals(Verdict.STALE, verdict());
    }

    @ParameterizedTest
    @CsvSource({"1,MALFORMED", "0,MALFORMED", "-1,MALFORMED"})
    void theFirstNumberIsOne(final long offset, final Verdict below) {
        assertEquals(below, send(1, offset - 1));
        assertEquals(Verdict.ACCEPTED, send(1, 1));
    }

    @Test
    void silenceIsForgivenUntilTheTimeoutAndNotOneNanosecondLonger() {
        sent.vx = 0.3;
        send(1, 1);
        nowNs += 500 * MS;
        tick();
        assertEquals(OperatorState.ACTIVE, wish.state);
        assertEquals(0.3, wish.vx);
        nowNs++;
        tick();
        assertEquals(OperatorState.LOST, wish.state);
        assertEquals(0, wish.vx);
        nowNs += 2_000 * MS - 1;
        assertEquals(OperatorRequest.NONE, tick());
        nowNs++;
        assertEquals(OperatorRequest.STAND, tick());
    }

    @Test
    void aPersonMayRestUntilTheTimeoutAndNotOneNanosecondLonger() {
        final long actedNs = nowNs;
        nowNs += 10_000 * MS;
        sent.vx = 0.3;
        sent.operator = 1;
        sent.sequence = 1;
        sent.sentNs = nowNs;
        sent.actedNs = actedNs;
        assertEquals(Verdict.ACCEPTED, verdict());
        assertEquals(OperatorState.ACTIVE, wish.state);
        assertEquals(0.3, wish.vx);
        nowNs++;
        tick();
        assertEquals(OperatorState.IDLE, wish.state);
        assertEquals(0, wish.vx);
    }

    @Test
    void anActMayBeInTheFutureByAsMuchAsACommand() {
        sent.vx = 0.3;
        send(1, 1);
        sent.sequence = 2;
        sent.actedNs = nowNs + 200 * MS;
        verdict();
        assertEquals(OperatorState.ACTIVE, wish.state);
        sent.sequence = 3;
        sent.actedNs++;
        verdict();
        assertEquals(OperatorState.IDLE, wish.state);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -1, Long.MIN_VALUE})
    void eachOperatorsNumbersOnlyGrowWhoeverSendsBetween(final long operator) {
        assertEquals(Verdict.ACCEPTED, send(operator, 10));
        for (int other = 1; other < OPERATORS; other++) {
            nowNs += MS;
            assertEquals(Verdict.ACCEPTED, send(100 + other, 10));
            assertEquals(Verdict.REPEATED, send(operator, 10));
            assertEquals(Verdict.REPEATED, send(operator, 9));
            assertEquals(Verdict.REPEATED, send(100 + other, 10));
        }
        assertEquals(Verdict.ACCEPTED, send(operator, 11));
        assertEquals(Verdict.REPEATED, send(operator, 11));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15})
    void ofMoreOperatorsThanCanBeRememberedTheOneIsForgottenThatWasHeardLongestAgo(final int silent) {
        for (int operator = 0; operator < OPERATORS; operator++) {
            send(operator, 10);
            nowNs += MS;
        }
        for (int operator = 0; operator < OPERATORS; operator++) {
            if (operator != silent) {
                assertEquals(Verdict.ACCEPTED, send(operator, 11));
                nowNs += MS;
            }
        }
        assertEquals(Verdict.ACCEPTED, send(99, 1));
        for (int operator = 0; operator < OPERATORS; operator++) {
            if (operator != silent) {
                assertEquals(Verdict.REPEATED, send(operator, 11));
            }
        }
        assertEquals(Verdict.REPEATED, send(99, 1));
        assertEquals(Verdict.ACCEPTED, send(silent, 1));
    }

    @Test
    void aTickLooksAtSixtyFourCommands() {
        sent.gait = 99;
        for (int i = 0; i < 70; i++) {
            ring.offer(sent);
        }
        tick();
        assertEquals(64, ring.count(Verdict.MALFORMED));
        tick();
        assertEquals(70, ring.count(Verdict.MALFORMED));
    }

    @Test
    void whatWaitsWhenTheRobotIsStoppedOtherwiseIsVoid() {
        sent.operator = 1;
        sent.sequence = 1;
        sent.sentNs = nowNs;
        sent.request = OperatorRequest.STAND.ordinal();
        final long before = ring.offer(sent);
        gate.discard();
        sent.sequence = 2;
        sent.request = OperatorRequest.SIT.ordinal();
        ring.offer(sent);
        assertEquals(OperatorRequest.SIT, tick());
        assertEquals(Verdict.VOID, ring.verdict(before));
    }
}
