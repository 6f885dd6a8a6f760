package gaitd.sim.mujoco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Readable address ranges of this process, to check a doubtful pointer before it is followed. */
final class ReadableMemory {
    private static final Path MAPS = Path.of("/proc/self/maps");

    private final TreeMap<Long, Long> endOfStart = new TreeMap<>();

    /**
     * Reads the present ranges.
     *
     * @throws IOException when the system does not tell
     */
    ReadableMemory() throws IOException {
        long lastStart = 0;
        long lastEnd = -1;
        for (final String line : Files.readAllLines(MAPS)) {
            final int dash = line.indexOf('-');
            final int space = line.indexOf(' ');
            if (line.charAt(space + 1) == 'r') {
                final long start = HexFormat.fromHexDigitsToLong(line, 0, dash);
                final long end = HexFormat.fromHexDigitsToLong(line, dash + 1, space);
                if (start != lastEnd) {
                    lastStart = start;
                }
                lastEnd = end;
                endOfStart.put(lastStart, end);
            }
        }
    }

    /** Whether all bytes from an address on can be read. */
    boolean holds(final long address, final long bytes) {
        final Map.Entry<Long, Long> range = endOfStart.floorEntry(address);
        return range != null && address + bytes <= range.getValue() && bytes >= 0;
    }
}
