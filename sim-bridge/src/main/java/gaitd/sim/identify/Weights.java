package gaitd.sim.identify;

import java.util.Arrays;

/**
 * How much each kind of equation leaves open, learned from what it left so far, and the weight of the next one of its kind: Huber's, so
 * that single large errors count less. Allocates nothing after construction.
 */
final class Weights {
    private static final double OUTLIER = 2.5;
    private static final double MEMORY = 100;
    private static final double START = 4;

    private final double[] variance;
    private final double[] count;

    Weights(final double... firstDeviation) {
        variance = Arrays.stream(firstDeviation).map(d -> d * d).toArray();
        count = new double[variance.length];
    }

    /**
     * The weight of an equation.
     *
     * @param kind its kind
     * @param left what it leaves open with the unknowns as believed
     * @param doubt standard deviation of what cannot be known about it
     * @return one over the variance, less for an outlier
     */
    double take(final int kind, final double left, final double doubt) {
        final double expected = variance[kind] + doubt * doubt;
        final double off = Math.abs(left) / Math.sqrt(expected);
        final double held = Math.min(off, OUTLIER);
        count[kind] = Math.min(MEMORY, count[kind] + 1);
        variance[kind] *= 1 + (held * held - 1) / (count[kind] + START);
        return 1 / (expected * Math.max(1, off / OUTLIER));
    }
}
