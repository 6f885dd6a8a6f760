package gaitd.robot.warmup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the JVM's compilers were active.
 *
 * <p>The JVM itself counts a compilation when it is over, and one can take seconds on a busy machine. So where there is
 * Linux, the time of the compilers' threads counts: running, and waiting to run.
 */
final class CompilerActivity {
    private static final Path TASKS = Path.of("/proc/self/task");

    private final Path tasks;
    private final Map<String, Boolean> known = new HashMap<>();
    private String last = "";

    CompilerActivity() {
        this(TASKS);
    }

    CompilerActivity(final Path tasks) {
        this.tasks = tasks;
    }

    /** Whether compilers were active since the last call; true at the first. */
    boolean sinceLastCall() {
        final String now = state();
        final boolean active = !now.equals(last);
        last = now;
        return active;
    }

    private String state() {
        final StringBuilder state = new StringBuilder();
        state.append(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
        if (Files.isDirectory(tasks)) {
            try (Stream<Path> all = Files.list(tasks)) {
                all.sorted().filter(this::compiles).forEach(task -> state.append(read(task.resolve("schedstat"))));
            } catch (final IOException | UncheckedIOException e) {
                return "a thread ended at " + System.nanoTime();
            }
        }
        return state.toString();
    }

    private boolean compiles(final Path task) {
        return known.computeIfAbsent(
                task.getFileName().toString(), id -> read(task.resolve("comm")).matches("(?s)C[12] Compiler.*"));
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
