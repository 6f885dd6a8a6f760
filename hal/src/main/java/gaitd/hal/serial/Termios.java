package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A terminal's settings as the kernel has them, with speeds as numbers instead of codes: Linux's termios2.
 */
final class Termios {
    private static final long TCGETS2 = 0x802C542AL;
    private static final long TCSETS2 = 0x402C542BL;
    private static final int BYTES = 44;
    private static final int INPUT = 0;
    private static final int OUTPUT = 4;
    private static final int CONTROL = 8;
    private static final int LOCAL = 12;
    private static final int CHARACTERS = 17;
    private static final int INPUT_SPEED = 36;
    private static final int OUTPUT_SPEED = 40;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    private static final int OPOST = 1;
    private static final int CSIZE = 0x30;
    private static final int CS8 = 0x30;
    private static final int CSTOPB = 0x40;
    private static final int CREAD = 0x80;
    private static final int PARENB = 0x100;
    private static final int CLOCAL = 0x800;
    private static final int CRTSCTS = 0x80000000;
    private static final int FRAMING = CSIZE | CSTOPB | PARENB | CRTSCTS;

    private final MemorySegment settings;
    private final MemorySegment error;

    /** Memory for the settings of a terminal. */
    Termios(final Arena arena) {
        settings = arena.allocate(BYTES, Integer.BYTES);
        error = arena.allocate(CLibrary.ERROR);
    }

    /** Takes the settings that are in force. */
    void get(final int descriptor) throws IOException {
        if (TerminalCalls.control(error, descriptor, TCGETS2, settings.address()) < 0) {
            throw CLibrary.exception(error);
        }
    }

    /** Puts these in force; a driver may change what it cannot do, which {@link #get} shows. */
    void set(final int descriptor) throws IOException {
        if (TerminalCalls.control(error, descriptor, TCSETS2, settings.address()) < 0) {
            throw CLibrary.exception(error);
        }
    }

    /** 8 data bits, no parity, 1 stop bit, no flow control, every byte as it is, breaks ignored, modem lines too. */
    void raw() {
        settings.set(JAVA_INT, INPUT, 1);
        settings.set(JAVA_INT, OUTPUT, settings.get(JAVA_INT, OUTPUT) & ~OPOST);
        settings.set(JAVA_INT, CONTROL, (settings.get(JAVA_INT, CONTROL) & ~FRAMING) | CS8 | CREAD | CLOCAL);
        settings.set(JAVA_INT, LOCAL, 0);
        settings.set(JAVA_BYTE, CHARACTERS + VTIME, (byte) 0);
        settings.set(JAVA_BYTE, CHARACTERS + VMIN, (byte) 1);
    }

    /** Whether bytes of 8 bits without parity, with one stop bit, pass unchanged. */
    boolean isRaw() {
        return settings.get(JAVA_INT, LOCAL) == 0
                && (settings.get(JAVA_INT, OUTPUT) & OPOST) == 0
                && (settings.get(JAVA_INT, CONTROL) & FRAMING) == CS8;
    }

    /** The speed of what is sent, baud. */
    int outputBaud() {
        return settings.get(JAVA_INT, OUTPUT_SPEED);
    }

    /** The speed of what is received, baud. */
    int inputBaud() {
        return settings.get(JAVA_INT, INPUT_SPEED);
    }
}
