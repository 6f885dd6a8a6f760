package gaitd.runtime.rt;

import gaitd.runtime.loop.NanoClock;
import gaitd.runtime.loop.Waiter;

/**
 * Sleeps in the kernel until an absolute moment, then spins for the last stretch if asked to.
 *
 * <p>Linux takes real-time threads off their processor when they have run for 950 ms of a second. So a tick that spins sleeps for a tenth
 * of its period first, and one that has less left does not spin. A signal that ends the sleep early only starts it again.
 */
public final class KernelWaiter implements Waiter {
    private static final int LEAST_IDLE_SHARE = 10;

    private final Syscalls calls;
    private final NanoClock clock;
    private final long spinNs;
    private final long leastIdleNs;

    /**
     * A waiter.
     *
     * @param calls how to sleep
     * @param clock the monotonic clock of {@code calls}, see {@link #sharesClock}
     * @param periodNs control period, ns
     * @param spinNs longest spin before a tick, ns; 0 for none
     */
    public KernelWaiter(final Syscalls calls, final NanoClock clock, final long periodNs, final long spinNs) {
        this.calls = calls;
        this.clock = clock;
        this.spinNs = spinNs;
        leastIdleNs = periodNs / LEAST_IDLE_SHARE;
    }

    /**
     * Whether the sleep goes by a clock.
     *
     * @param calls how to sleep
     * @param clock a clock
     * @return false when the clocks differ or the system has no such sleep
     */
    public static boolean sharesClock(final Syscalls calls, final NanoClock clock) {
        final long beforeNs = clock.nanoTime();
        final long nowNs = calls.monotonicNs();
        return nowNs >= beforeNs && nowNs <= clock.nanoTime() && calls.sleepUntil(beforeNs) == 0;
    }

    @Override
    public long await(final long dueNs) {
        long nowNs = clock.nanoTime();
        final long leftNs = dueNs - nowNs;
        final long spinFromNs = dueNs - Math.clamp(leftNs - leastIdleNs, 0, spinNs);
        while (nowNs < spinFromNs) {
            calls.sleepUntil(spinFromNs);
            nowNs = clock.nanoTime();
        }
        while (nowNs < dueNs) {
            Thread.onSpinWait();
            nowNs = clock.nanoTime();
        }
        return nowNs;
    }
}
