package gaitd.sim.robot;

import gaitd.policies.learn.RandomStream;

/**
 * Pushes at fixed intervals of simulated time: a horizontal change of velocity in a direction drawn from the seed.
 *
 * <p>Stepped once a physics step. Allocates nothing after construction.
 */
public final class PushSchedule {
    private static final double SMALLEST_SQUARE = 1e-6;

    private final RandomStream random;
    private double speedMS;
    private double everyS;
    private double nextS;
    private long pushes;

    /**
     * A schedule whose first push comes one interval after the start.
     *
     * @param speedMS change of velocity, 0 or more, m/s
     * @param everyS interval, above 0, s
     * @param seed decides the directions
     * @throws IllegalArgumentException when a value is out of range
     */
    public PushSchedule(final double speedMS, final double everyS, final long seed) {
        random = new RandomStream(seed);
        set(speedMS, everyS, seed);
    }

    /**
     * Other pushes from now on, the first one interval after the start.
     *
     * @param speedMS change of velocity, 0 or more, m/s
     * @param everyS interval, above 0, s
     * @param seed decides the directions
     * @throws IllegalArgumentException when a value is out of range
     */
    public void set(final double speedMS, final double everyS, final long seed) {
        if (!(speedMS >= 0 && speedMS < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("push speed is " + speedMS + " m/s, must be 0 or more and finite");
        }
        if (!(everyS > 0)) {
            throw new IllegalArgumentException("push interval is " + everyS + " s, must be above 0");
        }
        this.speedMS = speedMS;
        this.everyS = everyS;
        random.reseed(seed);
        this.nextS = everyS;
    }

    /**
     * Puts off the next push to one interval after a time.
     *
     * @param timeS simulated time, s
     */
    public void startAt(final double timeS) {
        nextS = timeS + everyS;
    }

    /**
     * Whether a push is due; if so it is taken.
     *
     * @param timeS simulated time, s
     * @param velocityWorldMS the push, 3, overwritten when due, m/s
     * @return true when one was due
     */
    boolean take(final double timeS, final double[] velocityWorldMS) {
        if (timeS < nextS) {
            return false;
        }
        nextS += everyS;
        pushes++;
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square > 1 || square < SMALLEST_SQUARE);
        final double scale = speedMS / Math.sqrt(square);
        velocityWorldMS[0] = scale * x;
        velocityWorldMS[1] = scale * y;
        velocityWorldMS[2] = 0;
        return true;
    }

    /**
     * How many pushes were given.
     *
     * @return count
     */
    public long pushes() {
        return pushes;
    }
}
