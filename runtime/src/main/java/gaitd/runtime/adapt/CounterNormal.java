package gaitd.runtime.adapt;

import gaitd.policies.learn.RandomStream;

/**
 * Numbers of the standard normal distribution within {@link #BOUND} deviations, each decided by a seed, a counter and an index
 * alone: whoever knows the three draws the same number, on any machine.
 *
 * <p>Polar method on counted words; source: Marsaglia and Bray, A convenient method for generating normal variables, SIAM
 * Review 1964. Pure function; allocates nothing.
 */
final class CounterNormal {
    /** Greatest size of a number. */
    static final double BOUND = 2;

    private static final int TRIES = 32;
    private static final int SPARE_BITS = 11;
    private static final double UNIT = 0x1p-52;

    private CounterNormal() {}

    /** The number of a counter and an index. A quarter of the tries fail, so that 32 in a row never do. */
    static double draw(final long seed, final long counter, final int index) {
        final long own = RandomStream.seed(RandomStream.seed(seed, counter), index);
        for (int i = 0; i < TRIES; i++) {
            final double u = (RandomStream.seed(own, 2L * i) >> SPARE_BITS) * UNIT;
            final double v = (RandomStream.seed(own, 2L * i + 1) >> SPARE_BITS) * UNIT;
            final double square = u * u + v * v;
            if (square > 0 && square < 1) {
                final double normal = u * Math.sqrt(-2 * StrictMath.log(square) / square);
                if (Math.abs(normal) <= BOUND) {
                    return normal;
                }
            }
        }
        return 0;
    }
}
