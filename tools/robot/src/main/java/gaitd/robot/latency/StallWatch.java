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
 * Looks from outside at what a control thread was doing when a tick began late or took long.
 *
 * <p>Some of the answer is in the kernel: time that the thread was ready and did not run went to other threads of this computer; time that the
 * host of a virtual machine took is told as stolen. Both are read all the while, and a stall is set against the readings around it.
 */
final class StallWatch {
    /** What is called a stall, ns. */
    static final long STALL_NS = 2_000_000L;

    private static final int MOST = 1000;
    private static final int HISTORY = 50;
    private static final long READING_NS = 10_000_000L;
    private static final double NS_PER_MS = 1e6;

    private static final Reading UNKNOWN = new Reading(0, KernelCosts.UNKNOWN, -1);

    private final KernelThread thread;
    private final HostShare host;
    private final List<Stall> stalls = new ArrayList<>();
    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(long atNs, KernelCosts costs, long stolenMs) {}

    StallWatch(final KernelThread thread, final HostShare host) {
        this.thread = thread;
        this.host = host;
    }

    /** Sees a frame, soon after it was published. */
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

    /** Who comes to a frame too late, being kept from running itself, knows nothing of what happened before it. */
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

    /** Those seen. */
    List<Stall> stalls() {
        return List.copyOf(stalls);
    }
}
