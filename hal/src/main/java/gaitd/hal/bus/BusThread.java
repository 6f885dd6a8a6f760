package gaitd.hal.bus;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Runs the cycles of one bus in a thread of its own, by an absolute schedule that all buses share. A cycle that is late begins at
 * once; those that were missed meanwhile are not made up. However the thread ends, its motors are sent damping last.
 */
final class BusThread implements AutoCloseable {
    private static final long JOIN_MS = 1000;

    private final MotorBus bus;
    private final BusTiming timing;
    private final LongSupplier clock;
    private final Runnable first;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * A thread that has not started.
     *
     * @param bus used by this thread only
     * @param name of the thread
     * @param timing its cycle
     * @param clock the loop's clock
     * @param first done by the thread before its first cycle
     */
    BusThread(
            final MotorBus bus,
            final String name,
            final BusTiming timing,
            final LongSupplier clock,
            final Runnable first) {
        this.bus = bus;
        this.timing = timing;
        this.clock = clock;
        this.first = first;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        first.run();
        try {
            long dueNs = begun(clock.getAsLong());
            while (running) {
                bus.cycle();
                dueNs += timing.cycleNs();
                final long nowNs = clock.getAsLong();
                if (dueNs < nowNs) {
                    bus.counters().lateCycles++;
                    dueNs = begun(nowNs);
                }
                bus.idle(dueNs);
                if (bus.line().lost()) {
                    LockSupport.parkNanos(timing.cycleNs());
                }
            }
        } finally {
            bus.leave();
        }
    }

    /** When the cycle that is on now was due; the same for all buses, so that their readings are of the same moment. */
    private long begun(final long nowNs) {
        return nowNs - Math.floorMod(nowNs, timing.cycleNs());
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(JOIN_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bus.line().close();
    }
}
