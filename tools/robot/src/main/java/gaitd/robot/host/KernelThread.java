package gaitd.robot.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A thread, of this process or another, by its files under {@code /proc}. Reading allocates. */
public final class KernelThread {
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;
    private static final int RUN_DELAY = 1;
    private static final String PREEMPTED = "nonvoluntary_ctxt_switches:";

    private final Path tasks;
    private final String name;
    private Path task;

    /**
     * A thread that need not be there yet.
     *
     * @param tasks folder of the process's threads
     * @param name the thread's name, 15 characters at most
     */
    KernelThread(final Path tasks, final String name) {
        this.tasks = tasks;
        this.name = name;
    }

    /**
     * A thread of this process.
     *
     * @param name its name
     * @return it
     */
    public static KernelThread ofThisProcess(final String name) {
        return new KernelThread(Path.of("/proc/self/task"), name);
    }

    /**
     * A thread of another process.
     *
     * @param pid the process
     * @param name the thread's name
     * @return it
     */
    public static KernelThread of(final long pid, final String name) {
        return new KernelThread(Path.of("/proc", Long.toString(pid), "task"), name);
    }

    /**
     * Its kernel statistics so far.
     *
     * @return {@link KernelCosts#UNKNOWN} where there is no such thread, or no Linux
     */
    public KernelCosts read() {
        try {
            task = task == null ? find() : task;
            if (task == null) {
                return KernelCosts.UNKNOWN;
            }
            final String stat = text(task.resolve("stat"));
            final String[] faults = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return new KernelCosts(
                    Long.parseLong(faults[MINOR_FAULTS]),
                    Long.parseLong(faults[MAJOR_FAULTS]),
                    preempted(),
                    runDelayNs());
        } catch (final IOException | UncheckedIOException e) {
            return KernelCosts.UNKNOWN;
        }
    }

    /**
     * Time that it was ready to run and did not.
     *
     * @return ns since it began, -1 where that is not known
     */
    public long readRunDelayNs() {
        try {
            task = task == null ? find() : task;
            return task == null ? -1 : runDelayNs();
        } catch (final IOException | UncheckedIOException e) {
            return -1;
        }
    }

    private long runDelayNs() throws IOException {
        final Path file = task.resolve("schedstat");
        return Files.exists(file) ? Long.parseLong(text(file).split(" ", -1)[RUN_DELAY]) : -1;
    }

    private long preempted() throws IOException {
        return text(task.resolve("status"))
                .lines()
                .filter(line -> line.startsWith(PREEMPTED))
                .mapToLong(line ->
                        Long.parseLong(line.substring(PREEMPTED.length()).strip()))
                .findFirst()
                .orElse(-1);
    }

    private Path find() throws IOException {
        if (!Files.isDirectory(tasks)) {
            return null;
        }
        try (Stream<Path> all = Files.list(tasks)) {
            return all.filter(one -> name.equals(nameOf(one))).findFirst().orElse(null);
        }
    }

    /** A thread may end while it is looked at. */
    private static String nameOf(final Path task) {
        try {
            return text(task.resolve("comm"));
        } catch (final IOException e) {
            return "";
        }
    }

    private static String text(final Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
