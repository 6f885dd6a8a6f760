package gaitd.runtime.rt;

import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.loop.Waiter;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits by parking the thread, on any system. The sleep is relative, so a delay between reading the clock and sleeping
 * adds to the lateness.
 */
public final class ParkWaiter implements Waiter {
    private final NanoClock clock;

    /**
     * A waiter.
     *
     * @param clock the loop's clock
     */
    public ParkWaiter(final NanoClock clock) {
        this.clock = clock;
    }

    @Override
    public long await(final long dueNs) {
        long nowNs = clock.nanoTime();
        while (nowNs < dueNs) {
            LockSupport.parkNanos(dueNs - nowNs);
            nowNs = clock.nanoTime();
        }
        return nowNs;
    }
}
