package gaitd.bench.bus;

import com.sun.management.ThreadMXBean;
import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.bus.BusRobotPort;
import gaitd.hal.bus.BusTimes;
import gaitd.hal.bus.BusTiming;
import gaitd.hal.bus.ImuPort;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.RotorCalibration;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.serial.SerialLine;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.rt.RealTimeSetup;
import gaitd.sim.bus.BusPace;
import gaitd.sim.bus.BusServer;
import gaitd.sim.fault.BusTrouble;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Four buses for some time, and a tick that feeds them. */
final class BusRound implements BusTimes {
    private static final long TICK_NS = 2_000_000L;
    private static final long ANSWER_NS = 5_000_000_000L;
    private static final long TIMEOUT_NS = 100_000_000L;
    private static final double NS_PER_S = 1e9;

    private final Histogram[] exchangeNs = histograms();
    private final Histogram[] cycleNs = histograms();
    private volatile boolean measuring;
    private long heapBytes;
    private long ticks;
    private long timeouts;
    private double seconds;

    private static Histogram[] histograms() {
        final Histogram[] all = new Histogram[A1.LEGS];
        Arrays.setAll(all, leg -> new Histogram(TIMEOUT_NS * A1.JOINTS, 3));
        return all;
    }

    @Override
    public void exchanged(final int leg, final long ns) {
        if (measuring) {
            exchangeNs[leg].recordValue(ns);
        }
    }

    @Override
    public void cycled(final int leg, final long ns) {
        if (measuring) {
            cycleNs[leg].recordValue(Math.min(ns, TIMEOUT_NS * A1.JOINTS));
        }
    }

    /**
     * Runs it.
     *
     * @param pace of the lines
     * @param cycle from one cycle of a bus to the next, ns; 1 for as fast as it goes
     * @param warmS before it is measured, s
     * @param measureS how long, s
     * @param setup real-time settings for the buses' threads
     */
    void run(
            final BusPace pace,
            final long cycle,
            final double warmS,
            final double measureS,
            final RealTimeSetup setup) {
        final int[] ways = new int[A1.JOINTS];
        Arrays.fill(ways, 1);
        final BusTiming timing = new BusTiming(cycle, TIMEOUT_NS, Long.MAX_VALUE / 2, 0);
        try (BusServer motors = new BusServer(leg -> BusRound::still, pace, 1)) {
            motors.start();
            final Sensed sensed = new Sensed();
            try (BusRobotPort port = new BusRobotPort(
                    lines(motors),
                    new NoImu(),
                    new RotorCalibration(ways, new double[A1.JOINTS]),
                    timing,
                    System::nanoTime,
                    this,
                    setup::applyBeside)) {
                final String missing = port.awaitAnswers(ANSWER_NS, sensed);
                if (missing != null) {
                    throw new Refusal(missing);
                }
                feed(port, sensed, warmS);
                measure(port, sensed, measureS);
            }
        }
    }

    private static SerialLine[] lines(final BusServer motors) {
        final List<SerialLine> lines = new ArrayList<>();
        try {
            for (int leg = 0; leg < A1.LEGS; leg++) {
                lines.add(SerialDevice.open(motors.device(leg), (int) BusPace.A1_BAUD));
            }
        } catch (final RuntimeException e) {
            lines.forEach(SerialLine::close);
            throw e;
        }
        return lines.toArray(SerialLine[]::new);
    }

    private void measure(final BusRobotPort port, final Sensed sensed, final double measureS) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long[] ids = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("gaitd-bus-"))
                .mapToLong(Thread::threadId)
                .toArray();
        final long before = allocated(threads, ids);
        final long startNs = System.nanoTime();
        measuring = true;
        feed(port, sensed, measureS);
        measuring = false;
        seconds = (System.nanoTime() - startNs) / NS_PER_S;
        heapBytes = allocated(threads, ids) - before;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            timeouts += port.bus(leg).timeouts;
        }
    }

    private static long allocated(final ThreadMXBean threads, final long... ids) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (final long id : ids) {
            bytes += threads.getThreadAllocatedBytes(id);
        }
        return bytes;
    }

    private void feed(final BusRobotPort port, final Sensed sensed, final double forS) {
        final JointCommands commands = new JointCommands();
        final long endNs = System.nanoTime() + Math.round(forS * NS_PER_S);
        ticks = 0;
        while (System.nanoTime() < endNs) {
            port.receive(sensed, System.nanoTime());
            port.send(commands);
            ticks++;
            LockSupport.parkNanos(TICK_NS);
        }
    }

    private static boolean still(final MotorCommand command, final MotorReply reply, final BusTrouble trouble) {
        trouble.clear();
        reply.id = command.id;
        reply.mode = command.mode;
        return true;
    }

    /** Times of exchanges, ns. */
    Histogram exchanges() {
        return sum(exchangeNs);
    }

    /** Times of cycles, ns. */
    Histogram cycles() {
        return sum(cycleNs);
    }

    private static Histogram sum(final Histogram... all) {
        final Histogram sum = new Histogram(TIMEOUT_NS * A1.JOINTS, 3);
        for (final Histogram one : all) {
            sum.add(one);
        }
        return sum;
    }

    /** Cycles a second and bus. */
    double rateHz() {
        return cycles().getTotalCount() / (seconds * A1.LEGS);
    }

    /** Heap bytes of the tick and of all buses' threads, a tick. */
    double heapBytesPerTick() {
        return (double) heapBytes / ticks;
    }

    /** Motors that did not answer in time. */
    long timeouts() {
        return timeouts;
    }

    /** An IMU that always has a reading. */
    private static final class NoImu implements ImuPort {
        @Override
        public boolean receive(final Sensed out, final long nowNs) {
            return true;
        }

        @Override
        public String name() {
            return "none";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
