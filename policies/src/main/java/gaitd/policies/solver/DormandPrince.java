package gaitd.policies.solver;

import gaitd.maths.Power;
import gaitd.policies.kernel.Kernels;

/**
 * Dormand and Prince's embedded pair of orders 5 and 4 with step control; the reference for the others.
 *
 * <p>A step passes when the largest estimated error of a state is within the tolerance times (1 + |x|). A tolerance
 * that the array's precision cannot meet is raised to 16 units of it, and no step is below 1e-5 of the duration, so the
 * number of steps is bounded. Source: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, table II.5.2.
 *
 * <p>Not for the control tick: its time depends on the state. Allocates nothing after construction.
 *
 * @param <A> double[] or float[]
 */
public final class DormandPrince<A> implements Solver<A> {
    /** The tolerance that {@link Solver#of} gives. */
    static final double FINE = 1e-12;

    private static final int STAGES = 7;
    private static final double[][] STAGE = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };
    private static final double SMALLEST_SHARE = 1e-5;
    private static final double SAFETY = 0.9;
    private static final double SHRINK_LIMIT = 0.2;
    private static final double GROWTH_LIMIT = 5;
    private static final double ROUNDING = 16;
    private static final double FIRST_SHARE = 0.1;

    private final Kernels<A> kernels;
    private final int size;
    private final double tolerance;
    private final A gain;
    private final A decay;
    private final A slope;
    private final A slopes;
    private final A next;
    private final A error;
    private long steps;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param size number of states
     * @param tolerance error allowed a step, relative to 1 + |x|, above 0
     * @throws IllegalArgumentException when the tolerance is not above 0
     */
    public DormandPrince(final Kernels<A> kernels, final int size, final double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance " + tolerance + ": must be above 0");
        }
        this.kernels = kernels;
        this.size = size;
        this.tolerance = Math.max(tolerance, ROUNDING * kernels.precision());
        this.gain = kernels.allocate(size);
        this.decay = kernels.allocate(size);
        this.slope = kernels.allocate(size);
        this.slopes = kernels.allocate(STAGES * size);
        this.next = kernels.allocate(size);
        this.error = kernels.allocate(size);
    }

    /**
     * Steps taken and kept since construction.
     *
     * @return a count
     */
    public long steps() {
        return steps;
    }

    @Override
    public void integrate(final QuasiLinear<A> system, final A x, final double duration) {
        if (!(duration > 0)) {
            return;
        }
        double left = duration;
        double h = FIRST_SHARE * duration;
        evaluate(system, x, 0);
        while (left > 0) {
            final boolean last = h >= left;
            final double step = last ? left : h;
            final double excess = attempt(system, x, step);
            // Written so that an error that is not a number is kept too: it shows in the state and ends the loop.
            if (!(excess > 1) || step <= SMALLEST_SHARE * duration) {
                kernels.copy(next, 0, x, 0, size);
                kernels.copy(slopes, (STAGES - 1) * size, slopes, 0, size);
                left = last ? 0 : left - step;
                steps++;
            }
            h = step * growth(excess);
            h = Math.max(h, SMALLEST_SHARE * duration);
        }
    }

    private static double growth(final double excess) {
        final double wanted = SAFETY * Power.of(excess, -0.2);
        return wanted < SHRINK_LIMIT ? SHRINK_LIMIT : Math.min(wanted, GROWTH_LIMIT);
    }

    /** Fills next and the last slope; returns the estimated error over the tolerance. */
    private double attempt(final QuasiLinear<A> system, final A x, final double h) {
        for (int stage = 1; stage < STAGES; stage++) {
            kernels.copy(x, 0, next, 0, size);
            for (int j = 0; j < stage; j++) {
                kernels.addScaled(h * STAGE[stage][j], slopes, j * size, next, 0, size);
            }
            evaluate(system, next, stage);
        }
        kernels.fill(error, 0, size, 0);
        for (int j = 0; j < STAGES; j++) {
            kernels.addScaled(h * ERROR[j], slopes, j * size, error, 0, size);
        }
        double worst = 0;
        for (int i = 0; i < size; i++) {
            final double allowed = tolerance * (1 + Math.abs(kernels.get(next, i)));
            worst = Math.max(worst, Math.abs(kernels.get(error, i)) / allowed);
        }
        return worst;
    }

    private void evaluate(final QuasiLinear<A> system, final A x, final int stage) {
        system.split(x, gain, decay);
        kernels.rate(gain, decay, x, slope, size);
        kernels.copy(slope, 0, slopes, stage * size, size);
    }
}
