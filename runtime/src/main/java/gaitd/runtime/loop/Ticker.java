package gaitd.runtime.loop;

/**
 * Ticks a {@link ControlLoop} on an absolute schedule, or by its robot's packets.
 *
 * <p>A late wake-up does not move the next one; a packet does. When a tick ends after the next was due, whole periods are skipped and
 * counted, never made up. Owned by one thread; allocates nothing after construction.
 */
public final class Ticker {
    private final ControlLoop loop;
    private final TickTiming timing;
    private final NanoClock clock;
    private final Pace pace;
    private final long periodNs;

    /**
     * A ticker before its first tick, by the timer.
     *
     * @param loop the loop to tick
     * @param clock the loop's clock
     * @param waiter how it waits, by the same clock
     * @param periodNs control period, ns
     */
    public Ticker(final ControlLoop loop, final NanoClock clock, final Waiter waiter, final long periodNs) {
        this(loop, clock, new TimerPace(waiter), periodNs);
    }

    /**
     * A ticker before its first tick.
     *
     * @param loop the loop to tick
     * @param clock the loop's clock
     * @param pace decides when ticks begin, by the same clock
     * @param periodNs control period, ns
     */
    public Ticker(final ControlLoop loop, final NanoClock clock, final Pace pace, final long periodNs) {
        this.loop = loop;
        this.clock = clock;
        this.pace = pace;
        this.periodNs = periodNs;
        timing = new TickTiming(clock);
    }

    /**
     * When the first tick is due.
     *
     * @return a period from now, ns
     */
    public long firstDueNs() {
        return clock.nanoTime() + periodNs;
    }

    /**
     * Waits for a tick and does it. Access to a shared file that was truncated raises an {@link InternalError}, at once
     * or a little later; the loop then continues with private memory.
     *
     * @param dueNs when it is due, ns
     * @return when the next is due, ns
     */
    public long tick(final long dueNs) {
        try {
            return awaitAndTick(dueNs);
        } catch (final InternalError memoryGone) {
            loop.abandonShared(memoryGone);
            return dueNs + periodNs;
        }
    }

    private long awaitAndTick(final long timerNs) {
        timing.startedNs = pace.await(timerNs);
        final long dueNs = pace.scheduledNs();
        timing.scheduledNs = dueNs;
        loop.tick(timing);
        timing.tick++;
        final long skipped = Math.max(0, (clock.nanoTime() - dueNs) / periodNs);
        timing.missedTicks += skipped;
        timing.missedInARow = skipped == 0 ? 0 : (int) Math.min(timing.missedInARow + skipped, Integer.MAX_VALUE);
        return dueNs + (skipped + 1) * periodNs;
    }
}
