package gaitd.robot.view;

import org.HdrHistogram.Histogram;

/**
 * Percentiles of the durations recorded in the last ten seconds, to two significant digits.
 *
 * <p>The window moves in steps of one second of the recorded time: it holds the second under way and the nine before it.
 * Used by one thread; memory is fixed at construction.
 */
final class SlidingPercentiles {
    /** Length of the window, s. */
    static final int WINDOW_S = 10;

    private static final long MAX_NS = 1_000_000_000L;
    private static final long SLOT_NS = 1_000_000_000L;

    private final Histogram[] slots = new Histogram[WINDOW_S];
    private final Histogram window = new Histogram(MAX_NS, 2);
    private long slotNumber = Long.MIN_VALUE;

    SlidingPercentiles() {
        for (int i = 0; i < WINDOW_S; i++) {
            slots[i] = new Histogram(MAX_NS, 2);
        }
    }

    /**
     * Records one duration.
     *
     * @param timeNs when it happened; a time before an earlier one starts a new window
     * @param durationNs the duration, ns; taken as 0 below and as one second above that range
     */
    void record(final long timeNs, final long durationNs) {
        final long number = Math.floorDiv(timeNs, SLOT_NS);
        if (number != slotNumber) {
            moveTo(number);
        }
        final long bounded = Math.clamp(durationNs, 0, MAX_NS);
        slots[Math.floorMod(number, WINDOW_S)].recordValue(bounded);
        window.recordValue(bounded);
    }

    /**
     * A percentile of the window.
     *
     * @param percent 0 to 100
     * @return the duration, ns; 0 when nothing was recorded
     */
    long percentileNs(final double percent) {
        return window.getValueAtPercentile(percent);
    }

    /**
     * The longest duration in the window.
     *
     * @return ns; 0 when nothing was recorded
     */
    long maxNs() {
        return window.getMaxValue();
    }

    private void moveTo(final long number) {
        final boolean follows = number > slotNumber && slotNumber != Long.MIN_VALUE;
        final long first = follows ? Math.max(slotNumber + 1, number - WINDOW_S + 1) : number - WINDOW_S + 1;
        for (long n = first; n <= number; n++) {
            slots[Math.floorMod(n, WINDOW_S)].reset();
        }
        window.reset();
        for (final Histogram slot : slots) {
            window.add(slot);
        }
        slotNumber = number;
    }
}
