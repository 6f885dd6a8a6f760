package gaitd.tools.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Heap bytes that the control thread took, and collections of the whole JVM, since the robot first walked. */
public final class ArmedCosts {
    private static final JvmCounters NOTHING = new JvmCounters(0, 0, 0, 0);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private JvmCounters startCounters = NOTHING;
    private JvmCounters counters = NOTHING;
    private boolean armed;
    private long markBytes;
    private long bytes;
    private long ticks;
    private long startCollections;
    private long endCollections;

    /** Nothing counted. Reads counters once, so that the classes for it are there before they count. */
    ArmedCosts() {
        JvmCounters.read();
        threads.getCurrentThreadAllocatedBytes();
    }

    /**
     * Starts counting; further calls do nothing.
     *
     * @return whether this call did
     */
    boolean arm() {
        if (armed) {
            return false;
        }
        armed = true;
        startCounters = JvmCounters.read();
        startCollections = collections();
        return true;
    }

    /** In lock-step: the calling thread goes on with the controller's work. */
    void resume() {
        if (armed) {
            markBytes = threads.getCurrentThreadAllocatedBytes();
        }
    }

    /** In lock-step: the calling thread leaves the controller's work. */
    void pause() {
        if (armed) {
            bytes += threads.getCurrentThreadAllocatedBytes() - markBytes;
        }
    }

    /** In lock-step: a tick is over. */
    void countTick() {
        ticks += armed ? 1 : 0;
    }

    /**
     * In real time: marks where the control thread stands when it is armed.
     *
     * @param threadId the control thread
     */
    void mark(final long threadId) {
        markBytes = threads.getThreadAllocatedBytes(threadId);
    }

    /**
     * In real time: takes what the control thread allocated since {@link #mark}. The thread must still live.
     *
     * @param threadId the control thread
     * @param sinceTicks ticks since then
     */
    void take(final long threadId, final long sinceTicks) {
        if (armed) {
            bytes = threads.getThreadAllocatedBytes(threadId) - markBytes;
            ticks = sinceTicks;
        }
    }

    /** Ends the count of collections. */
    void end() {
        endCollections = armed ? collections() : startCollections;
        counters = armed ? JvmCounters.read().since(startCounters) : NOTHING;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /**
     * Heap bytes of the control thread a tick.
     *
     * @return mean, 0 when it never walked
     */
    public double bytesPerTick() {
        return ticks == 0 ? 0 : (double) bytes / ticks;
    }

    /**
     * Heap bytes of the control thread.
     *
     * @return all of them
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Ticks that were counted.
     *
     * @return since the robot first walked
     */
    public long ticks() {
        return ticks;
    }

    /**
     * What the JVM did meanwhile.
     *
     * @return zeroes when the robot never walked
     */
    public JvmCounters counters() {
        return counters;
    }

    /**
     * Garbage collections of the JVM.
     *
     * @return count
     */
    public long collectionCount() {
        return endCollections - startCollections;
    }
}
