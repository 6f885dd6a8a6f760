package gaitd.lab.sweep;

/**
 * Successive halving: all variants are trained for a share of their iterations, the best go on for longer, until the last are trained to
 * the end.
 *
 * <p>Source: Jamieson and Talwalkar, Non-stochastic best arm identification and hyperparameter optimization, AISTATS 2016.
 *
 * @param eta by how much there are fewer in each rung, and by how much they train longer
 * @param rungs how many; 1 trains all to the end
 */
record Halving(int eta, int rungs) {
    /** All are trained to the end. */
    static final Halving NONE = new Halving(2, 1);

    private static final int RUNGS_USUAL = 4;

    /** Most rungs in which at least one is left of some. */
    static int most(final int variants, final int eta) {
        int rungs = 1;
        for (long left = variants / eta; left > 0; left /= eta) {
            rungs++;
        }
        return rungs;
    }

    /** Rungs where nobody says how many. */
    static int usual(final int variants, final int eta) {
        return Math.min(RUNGS_USUAL, most(variants, eta));
    }

    /** Variants of a rung, from 0. */
    int kept(final int variants, final int rung) {
        int left = variants;
        for (int step = 0; step < rung; step++) {
            left /= eta;
        }
        return left;
    }

    /** Iterations in a rung, of those of the whole plan. */
    long iterations(final long whole, final int rung) {
        long share = 1;
        for (int step = rung; step < rungs - 1; step++) {
            share *= eta;
        }
        return (whole + share - 1) / share;
    }
}
