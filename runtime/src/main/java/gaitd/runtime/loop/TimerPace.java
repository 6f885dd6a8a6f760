package gaitd.runtime.loop;

/** Ticks by the timer: an absolute schedule. */
public final class TimerPace implements Pace {
    private final Waiter waiter;
    private long scheduledNs;

    /**
     * A pace by the timer.
     *
     * @param waiter how to wait
     */
    public TimerPace(final Waiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public long await(final long dueNs) {
        scheduledNs = dueNs;
        return waiter.await(dueNs);
    }

    @Override
    public long scheduledNs() {
        return scheduledNs;
    }

    @Override
    public long packetTicks() {
        return 0;
    }
}
