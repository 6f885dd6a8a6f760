package gaitd.sim.engine;

/**
 * Products of whitened rows, six numbers of the trunk and three of a leg, with each other and with vectors of all 18.
 *
 * <p>Sums are trees, not chains, since a processor adds the branches at once. Allocates nothing.
 */
final class Whitened {
    private Whitened() {}

    /** Product of a row at {@code at} with a vector whose leg part starts at {@code leg}. */
    static double product(final double[] row, final int at, final double[] u, final int leg) {
        return ((row[at] * u[0] + row[at + 1] * u[1]) + (row[at + 2] * u[2] + row[at + 3] * u[3]))
                + ((row[at + 4] * u[4] + row[at + 5] * u[5]) + (row[at + 6] * u[leg] + row[at + 7] * u[leg + 1]))
                + row[at + 8] * u[leg + 2];
    }

    /** Product of two rows of the same leg. */
    static double product(final double[] w, final int a, final int b) {
        return ((w[a] * w[b] + w[a + 1] * w[b + 1]) + (w[a + 2] * w[b + 2] + w[a + 3] * w[b + 3]))
                + ((w[a + 4] * w[b + 4] + w[a + 5] * w[b + 5]) + (w[a + 6] * w[b + 6] + w[a + 7] * w[b + 7]))
                + w[a + 8] * w[b + 8];
    }

    /** Adds an amount of a row to a vector. */
    static void add(final double[] row, final int at, final double amount, final double[] u, final int leg) {
        for (int i = 0; i < 6; i++) {
            u[i] += row[at + i] * amount;
        }
        u[leg] += row[at + 6] * amount;
        u[leg + 1] += row[at + 7] * amount;
        u[leg + 2] += row[at + 8] * amount;
    }

    /** Adds amounts of three rows that follow one another to a vector. */
    static void add(
            final double[] row,
            final int at,
            final double x,
            final double y,
            final double z,
            final double[] u,
            final int leg) {
        for (int i = 0; i < 6; i++) {
            u[i] += (row[at + i] * x + row[at + 9 + i] * y) + row[at + 18 + i] * z;
        }
        for (int i = 0; i < 3; i++) {
            u[leg + i] += (row[at + 6 + i] * x + row[at + 15 + i] * y) + row[at + 24 + i] * z;
        }
    }
}
