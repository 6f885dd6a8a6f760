package gaitd.runtime.safety;

/**
 * How much later than usual states arrive, by the robot's time and the loop's clock.
 *
 * <p>The two clocks have no common zero, so the least difference seen stands for states that are not late. It rises by 1 % of
 * time, since clocks drift; they drift a hundred times less. A delay that was there from the first state cannot be seen.
 * Called once an accepted state; allocates nothing.
 */
final class StateLag {
    private static final double LEAK = 0.01;
    private static final double MS_PER_NS = 1e-6;

    private double leastMs;
    private double lateMs;
    private long robotNs;
    private long lastNs;
    private boolean begun;

    void reset() {
        begun = false;
        robotNs = 0;
        lateMs = 0;
    }

    /** One accepted state that is this much newer by the robot's time than the one before. */
    void update(final long robotStepNs, final long receivedNs) {
        robotNs += robotStepNs;
        final double lagMs = (receivedNs - robotNs) * MS_PER_NS;
        leastMs = begun ? Math.min(lagMs, leastMs + LEAK * (receivedNs - lastNs) * MS_PER_NS) : lagMs;
        lateMs = lagMs - leastMs;
        lastNs = receivedNs;
        begun = true;
    }

    /** How much later than usual the newest state came, ms. */
    double lateMs() {
        return lateMs;
    }
}
