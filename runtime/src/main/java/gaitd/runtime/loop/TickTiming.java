package gaitd.runtime.loop;

/**
 * When a tick was due and when it began; filled by whoever runs the loop. All times on the loop's clock, ns.
 */
public final class TickTiming {
    /** Clock that measures how long the tick takes; constant in lock-step. */
    public final NanoClock clock;
    /** Tick number from 0. */
    public long tick;
    /** When the tick was due. */
    public long scheduledNs;
    /** When it began. */
    public long startedNs;
    /** Ticks skipped so far. */
    public long missedTicks;
    /** Ticks skipped just before this one, summed while no tick is on time. */
    public int missedInARow;

    /**
     * Timing of a loop that has not begun.
     *
     * @param clock the loop's clock
     */
    public TickTiming(final NanoClock clock) {
        this.clock = clock;
    }
}
