package gaitd.runtime.rt;

/**
 * Feeds the service manager's watchdog as long as the tick goes on, and only then: a control thread that hangs is restarted.
 *
 * <p>Called by a thread beside the control thread, several times within the watchdog's time.
 */
public final class WatchdogFeed {
    private static final long FEEDS_A_TIME = 3;

    private final ServiceNotifier notifier;
    private long fedAtTick = -1;
    private long fedAtNs;

    /**
     * A feed that has seen no tick.
     *
     * @param notifier the way to the manager
     */
    public WatchdogFeed(final ServiceNotifier notifier) {
        this.notifier = notifier;
    }

    /**
     * Feeds if there was a tick since the last feed and it is time.
     *
     * @param tick newest tick seen, -1 before the first
     * @param nowNs a steady clock, ns
     * @return whether it fed
     */
    public boolean update(final long tick, final long nowNs) {
        if (notifier.watchdogNs() == 0 || tick == fedAtTick) {
            return false;
        }
        if (fedAtTick >= 0 && nowNs - fedAtNs < notifier.watchdogNs() / FEEDS_A_TIME) {
            return false;
        }
        fedAtTick = tick;
        fedAtNs = nowNs;
        return notifier.watchdog() == 0;
    }
}
