package gaitd.hal.serial;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A serial device made of software: who has the {@link #line} plays what is at the far end of a cable whose near end is
 * {@link #device}. The kernel passes bytes on without delay; speeds are kept and have no effect.
 */
public final class PseudoTerminal implements AutoCloseable {
    private static final int NAME_MAX = 128;

    private final DescriptorLine line;

    private PseudoTerminal(final DescriptorLine line) {
        this.line = line;
    }

    /**
     * A new one. Its device may be opened, closed and opened again by others as long as it is there.
     *
     * @return the pseudo-terminal
     * @throws SerialException when the system grants none
     */
    public static PseudoTerminal open() {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment error = arena.allocate(CLibrary.ERROR);
            final MemorySegment name = arena.allocate(NAME_MAX, JAVA_BYTE.byteAlignment());
            final int master = TerminalCalls.openMaster(error);
            if (master < 0) {
                throw refused(error);
            }
            if (TerminalCalls.unlock(error, master) < 0
                    || TerminalCalls.deviceName(master, name.address(), NAME_MAX) != 0) {
                final SerialException refused = refused(error);
                TerminalCalls.close(master);
                throw refused;
            }
            return new PseudoTerminal(new DescriptorLine(name.getString(0), master, true));
        }
    }

    private static SerialException refused(final MemorySegment error) {
        return new SerialException("cannot make a pseudo-terminal (" + CLibrary.words(CLibrary.number(error))
                + "): expected the system to grant one; check that /dev/pts is mounted and the limits of open files");
    }

    /**
     * The near end.
     *
     * @return a path such as {@code /dev/pts/5}
     */
    public String device() {
        return line.name();
    }

    /**
     * The far end.
     *
     * @return bytes written to the device are read here, and the other way round; never lost
     */
    public SerialLine line() {
        return line;
    }

    @Override
    public void close() {
        line.close();
    }
}
