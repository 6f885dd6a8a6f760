package gaitd.hal.serial;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;

/**
 * Linux's own mark on a terminal that nobody else may open it, root excepted, until it is closed. Beside jSerialComm's lock, which also
 * holds for root and only for programs that ask for it.
 */
final class Exclusive {
    private static final long TIOCEXCL = 0x540C;

    private Exclusive() {}

    static void set(final int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            TerminalCalls.control(arena.allocate(CLibrary.ERROR), descriptor, TIOCEXCL, 0);
        }
    }
}
