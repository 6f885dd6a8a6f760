package gaitd.robot.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of a measurement and the folder of their files. Closing ends all of them with their children, and
 * deletes the folder; closing again does nothing.
 */
public final class BenchProcesses implements AutoCloseable {
    private static final long GRACE_MS = 2_000;

    /** Parent of the shared folder. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final List<Process> alive = new ArrayList<>();
    private Path folder;
    private boolean closed;

    /** No processes yet. */
    public BenchProcesses() {
        // the folder is made at the first call
    }

    /**
     * Path of a file of this measurement. The folder is made at the first call.
     *
     * @param name name of the file
     * @return its path
     * @throws IOException when there is no room for a folder, or the measurement has ended
     */
    public synchronized Path file(final String name) throws IOException {
        if (closed) {
            throw new IOException("the measurement was ended");
        }
        if (folder == null) {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "gaitd-latency")
                    : Files.createTempDirectory("gaitd-latency");
        }
        return folder.resolve(name);
    }

    /**
     * Starts a process; its output goes to a file.
     *
     * @param output name of that file
     * @param command program and arguments
     * @return the process
     * @throws IOException when there is no such program, or the measurement has ended
     */
    public synchronized Process start(final String output, final List<String> command) throws IOException {
        final Path path = file(output);
        final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(path.toFile())
                .start();
        alive.removeIf(old -> !old.isAlive());
        alive.add(process);
        return process;
    }

    /**
     * Output of a process so far.
     *
     * @param name of its file
     * @return the whole text
     * @throws IOException when it cannot be read, or the measurement has ended
     */
    public String output(final String name) throws IOException {
        final Path path = file(name);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** Ends a process and its children, by SIGTERM, then by SIGKILL. They have ended when this returns. */
    static void end(final Process process) {
        final List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        if (!gone(process.toHandle())) {
            process.destroyForcibly();
        }
        below.forEach(ProcessHandle::destroyForcibly);
        gone(process.toHandle());
        below.forEach(BenchProcesses::gone);
    }

    /** Waits some time for a process to end. */
    private static boolean gone(final ProcessHandle process) {
        try {
            process.onExit().get(GRACE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (final ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        alive.forEach(Process::destroy);
        alive.forEach(BenchProcesses::end);
        alive.clear();
        if (folder == null) {
            return;
        }
        final long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MS);
        while (!isRemoved(endNs)) {
            Thread.onSpinWait();
        }
        folder = null;
    }

    /** On a busy machine a killed process may still make a file while its folder is removed; then false, for another try. */
    private boolean isRemoved(final long endNs) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (final IOException | UncheckedIOException e) {
            if (System.nanoTime() > endNs) {
                throw new UncheckedIOException("cannot remove " + folder, new IOException(e));
            }
            return false;
        }
    }
}
