package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line over a descriptor that does not block. Whether the other end is there is asked of poll wherever a call gave nothing: a read of a
 * terminal that hung up and one of an idle terminal can look the same.
 */
final class DescriptorLine implements SerialLine {
    private static final int CLOSED = -1;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long POLL_BYTES = 8;
    private static final long POLL_EVENTS = 4;
    private static final long POLL_ANSWER = 6;
    private static final long TIME_BYTES = 16;
    /** How many bytes the driver still has to send. */
    private static final long TIOCOUTQ = 0x5411;

    private static final int GONE = TerminalCalls.POLLHUP | TerminalCalls.POLLERR | TerminalCalls.POLLNVAL;
    private static final long DRAIN_NS = 20_000_000L;
    private static final long DRAIN_STEP_NS = 100_000L;
    private static final long ABSENT_STEP_NS = 1_000_000L;

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment buffer = arena.allocate(BYTES_MAX, Long.BYTES);
    private final MemorySegment pollfd = arena.allocate(POLL_BYTES, Long.BYTES);
    private final MemorySegment time = arena.allocate(TIME_BYTES, Long.BYTES);
    private final long bufferAt = buffer.address();
    private final long pollfdAt = pollfd.address();
    private final long timeAt = time.address();
    private final String name;
    private final boolean otherEndMayReturn;
    private volatile int descriptor;
    private final AtomicLong writes = new AtomicLong();
    private volatile boolean lost;

    /**
     * A line that owns its descriptor.
     *
     * @param name of the device
     * @param descriptor opened without blocking
     * @param otherEndMayReturn of a master, whose device is opened and closed by others: then it is never lost
     */
    DescriptorLine(final String name, final int descriptor, final boolean otherEndMayReturn) {
        this.name = name;
        this.descriptor = descriptor;
        this.otherEndMayReturn = otherEndMayReturn;
        pollfd.set(JAVA_INT, 0, descriptor);
        pollfd.set(JAVA_SHORT, POLL_EVENTS, TerminalCalls.POLLIN);
    }

    @Override
    public String name() {
        return name;
    }

    /** How often it was written to. */
    long writes() {
        return writes.get();
    }

    int descriptor() {
        return descriptor;
    }

    @Override
    public boolean write(final byte[] bytes, final int offset, final int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (unusable() || length > BYTES_MAX) {
            return false;
        }
        MemorySegment.copy(bytes, offset, buffer, JAVA_BYTE, 0, length);
        writes.incrementAndGet();
        if (TerminalCalls.write(descriptor, bufferAt, length) == length) {
            return true;
        }
        look(0);
        return false;
    }

    @Override
    public int read(final byte[] into, final int offset, final int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (unusable()) {
            return LOST;
        }
        final int taken = (int) TerminalCalls.read(descriptor, bufferAt, Math.min(length, BYTES_MAX));
        if (taken > 0) {
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, offset, taken);
            return taken;
        }
        look(0);
        return lost ? LOST : 0;
    }

    @Override
    public boolean await(final long timeoutNs) {
        return !unusable() && look(timeoutNs);
    }

    /** Whether something is there to read; without anything to read, notices that the other end is gone. */
    private boolean look(final long timeoutNs) {
        final long longestNs = Math.max(0, timeoutNs);
        time.set(JAVA_LONG, 0, longestNs / NS_PER_S);
        time.set(JAVA_LONG, Long.BYTES, longestNs % NS_PER_S);
        if (TerminalCalls.poll(pollfdAt, timeAt) <= 0) {
            return false;
        }
        final int answer = pollfd.get(JAVA_SHORT, POLL_ANSWER);
        if ((answer & GONE) == 0) {
            return true;
        }
        if (!otherEndMayReturn) {
            lost = true;
            return false;
        }
        if ((answer & TerminalCalls.POLLIN) != 0) {
            return true;
        }
        LockSupport.parkNanos(Math.min(longestNs, ABSENT_STEP_NS));
        return false;
    }

    private boolean unusable() {
        return lost || descriptor == CLOSED;
    }

    @Override
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        final int open = descriptor;
        if (open == CLOSED) {
            return;
        }
        if (!lost) {
            drain(open);
        }
        descriptor = CLOSED;
        TerminalCalls.close(open);
    }

    /** The last bytes before a close tell motors to let go: they are waited for, but not for ever. */
    private static void drain(final int open) {
        try (Arena brief = Arena.ofConfined()) {
            final MemorySegment error = brief.allocate(CLibrary.ERROR);
            final MemorySegment waiting = brief.allocate(JAVA_INT);
            for (long waited = 0; waited < DRAIN_NS; waited += DRAIN_STEP_NS) {
                if (TerminalCalls.control(error, open, TIOCOUTQ, waiting.address()) < 0
                        || waiting.get(JAVA_INT, 0) == 0) {
                    return;
                }
                LockSupport.parkNanos(DRAIN_STEP_NS);
            }
        }
    }
}
