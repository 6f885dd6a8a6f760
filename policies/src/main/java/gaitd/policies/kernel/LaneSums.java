package gaitd.policies.kernel;

/**
 * Sums over the lanes of vectors that were stored in an array, always in the same order.
 *
 * <p>The Vector API leaves the order of its own sums open, and compiled code has another one than interpreted code:
 * training results would depend on when the code was compiled. Allocates nothing.
 */
public final class LaneSums {
    /** Lanes of a vector of the preferred species. */
    public static final int COUNT = VectorKernels.LANES;

    private static final int CHAINS = 4;

    private LaneSums() {}

    /**
     * Adds the lanes of one vector up, in four chains.
     *
     * @param stored where vectors were stored
     * @param at where this one begins; it has a multiple of four lanes
     * @return their sum
     */
    public static float sum(final float[] stored, final int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = at; i < at + COUNT; i += CHAINS) {
            a += stored[i];
            b += stored[i + 1];
            c += stored[i + 2];
            d += stored[i + 3];
        }
        return a + b + (c + d);
    }
}
