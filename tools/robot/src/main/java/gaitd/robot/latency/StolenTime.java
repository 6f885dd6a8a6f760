package gaitd.robot.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time taken from this computer by the host of a virtual machine or the quota of a container. */
final class StolenTime {
    private static final int STEAL = 8;
    private static final long MS_A_JIFFY = 10;
    private static final String THROTTLED = "nr_throttled ";

    private final Path stat;
    private final List<Path> quotas;
    private final String line;

    /** Of a processor, or of all for -1. */
    StolenTime(final int cpu) {
        this(
                Path.of("/proc/stat"),
                List.of(Path.of("/sys/fs/cgroup/cpu.stat"), Path.of("/sys/fs/cgroup/cpu/cpu.stat")),
                cpu);
    }

    StolenTime(final Path stat, final List<Path> quotas, final int cpu) {
        this.stat = stat;
        this.quotas = List.copyOf(quotas);
        line = cpu < 0 ? "cpu " : "cpu" + cpu + " ";
    }

    /** Stolen time so far, ms; -1 where the kernel does not report it. */
    long stolenMs() {
        try {
            return Files.readAllLines(stat, StandardCharsets.US_ASCII).stream()
                    .filter(text -> text.startsWith(line))
                    .mapToLong(text -> Long.parseLong(text.split(" +", -1)[STEAL]) * MS_A_JIFFY)
                    .findFirst()
                    .orElse(-1);
        } catch (final IOException e) {
            return -1;
        }
    }

    /** How often a quota throttled this container so far; -1 without one. */
    long throttled() {
        return quotas.stream()
                .filter(Files::isReadable)
                .mapToLong(StolenTime::throttled)
                .findFirst()
                .orElse(-1);
    }

    private static long throttled(final Path quota) {
        try {
            return Files.readAllLines(quota, StandardCharsets.US_ASCII).stream()
                    .filter(text -> text.startsWith(THROTTLED))
                    .mapToLong(text -> Long.parseLong(text.substring(THROTTLED.length())))
                    .findFirst()
                    .orElse(-1);
        } catch (final IOException e) {
            return -1;
        }
    }
}
