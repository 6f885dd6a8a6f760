package gaitd.robot.latency;

import gaitd.robot.host.KernelCosts;
import gaitd.robot.host.KernelThread;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds from outside why a control thread's tick began late or took long.
 *
 * <p>The kernel reports the time that the thread was ready and did not run, which went to other threads, and the time
 * stolen by the host of a virtual machine. Both are read continually, and a stall is compared with the readings around
 * it.
 */
final class StallWatch {
    /** Lateness or duration from which a tick is a stall, ns. */
    static final long STALL_NS = 2_000_000L;

    private static final int MOST = 1000;
    private static final int HISTORY = 50;
    private static final long READING_NS = 10_000_000L;
    private static final double NS_PER_MS = 1e6;

    private static final Reading UNKNOWN = new Reading(0, KernelCosts.UNKNOWN, -1);

    private final KernelThread thread;
    private final StolenTime host;
    private final List<Stall> stalls = new ArrayList<>();
    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(long atNs, KernelCosts costs, long stolenMs) {}

    StallWatch(final KernelThread thread, final StolenTime host) {
        this.thread = thread;
        this.host = host;
    }

    /** Takes a frame, soon after it was published. */
    void frame(final TickFrame frame) {
        final long latenessNs = frame.get(TickField.WAKEUP_LATENESS_NS);
        final long computeNs = frame.get(TickField.COMPUTE_NS);
        if (latenessNs + computeNs >= STALL_NS && !readings.isEmpty() && stalls.size() < MOST) {
            final Reading before = lastBefore(frame.get(TickField.SCHEDULED_NS));
            final Reading now = read();
            final KernelCosts costs = now.costs.since(before.costs);
            stalls.add(new Stall(
                    frame.get(TickField.TICK),
                    latenessNs / NS_PER_MS,
                    computeNs / NS_PER_MS,
                    costs.runDelayNs() < 0 ? -1 : costs.runDelayNs() / NS_PER_MS,
                    now.stolenMs < 0 || before.stolenMs < 0 ? -1 : now.stolenMs - before.stolenMs,
                    costs.majorFaults()));
        }
        if (readings.isEmpty() || System.nanoTime() - readings.getLast().atNs > READING_NS) {
            readings.addLast(read());
            if (readings.size() > HISTORY) {
                readings.removeFirst();
            }
        }
    }

    /** A frame that was read too late is no evidence: this thread was delayed itself. */
    private Reading lastBefore(final long scheduledNs) {
        Reading found = UNKNOWN;
        for (final Reading reading : readings) {
            found = reading.atNs < scheduledNs ? reading : found;
        }
        return found;
    }

    private Reading read() {
        return new Reading(System.nanoTime(), thread.read(), host.stolenMs());
    }

    /** Stalls so far. */
    List<Stall> stalls() {
        return List.copyOf(stalls);
    }
}
