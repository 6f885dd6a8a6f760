package gaitd.robot.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Age of this process. */
public final class ProcessAge {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /** Field 22 of the statistics, the moment of the start, is the 20th behind the name in parentheses. */
    private static final int START = 19;

    /** Ticks a second of that field, on every Linux that a JDK 25 runs on. */
    private static final double TICKS_HZ = 100;

    private ProcessAge() {}

    /**
     * Its age, to a hundredth of a second on Linux. Java's own start time is counted from the boot, which is known in
     * whole seconds only.
     *
     * @return s, or null where unknown
     */
    public static Double seconds() {
        try {
            return seconds(Files.readString(STAT), Files.readString(UPTIME));
        } catch (final IOException | RuntimeException noSuchSystem) {
            return ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(start, Instant.now()).toNanos() * 1e-9)
                    .orElse(null);
        }
    }

    /** From the text of the kernel's files. */
    static double seconds(final String stat, final String uptime) {
        final String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        final double sinceBoot = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
        return sinceBoot - Long.parseLong(behindName[START]) / TICKS_HZ;
    }
}
