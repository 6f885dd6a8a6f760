package gaitd.tools.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of a measurement and the folder of their files. When it is closed all of them are gone, with what they started, and the folder, too.
 */
final class Children implements AutoCloseable {
    private static final long GRACE_MS = 2_000;

    /** Where processes meet on a robot. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final List<Process> alive = new ArrayList<>();
    private boolean closed;

    /** No processes. */
    Children() throws IOException {
        folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "gaitd-latency")
                : Files.createTempDirectory("gaitd-latency");
    }

    /** A file of this measurement, that need not be there. */
    Path file(final String name) {
        return folder.resolve(name);
    }

    /**
     * Starts a process; what it says goes to a file.
     *
     * @param output name of that file
     * @param command program and arguments
     * @return the process
     * @throws IOException when there is no such program, or all is over
     */
    synchronized Process start(final String output, final List<String> command) throws IOException {
        if (closed) {
            throw new IOException("the measurement was ended");
        }
        final Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file(output).toFile())
                .start();
        alive.removeIf(old -> !old.isAlive());
        alive.add(process);
        return process;
    }

    /** What a process said so far. */
    String said(final String output) throws IOException {
        return Files.exists(file(output)) ? Files.readString(file(output)) : "";
    }

    /** Ends a process: asked first, then forced. */
    static void end(final Process process) {
        final List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public synchronized void close() {
        closed = true;
        alive.forEach(Process::destroy);
        alive.forEach(Children::end);
        alive.clear();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
