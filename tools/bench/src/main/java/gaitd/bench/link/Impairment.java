package gaitd.bench.link;

import gaitd.policies.learn.RandomStream;

/**
 * What a link does to each packet in one direction, as tc's netem with a rate does it: loss by a chain of two states (Gilbert), a delay
 * drawn evenly, packets that keep their order but for those that overtake.
 *
 * <p>The n-th packet gets the n-th decision of the seed, whenever it comes. Allocates nothing after construction.
 */
final class Impairment {
    /** A packet that does not arrive. */
    static final long LOST = -1;

    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_BIT_AT_1_MBIT = 1e3;

    private final LinkProfile profile;
    private final RandomStream random;
    private boolean burst;
    private long lastDueNs = Long.MIN_VALUE;
    private long packets;
    private long lost;

    Impairment(final LinkProfile profile, final long seed) {
        this.profile = profile;
        random = new RandomStream(seed);
    }

    /**
     * Decides about the next packet.
     *
     * @param bytes its length
     * @param nowNs when it comes
     * @return when it is due at the other end, or {@link #LOST}, ns
     */
    long due(final int bytes, final long nowNs) {
        final double turn = random.nextDouble();
        final double ahead = random.nextDouble();
        final double jitter = 2 * random.nextDouble() - 1;
        final boolean drop = burst;
        burst = burst ? turn >= profile.burstEnds : turn < profile.burstBegins;
        packets++;
        if (drop) {
            lost++;
            return LOST;
        }
        if (ahead < profile.overtakes) {
            return nowNs;
        }
        final long delayNs = (long) (NS_PER_MS * (profile.delayMs + profile.jitterMs * jitter));
        final long sendNs = (long) (bytes * Byte.SIZE * NS_PER_BIT_AT_1_MBIT / profile.rateMbit);
        lastDueNs = Math.max(lastDueNs, nowNs + delayNs) + sendNs;
        return lastDueNs;
    }

    /** Packets decided about. */
    long packets() {
        return packets;
    }

    /** Packets lost. */
    long lost() {
        return lost;
    }
}
