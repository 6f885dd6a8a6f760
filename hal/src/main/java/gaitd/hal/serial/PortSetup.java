package gaitd.hal.serial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an opened port really is set to.
 *
 * @param path as it was asked for
 * @param device the device behind it
 * @param askedBaud the speed that was asked for, bits per second
 * @param baud the speed that the driver says it does, bits per second
 * @param lowLatency what the driver says about handing on bytes at once
 * @param latencyTimerMs the adapter's timer, ms, or {@link LatencyTimer#NONE}
 */
public record PortSetup(String path, Path device, int askedBaud, int baud, LowLatency lowLatency, int latencyTimerMs) {
    private static final Path SYSTEM = Path.of("/sys");
    private static final Path DEVICES = Path.of("/dev");

    /**
     * In one line.
     *
     * @return such as {@code /dev/pts/5: 4800000 baud, 8N1, no low-latency mode}
     */
    public String text() {
        return path
                + (device.equals(Path.of(path)) ? "" : " (" + device + ")")
                + ": " + baud + " baud"
                + (baud == askedBaud
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " for %d asked for, %+.2f %%",
                                askedBaud,
                                100.0 * (baud - askedBaud) / askedBaud))
                + ", 8N1, " + lowLatency.text()
                + (latencyTimerMs == LatencyTimer.NONE ? "" : ", latency timer " + latencyTimerMs + " ms");
    }

    /**
     * What the operator should know or change.
     *
     * @return one line each; empty when all is well
     */
    public List<String> warnings() {
        return warnings(new StableNames(DEVICES), SYSTEM);
    }

    List<String> warnings(final StableNames names, final Path system) {
        final List<String> lines = new ArrayList<>();
        final List<Path> stable = names.of(device);
        if (!stable.isEmpty() && !names.isStable(Path.of(path))) {
            lines.add(path + " may name another adapter after a restart: use " + stable.getFirst()
                    + ", which stays with the socket");
        }
        if (latencyTimerMs > LatencyTimer.SHORTEST_MS) {
            lines.add(path + " keeps answers for up to " + latencyTimerMs + " ms: expected "
                    + LatencyTimer.SHORTEST_MS + " ms; "
                    + new LatencyTimer(system, device.getFileName().toString()).command());
        }
        return lines;
    }
}
