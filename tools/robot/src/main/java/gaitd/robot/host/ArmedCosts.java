package gaitd.robot.host;

import com.sun.management.ThreadMXBean;
import gaitd.robot.report.Report;
import gaitd.runtime.rt.RealTimeSetup;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Allocation and kernel costs of the control thread, and activity of the whole JVM, since the robot first walked. */
public final class ArmedCosts {
    private static final double NS_PER_MS = 1e6;
    private static final JvmCounters NOTHING = new JvmCounters(0, 0, 0, 0);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private JvmCounters startCounters = NOTHING;
    private JvmCounters counters = NOTHING;
    private final KernelThread thread = KernelThread.ofThisProcess(RealTimeSetup.THREAD_NAME);
    private KernelCosts startKernel = KernelCosts.UNKNOWN;
    private KernelCosts kernel = KernelCosts.UNKNOWN;
    private boolean armed;
    private long markBytes;
    private long bytes;
    private long ticks;
    private long startCollections;
    private long endCollections;

    /** Before counting. Reads all counters once, so that the classes for it are loaded before they count. */
    public ArmedCosts() {
        JvmCounters.read();
        threads.getCurrentThreadAllocatedBytes();
        thread.read();
    }

    /**
     * Starts counting; further calls do nothing.
     *
     * @return whether this call did
     */
    public boolean arm() {
        if (armed) {
            return false;
        }
        armed = true;
        startCounters = JvmCounters.read();
        startCollections = collections();
        return true;
    }

    /** In lock-step: the calling thread enters the controller. */
    public void resume() {
        if (armed) {
            markBytes = threads.getCurrentThreadAllocatedBytes();
        }
    }

    /** In lock-step: the calling thread leaves the controller. */
    public void pause() {
        if (armed) {
            bytes += threads.getCurrentThreadAllocatedBytes() - markBytes;
        }
    }

    /** In lock-step: a tick is over. */
    public void countTick() {
        ticks += armed ? 1 : 0;
    }

    /**
     * In real time: reads the control thread's counters when it is armed.
     *
     * @param threadId the control thread
     */
    public void mark(final long threadId) {
        startKernel = thread.read();
        markBytes = threads.getThreadAllocatedBytes(threadId);
    }

    /**
     * In real time: counts what the control thread allocated since {@link #mark}. The thread must still live.
     *
     * @param threadId the control thread
     * @param sinceTicks ticks since then
     */
    public void take(final long threadId, final long sinceTicks) {
        if (armed) {
            bytes = threads.getThreadAllocatedBytes(threadId) - markBytes;
            ticks = sinceTicks;
            kernel = thread.read().since(startKernel);
        }
    }

    /** Ends the count of collections. */
    public void end() {
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
     * Garbage collections of the JVM.
     *
     * @return count
     */
    public long collectionCount() {
        return endCollections - startCollections;
    }

    /**
     * Adds all of it to a report.
     *
     * @param report where to
     */
    public void report(final Report report) {
        report.put("alloc_bytes_per_tick", bytesPerTick())
                .put("alloc_bytes", bytes)
                .put("armed_ticks", ticks)
                .put("gc_count", collectionCount())
                .put("safepoints", counted(counters.safepoints()))
                .put("compilations", counted(counters.compilations()))
                .put("compile_ms", counters.compileMs())
                .put("classes_loaded", counters.classes())
                .put("page_faults_minor", counted(kernel.minorFaults()))
                .put("page_faults_major", counted(kernel.majorFaults()))
                .put("preempted", counted(kernel.preempted()))
                .put("run_delay_ms", kernel.runDelayNs() < 0 ? null : kernel.runDelayNs() / NS_PER_MS)
                .put("resident_mb", Resident.peakMb());
    }

    private static Long counted(final long count) {
        return count < 0 ? null : count;
    }
}
