package gaitd.runtime.rt;

/**
 * Notifies the service manager's watchdog only while ticks go on, so that a process whose control thread hangs is
 * restarted.
 *
 * <p>Called by a thread beside the control thread, several times within the watchdog's time.
 */
public final class WatchdogFeed {
    private static final long FEEDS_A_TIME = 3;

    private final ServiceNotifier notifier;
    private long fedAtTick = -1;
    private long fedAtNs;

    /**
     * A feed before the first tick.
     *
     * @param notifier the way to the manager
     */
    public WatchdogFeed(final ServiceNotifier notifier) {
        this.notifier = notifier;
    }

    /**
     * Notifies if there was a tick since the last notification and it is due.
     *
     * @param tick newest tick seen, -1 before the first
     * @param nowNs a monotonic clock, ns
     * @return whether it notified
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
