package gaitd.hal.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's list of drivers that make terminals: whether a device is one shows without opening it. */
final class TerminalDrivers {
    private static final Path LIST = Path.of("/proc/tty/drivers");
    private static final int MAJOR_COLUMN = 2;

    private TerminalDrivers() {}

    /** Whether a device is a terminal's: its major number is that of one of them. */
    static boolean know(final Path device) throws IOException {
        final long number = ((Number) Files.getAttribute(device, "unix:rdev")).longValue();
        final long major = (number >>> 8) & 0xfff;
        for (final String line : Files.readAllLines(LIST)) {
            final String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > MAJOR_COLUMN && columns[MAJOR_COLUMN].equals(String.valueOf(major))) {
                return true;
            }
        }
        return false;
    }
}
