package gaitd.policies.wiring;

/**
 * NumPy's generator default_rng(seed): PCG64 behind a seed sequence, bounded numbers by Lemire's method. Bit for bit the same draws.
 *
 * <p>Source: O'Neill, PCG, HMC-CS-2014-0905; NumPy enhancement proposal 19.
 */
final class Pcg64 {
    private static final long LOW_WORD = 0xffffffffL;
    private static final int POOL = 4;
    private static final int SEED_WORDS = 8;
    private static final long FACTOR_HIGH = 2549297995355413924L;
    private static final long FACTOR_LOW = 4865540595714422341L;

    private long high;
    private long low;
    private final long stepHigh;
    private final long stepLow;
    private int spare;
    private boolean hasSpare;

    Pcg64(final int seed) {
        final int[] words = seedWords(seed);
        final long sequenceHigh = pair(words, 4);
        final long sequenceLow = pair(words, 6);
        stepHigh = sequenceHigh << 1 | sequenceLow >>> 63;
        stepLow = sequenceLow << 1 | 1;
        step();
        add(pair(words, 0), pair(words, 2));
        step();
    }

    /** One of 0 to bound - 1, as integers(0, bound) draws it. */
    int below(final int bound) {
        long product = half() * bound;
        if ((product & LOW_WORD) < bound) {
            final long least = ((LOW_WORD - (bound - 1)) % bound);
            while ((product & LOW_WORD) < least) {
                product = half() * bound;
            }
        }
        return (int) (product >>> Integer.SIZE);
    }

    private long half() {
        if (hasSpare) {
            hasSpare = false;
            return spare & LOW_WORD;
        }
        step();
        final long drawn = Long.rotateRight(high ^ low, (int) (high >>> 58));
        spare = (int) (drawn >>> Integer.SIZE);
        hasSpare = true;
        return drawn & LOW_WORD;
    }

    private void step() {
        final long carried = Math.unsignedMultiplyHigh(low, FACTOR_LOW);
        high = carried + high * FACTOR_LOW + low * FACTOR_HIGH;
        low *= FACTOR_LOW;
        add(stepHigh, stepLow);
    }

    private void add(final long addHigh, final long addLow) {
        low += addLow;
        high += addHigh + (Long.compareUnsigned(low, addLow) < 0 ? 1 : 0);
    }

    private static long pair(final int[] words, final int at) {
        return (words[at] & LOW_WORD) | (long) words[at + 1] << Integer.SIZE;
    }

    private static int[] seedWords(final int seed) {
        final int[] pool = new int[POOL];
        int factor = 0x43b0d7e5;
        for (int i = 0; i < POOL; i++) {
            final int word = (i == 0 ? seed : 0) ^ factor;
            factor *= 0x931e8875;
            pool[i] = scramble(word * factor);
        }
        for (int source = 0; source < POOL; source++) {
            for (int target = 0; target < POOL; target++) {
                if (source != target) {
                    final int word = pool[source] ^ factor;
                    factor *= 0x931e8875;
                    pool[target] = scramble(0xca01f9dd * pool[target] - 0x4973f715 * scramble(word * factor));
                }
            }
        }
        final int[] words = new int[SEED_WORDS];
        factor = 0x8b51f9dd;
        for (int i = 0; i < SEED_WORDS; i++) {
            final int word = pool[i % POOL] ^ factor;
            factor *= 0x58f38ded;
            words[i] = scramble(word * factor);
        }
        return words;
    }

    private static int scramble(final int word) {
        return word ^ (word >>> 16);
    }
}
