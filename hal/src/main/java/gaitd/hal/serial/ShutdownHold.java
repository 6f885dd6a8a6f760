package gaitd.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Keeps jSerialComm's shutdown hook, which closes and unlocks its ports, waiting for as long as lines are open and written to: the program
 * may be sitting a robot down over them.
 */
final class ShutdownHold {
    /** Longer than a robot needs to sit down. */
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(25);

    /** Nobody drives a robot whose motors are told nothing for so long. */
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final ShutdownHold ONLY = new ShutdownHold();

    private final List<DescriptorLine> open = new CopyOnWriteArrayList<>();
    private boolean installed;

    private ShutdownHold() {}

    /** A line was opened; its library is loaded. */
    static void opened(final DescriptorLine line) {
        ONLY.add(line);
    }

    /** A line was closed. */
    static void closed(final DescriptorLine line) {
        ONLY.remove(line);
    }

    private synchronized void add(final DescriptorLine line) {
        if (!installed) {
            SerialPort.addShutdownHook(new Thread(this::hold, "gaitd-serial-hold"));
            installed = true;
        }
        open.add(line);
    }

    private synchronized void remove(final DescriptorLine line) {
        open.remove(line);
        notifyAll();
    }

    private synchronized void hold() {
        final long beganNs = System.nanoTime();
        long before = -1;
        long now = writes();
        try {
            while (!open.isEmpty() && now != before && System.nanoTime() - beganNs < LONGEST_NS) {
                TimeUnit.NANOSECONDS.timedWait(this, IDLE_NS);
                before = now;
                now = writes();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long writes() {
        long sum = 0;
        for (final DescriptorLine line : open) {
            sum += line.writes();
        }
        return sum;
    }
}
