package gaitd.runtime.rt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's own threads that a control thread may wait for: compilers hold locks while they install code, and the VM
 * thread ends safepoints. They get real-time priority too, so that ordinary load cannot delay them. A compiler can run
 * longer than the kernel lets real-time threads have a processor, and the kernel then throttles every real-time thread
 * there; so they run on other processors than the control thread's.
 */
final class JvmThreads {
    /** Priority of the compilers: over all ordinary work, under all real-time work. */
    static final int COMPILERS = 1;

    private static final int STAT_PRIORITY = 37;
    private static final int STAT_POLICY = 38;
    private static final Path TASKS = Path.of("/proc/self/task");

    private final Path tasks;

    JvmThreads() {
        this(TASKS);
    }

    JvmThreads(final Path tasks) {
        this.tasks = tasks;
    }

    /** Raises them, keeps them off a processor unless that is -1, and returns 0 or the first error number. */
    int raise(final Syscalls calls, final int priority, final int cpu) {
        final List<Path> all;
        try (Stream<Path> found = Files.list(tasks)) {
            all = found.toList();
        } catch (final IOException e) {
            return Errno.ENOENT;
        }
        int first = 0;
        for (final Path task : all) {
            final String name = name(task);
            final int wanted = name.equals("VM Thread") ? priority : name.matches("C[12] Compiler.*") ? COMPILERS : 0;
            if (wanted > 0) {
                final int thread = Integer.parseInt(task.getFileName().toString());
                final int error = calls.fifo(thread, wanted);
                final int kept = cpu < 0 ? 0 : calls.avoid(thread, cpu);
                first = first != 0 ? first : unlessEnded(error != 0 ? error : kept);
            }
        }
        return first;
    }

    /** Keeps all threads there are, and those that they start, off a processor; returns 0 or the first error number. */
    int leave(final Syscalls calls, final int cpu) {
        try (Stream<Path> found = Files.list(tasks)) {
            return found.mapToInt(task -> unlessEnded(
                            calls.avoid(Integer.parseInt(task.getFileName().toString()), cpu)))
                    .reduce(0, (first, error) -> first != 0 ? first : error);
        } catch (final IOException | UncheckedIOException e) {
            return Errno.ENOENT;
        }
    }

    /**
     * Ends the boost of a process that was started with real-time priority: every thread that still has the lowest
     * real-time priority becomes an ordinary one, except compilers if they are to keep it. A refusal changes nothing.
     */
    void endBoost(final Syscalls calls, final boolean keepCompilers) {
        try (Stream<Path> found = Files.list(tasks)) {
            found.filter(task ->
                            isBoosted(task) && !(keepCompilers && name(task).matches("C[12] Compiler.*")))
                    .forEach(task ->
                            calls.ordinary(Integer.parseInt(task.getFileName().toString())));
        } catch (final IOException | UncheckedIOException e) {
            return;
        }
    }

    private static boolean isBoosted(final Path task) {
        try {
            final String stat = Files.readString(task.resolve("stat"), StandardCharsets.US_ASCII);
            final String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STAT_POLICY].equals("1") && fields[STAT_PRIORITY].equals(Integer.toString(COMPILERS));
        } catch (final IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static int unlessEnded(final int error) {
        return error == Errno.ESRCH ? 0 : error;
    }

    /** A thread may have ended since it was listed. */
    private static String name(final Path task) {
        try {
            return Files.readString(task.resolve("comm"), StandardCharsets.US_ASCII)
                    .strip();
        } catch (final IOException | UncheckedIOException e) {
            return "";
        }
    }
}
