package gaitd.robot.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of this user holds, as Linux tells.
 *
 * @param residentMb memory, MB
 * @param heapMb objects alive in its JVM, MB; negative when it was not asked or cannot tell
 * @param descriptors open files and sockets
 * @param threads of the kernel
 */
record ProcessUse(double residentMb, double heapMb, int descriptors, int threads) {
    private static final double KB_PER_MB = 1024;
    private static final double BYTES_PER_MB = 1 << 20;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /**
     * Reads it.
     *
     * @param pid the process
     * @param collected whether its JVM collects first, and tells its heap
     */
    static ProcessUse of(final long pid, final boolean collected) throws IOException, InterruptedException {
        final double heapMb = collected ? heapMb(pid) : -1;
        final String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return new ProcessUse(
                    number(RESIDENT, status) / KB_PER_MB, heapMb, (int) open.count(), (int) number(THREADS, status));
        }
    }

    private static double number(final Pattern pattern, final String text) {
        final Matcher found = pattern.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : -1;
    }

    /** Bytes of the objects alive, by the JDK's own tool, which has it collect first; -1 where that is not installed. */
    private static double heapMb(final long pid) throws IOException, InterruptedException {
        final Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(tool)) {
            return -1;
        }
        final Process asked = new ProcessBuilder(tool.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        final String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return number(TOTAL, said) / BYTES_PER_MB;
    }
}
