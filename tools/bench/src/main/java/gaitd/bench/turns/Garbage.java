package gaitd.bench.turns;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Heap bytes allocated by work on the calling thread, by the JVM's counter. */
public final class Garbage {
    private static final int ROUNDS = 5;

    private Garbage() {}

    /**
     * Measures work that is warm already. The compiler charges a thread a few hundred bytes once in a while, so the least of
     * some rounds counts.
     *
     * @param work what to measure
     * @param robotSteps steps of a round
     * @return bytes a robot-step
     */
    public static double bytesPerStep(final Candidate.Work work, final int robotSteps) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            work.run(robotSteps);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / robotSteps;
    }
}
