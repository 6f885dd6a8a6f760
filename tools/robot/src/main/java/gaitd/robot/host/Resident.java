package gaitd.robot.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process. */
public final class Resident {
    private static final String PEAK = "VmHWM:";
    private static final double KB_A_MB = 1024;

    private Resident() {}

    /**
     * Most memory that this process has had resident at once.
     *
     * @return MB of 1024 x 1024 bytes, or null where unknown
     */
    public static Double peakMb() {
        try {
            for (final String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII)) {
                if (line.startsWith(PEAK)) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KB_A_MB;
                }
            }
        } catch (final IOException e) {
            return null;
        }
        return null;
    }
}
