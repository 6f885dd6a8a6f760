package gaitd.runtime.safety;

/**
 * Learns what the robot's tick counts, milliseconds or microseconds, by comparing it with the loop's clock.
 *
 * <p>Which of them a real A1 sends is not known. A window of states decides when its mean step is within 20 % of either unit;
 * a tick that fits neither in two windows is unusable, until a later window fits. Called once a state; allocates nothing.
 */
final class TickUnit {
    /** Length of a window, ns. */
    static final long WINDOW_NS = 500_000_000L;

    private static final long WINDOW_MAX_NS = 4 * WINDOW_NS;
    private static final int MISFITS_MAX = 2;
    private static final double TOLERANCE = 0.2;
    private static final long[] UNITS_NS = {1_000_000L, 1_000L};

    private long unitNs;
    private boolean begun;
    private long firstTick;
    private long firstNs;
    private int misfits;

    void reset() {
        unitNs = 0;
        begun = false;
        misfits = 0;
    }

    void update(final long tick, final long receivedNs) {
        if (unitNs != 0) {
            return;
        }
        final long windowNs = receivedNs - firstNs;
        if (!begun || windowNs > WINDOW_MAX_NS) {
            begin(tick, receivedNs);
        } else if (windowNs >= WINDOW_NS) {
            unitNs = fitting(windowNs, (int) (tick - firstTick));
            misfits = unitNs == 0 ? Math.min(misfits + 1, MISFITS_MAX) : 0;
            begin(tick, receivedNs);
        }
    }

    private void begin(final long tick, final long receivedNs) {
        begun = true;
        firstTick = tick;
        firstNs = receivedNs;
    }

    private static long fitting(final long windowNs, final int ticks) {
        for (final long unit : UNITS_NS) {
            if (Math.abs(ticks * (double) unit / windowNs - 1) <= TOLERANCE) {
                return unit;
            }
        }
        return 0;
    }

    /** Length of a tick, ns; 0 while it is not known. */
    long unitNs() {
        return unitNs;
    }

    /** Whether the tick counts neither unit, so that the order of states cannot be judged by it. */
    boolean isUnusable() {
        return misfits >= MISFITS_MAX;
    }
}
