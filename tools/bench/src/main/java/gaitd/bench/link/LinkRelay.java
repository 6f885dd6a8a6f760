package gaitd.bench.link;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import gaitd.policies.learn.RandomStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.HdrHistogram.Histogram;

/**
 * Hands frames on between two interfaces, late, lost or out of order as a profile says. Addresses and contents are not touched.
 *
 * <p>A process of its own, so that no other work of a benchmark's JVM makes the link late. Allocates nothing on the way.
 */
public final class LinkRelay {
    /** Printed when frames are handed on. */
    static final String READY = "the link is up";

    private static final long POLL_BYTES = 8;
    private static final long POLL_EVENTS = 4;
    private static final short POLLIN = 1;
    private static final long TIME_BYTES = 16;
    private static final long LONGEST_WAIT_NS = 20_000_000L;
    private static final long TO_ROBOT = 1;
    private static final long TO_CONTROL = 2;

    private final MemorySegment descriptors = Arena.global().allocate(2 * POLL_BYTES, Long.BYTES);
    private final MemorySegment time = Arena.global().allocate(TIME_BYTES, Long.BYTES);
    private final Histogram lateNs = new Histogram(3);
    private final LinkDirection toRobot;
    private final LinkDirection toControl;
    private volatile boolean closing;

    private LinkRelay(
            final PacketSocket robot, final PacketSocket control, final LinkProfile profile, final long seed) {
        toRobot = new LinkDirection(control, robot, new Impairment(profile, RandomStream.seed(seed, TO_ROBOT)), lateNs);
        toControl =
                new LinkDirection(robot, control, new Impairment(profile, RandomStream.seed(seed, TO_CONTROL)), lateNs);
        await(0, robot);
        await(1, control);
    }

    /**
     * Relays until its standard input ends, as it does when the process that started it is gone; then prints what happened.
     *
     * @param args interface to the robot, interface to the controller, profile, seed
     * @throws IOException when there is no such interface, or frames may not be taken from it
     * @throws InterruptedException never, in practice
     */
    public static void main(final String[] args) throws IOException, InterruptedException {
        final LinkRelay relay = new LinkRelay(
                PacketSocket.at(args[0]),
                PacketSocket.at(args[1]),
                LinkProfile.valueOf(args[2]),
                Long.parseLong(args[3]));
        final Thread thread = new Thread(relay::run, "link-relay");
        thread.setDaemon(true);
        thread.start();
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // nothing is said to it
        }
        relay.closing = true;
        thread.join();
        System.out.println(relay.counts().line());
    }

    private void await(final int place, final PacketSocket socket) {
        descriptors.set(JAVA_INT, place * POLL_BYTES, socket.descriptor());
        descriptors.set(JAVA_SHORT, place * POLL_BYTES + POLL_EVENTS, POLLIN);
    }

    private void run() {
        while (!closing) {
            final long nowNs = System.nanoTime();
            final long idleNs = nowNs + LONGEST_WAIT_NS;
            final long nextNs = Math.min(toRobot.forward(nowNs, idleNs), toControl.forward(nowNs, idleNs));
            time.set(JAVA_LONG, Long.BYTES, Math.clamp(nextNs - nowNs, 0, LONGEST_WAIT_NS));
            KernelCalls.poll(descriptors, 2, time);
            toRobot.take();
            toControl.take();
        }
    }

    private RelayCounts counts() {
        return new RelayCounts(
                toRobot.packets(),
                toRobot.lost(),
                toControl.packets(),
                toControl.lost(),
                lateNs.getValueAtPercentile(99),
                lateNs.getMaxValue());
    }
}
