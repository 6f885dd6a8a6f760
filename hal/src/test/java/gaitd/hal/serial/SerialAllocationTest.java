package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** jSerialComm's own calls leave 62 bytes an exchange on the heap; these leave none. */
class SerialAllocationTest {
    private static final int WARM_UP = 3_000;
    private static final int EXCHANGES = 20_000;
    private static final int ROUNDS_MAX = 20;
    private static final long PATIENCE_NS = 2_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final byte[] command = new byte[34];
    private final byte[] answer = new byte[78];
    private int unanswered;

    @Test
    @Timeout(60)
    void exchangesWithoutAllocating() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            exchange(near, far.line(), WARM_UP);
            // The compiler may once charge about a kilobyte to this thread, at any time; the interpreter never does.
            long bytes = -1;
            for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
                bytes = exchange(near, far.line(), EXCHANGES);
            }
            assertEquals(0, bytes);
            assertEquals(0, unanswered);
        }
        assertTrue(threads.isThreadAllocatedMemoryEnabled());
    }

    /** A command there, an answer back in two pieces; returns what both ends allocated. */
    private long exchange(final SerialLine near, final SerialLine far, final int times) {
        final long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            near.write(command, 0, command.length);
            if (all(far, command) && far.write(answer, 0, 26) && far.write(answer, 26, 52) && all(near, answer)) {
                continue;
            }
            unanswered++;
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static boolean all(final SerialLine line, final byte[] into) {
        int got = 0;
        while (got < into.length && line.await(PATIENCE_NS)) {
            got += line.read(into, got, into.length - got);
        }
        return got == into.length;
    }
}
