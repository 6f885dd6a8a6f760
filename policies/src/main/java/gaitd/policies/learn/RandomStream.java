package gaitd.policies.learn;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 whose state can be kept and set, so that what is drawn can go on where it stopped; the numbers are those of {@link
 * java.util.SplittableRandom} of the same seed.
 *
 * <p>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014. Allocates nothing.
 */
public final class RandomStream implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * A stream from its beginning.
     *
     * @param seed decides every number
     */
    public RandomStream(final long seed) {
        state = seed;
    }

    /**
     * Begins anew, or continues where {@link #state} was read.
     *
     * @param seed decides every number from now on
     */
    public void reseed(final long seed) {
        state = seed;
    }

    /**
     * Position of the stream.
     *
     * @return what {@link #reseed} takes to go on here
     */
    public long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(final long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Derives an independent seed.
     *
     * @param seed any
     * @param purpose distinguishes the seeds that are derived from one
     * @return a seed that is unrelated to that of any other purpose
     */
    public static long seed(final long seed, final long purpose) {
        return mix(mix(seed + GOLDEN) + GOLDEN * (purpose + 1));
    }
}
