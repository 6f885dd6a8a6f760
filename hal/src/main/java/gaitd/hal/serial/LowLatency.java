package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What a driver says about handing on received bytes without collecting them. */
public enum LowLatency {
    /** It does. */
    SET("low latency set"),
    /** It knows the mode and does not take it. */
    REFUSED("low latency refused by the driver"),
    /** It does not know of such a mode. */
    UNKNOWN("no low-latency mode");

    private static final long TIOCGSERIAL = 0x541E;
    private static final long TIOCSSERIAL = 0x541F;
    private static final int BYTES = 72;
    private static final int FLAGS = 16;
    private static final int ASYNC_LOW_LATENCY = 1 << 13;

    private final String text;

    LowLatency(final String text) {
        this.text = text;
    }

    /**
     * In words.
     *
     * @return for messages
     */
    public String text() {
        return text;
    }

    /** Asks the driver of an open port for it. */
    static LowLatency ask(final int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment error = arena.allocate(CLibrary.ERROR);
            final MemorySegment serial = arena.allocate(BYTES, Long.BYTES);
            if (TerminalCalls.control(error, descriptor, TIOCGSERIAL, serial.address()) < 0) {
                return UNKNOWN;
            }
            serial.set(JAVA_INT, FLAGS, serial.get(JAVA_INT, FLAGS) | ASYNC_LOW_LATENCY);
            TerminalCalls.control(error, descriptor, TIOCSSERIAL, serial.address());
            if (TerminalCalls.control(error, descriptor, TIOCGSERIAL, serial.address()) < 0) {
                return UNKNOWN;
            }
            return (serial.get(JAVA_INT, FLAGS) & ASYNC_LOW_LATENCY) != 0 ? SET : REFUSED;
        }
    }
}
