package gaitd.policies.wiring;

import java.util.Arrays;

/**
 * NumPy's legacy generator RandomState(seed): MT19937, bounded numbers by masking and rejection. Bit for bit the same draws.
 *
 * <p>Source: Matsumoto and Nishimura 1998.
 */
final class MersenneTwister {
    private static final int LENGTH = 624;
    private static final int MIDDLE = 397;
    private static final int TWIST = 0x9908b0df;
    private static final int SEEDING = 1812433253;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;

    private final int[] words = new int[LENGTH];
    private int next = LENGTH;

    MersenneTwister(final int seed) {
        words[0] = seed;
        for (int i = 1; i < LENGTH; i++) {
            words[i] = SEEDING * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
    }

    /** One of 0 to bound - 1, as choice(bound) draws it. */
    int below(final int bound) {
        final int most = bound - 1;
        if (most == 0) {
            return 0;
        }
        final int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int drawn = word() & mask;
        while (drawn > most) {
            drawn = word() & mask;
        }
        return drawn;
    }

    /** The first so many of a shuffled 0 to bound - 1, as choice(bound, count, replace=False) draws them. */
    int[] distinct(final int bound, final int count) {
        final int[] order = new int[bound];
        for (int i = 0; i < bound; i++) {
            order[i] = i;
        }
        for (int i = bound - 1; i > 0; i--) {
            final int j = below(i + 1);
            final int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return Arrays.copyOf(order, count);
    }

    private int word() {
        if (next == LENGTH) {
            for (int i = 0; i < LENGTH; i++) {
                final int y = (words[i] & UPPER) | (words[(i + 1) % LENGTH] & LOWER);
                words[i] = words[(i + MIDDLE) % LENGTH] ^ (y >>> 1) ^ ((y & 1) * TWIST);
            }
            next = 0;
        }
        int y = words[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }
}
