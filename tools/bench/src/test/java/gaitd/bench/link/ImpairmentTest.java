package gaitd.bench.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImpairmentTest {
    private static final int PACKETS = 200_000;
    private static final int BYTES = 700;
    private static final long PERIOD_NS = 2_000_000;

    private static long[] delays(final LinkProfile profile, final long seed) {
        final Impairment link = new Impairment(profile, seed);
        return LongStream.range(0, PACKETS)
                .map(i -> {
                    final long due = link.due(BYTES, i * PERIOD_NS);
                    return due == Impairment.LOST ? Impairment.LOST : due - i * PERIOD_NS;
                })
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void losesAsManyAsItSaysInBurstsOfTheSaidLength(final LinkProfile profile) {
        final long[] delays = delays(profile, 7);
        int lost = 0;
        int bursts = 0;
        for (int i = 0; i < delays.length; i++) {
            final boolean gone = delays[i] == Impairment.LOST;
            lost += gone ? 1 : 0;
            bursts += gone && (i == 0 || delays[i - 1] != Impairment.LOST) ? 1 : 0;
        }
        assertEquals(profile.lossShare(), (double) lost / PACKETS, 0.1 * profile.lossShare());
        if (bursts > 0) {
            assertEquals(1 / profile.burstEnds, (double) lost / bursts, 0.1 / profile.burstEnds);
        }
    }

    @ParameterizedTest
    @EnumSource
    void overtakesAsOftenAsItSaysAndKeepsTheOrderOtherwise(final LinkProfile profile) {
        final long[] delays = delays(profile, 3);
        long last = Long.MIN_VALUE;
        int ahead = 0;
        int arrived = 0;
        for (int i = 0; i < delays.length; i++) {
            if (delays[i] == Impairment.LOST) {
                continue;
            }
            arrived++;
            if (delays[i] == 0) {
                ahead++;
            } else {
                assertTrue(i * PERIOD_NS + delays[i] > last, "packet " + i);
                last = i * PERIOD_NS + delays[i];
            }
        }
        assertEquals(profile.overtakes, (double) ahead / arrived, 0.15 * profile.overtakes);
    }

    @ParameterizedTest
    @EnumSource
    void noPacketIsFasterOrSlowerThanTheProfileSays(final LinkProfile profile) {
        final double sendMs = BYTES * 8 / (1e3 * profile.rateMbit);
        final double leastMs = profile.delayMs - profile.jitterMs + sendMs;
        // A packet waits for the one before it, which came a period earlier and may have waited itself.
        final double mostMs = profile.delayMs + profile.jitterMs + 10 * sendMs;
        for (final long delay : delays(profile, 5)) {
            if (delay > 0) {
                assertTrue(delay >= (leastMs - 1e-4) * 1e6, delay + " ns");
                assertTrue(delay <= mostMs * 1e6, delay + " ns");
            }
        }
    }

    @Test
    void theSameSeedDecidesTheSameForEachPacketAndAnotherDoesNot() {
        assertEquals(
                LongStream.of(delays(LinkProfile.BAD_RADIO, 11)).boxed().toList(),
                LongStream.of(delays(LinkProfile.BAD_RADIO, 11)).boxed().toList());
        assertNotEquals(
                LongStream.of(delays(LinkProfile.BAD_RADIO, 11)).boxed().toList(),
                LongStream.of(delays(LinkProfile.BAD_RADIO, 12)).boxed().toList());
    }

    @Test
    void whichPacketsAreLostDoesNotDependOnWhenTheyCome() {
        final Impairment slow = new Impairment(LinkProfile.BAD_RADIO, 4);
        final Impairment fast = new Impairment(LinkProfile.BAD_RADIO, 4);
        for (int i = 0; i < PACKETS; i++) {
            assertEquals(slow.due(BYTES, i * PERIOD_NS) == Impairment.LOST, fast.due(40, i * 1000L) == Impairment.LOST);
        }
        assertEquals(slow.lost(), fast.lost());
        assertEquals(PACKETS, slow.packets());
    }
}
