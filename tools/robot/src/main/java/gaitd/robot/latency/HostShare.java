package gaitd.robot.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was taken from this computer from outside: by the host of a virtual machine, or by the quota of a container. */
final class HostShare {
    private static final int STEAL = 8;
    private static final long MS_A_JIFFY = 10;
    private static final String THROTTLED = "nr_throttled ";

    private final Path stat;
    private final List<Path> quotas;
    private final String line;

    /** Of a processor, or of all for -1. */
    HostShare(final int cpu) {
        this(
                Path.of("/proc/stat"),
                List.of(Path.of("/sys/fs/cgroup/cpu.stat"), Path.of("/sys/fs/cgroup/cpu/cpu.stat")),
                cpu);
    }

    HostShare(final Path stat, final List<Path> quotas, final int cpu) {
        this.stat = stat;
        this.quotas = List.copyOf(quotas);
        line = cpu < 0 ? "cpu " : "cpu" + cpu + " ";
    }

    /** Time that the host took so far, ms; -1 where the kernel does not tell. */
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

    /** Times that a quota stopped this container so far; -1 where there is none to be read. */
    long throttled() {
        return quotas.stream()
                .filter(Files::isReadable)
                .mapToLong(HostShare::throttled)
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
