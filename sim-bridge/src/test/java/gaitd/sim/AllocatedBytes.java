package gaitd.sim;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What work on the calling thread leaves to the garbage collector, by the JVM's own counter. */
public final class AllocatedBytes {
    private static final int ROUNDS = 8;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocatedBytes() {}

    /** Bytes of the best of some rounds: the compiler charges a thread once in a while, work that allocates does so always. */
    public static long leastBytes(final Runnable round) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS && least > 0; i++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
