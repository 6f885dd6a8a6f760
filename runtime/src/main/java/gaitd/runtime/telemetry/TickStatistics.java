package gaitd.runtime.telemetry;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.HdrHistogram.Histogram;

/**
 * Distributions of a run's ticks: wake-up lateness, compute time and state age, from frames.
 *
 * <p>Fed by a thread other than the control thread. Values are as recorded; wake-ups that never happened because ticks
 * were skipped are counted as missed, not corrected for.
 */
public final class TickStatistics {
    private static final long HIGHEST_NS = 60_000_000_000L;

    /** Wake-up lateness, ns. */
    public final Histogram wakeup = new Histogram(HIGHEST_NS, 3);
    /** Time from the start of the tick to its frame, ns. */
    public final Histogram compute = new Histogram(HIGHEST_NS, 3);
    /** The same, of ticks in which a policy stepped, ns. */
    public final Histogram policyTick = new Histogram(HIGHEST_NS, 3);
    /** Time of the policies' steps in such a tick, ns. */
    public final Histogram policyStep = new Histogram(HIGHEST_NS, 3);
    /** Age of the state used, ns. */
    public final Histogram stateAge = new Histogram(HIGHEST_NS, 3);

    private long ticks;
    private long missedTicks;

    /**
     * Counts a frame.
     *
     * @param frame not modified
     */
    public void add(final TickFrame frame) {
        ticks++;
        missedTicks = frame.get(TickField.MISSED_TICKS);
        record(wakeup, frame.get(TickField.WAKEUP_LATENESS_NS));
        record(compute, frame.get(TickField.COMPUTE_NS));
        if (frame.get(TickField.POLICY_STEP_NS) >= 0) {
            record(policyTick, frame.get(TickField.COMPUTE_NS));
            record(policyStep, frame.get(TickField.POLICY_STEP_NS));
        }
        final long age = frame.get(TickField.STATE_AGE_NS);
        if (age >= 0) {
            record(stateAge, age);
        }
    }

    private static void record(final Histogram histogram, final long valueNs) {
        histogram.recordValue(Math.clamp(valueNs, 0, HIGHEST_NS));
    }

    /**
     * Frames counted.
     *
     * @return how many
     */
    public long ticks() {
        return ticks;
    }

    /**
     * Ticks skipped, as the newest frame tells.
     *
     * @return how many
     */
    public long missedTicks() {
        return missedTicks;
    }
}
