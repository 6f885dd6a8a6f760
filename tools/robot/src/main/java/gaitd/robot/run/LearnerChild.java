package gaitd.robot.run;

import gaitd.robot.latency.Jvms;
import gaitd.robot.report.LearnerText;
import gaitd.robot.world.WorldOptions;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.shared.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The learner of a run: {@code gaitd learner} in a process of its own, behind all other work, and the shared folder between the two. Whatever
 * becomes of that process, the run does not notice; it ends with the run.
 */
final class LearnerChild implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NOTE = "adapt: ";
    private static final String COMPLAINT = "gaitd: ";
    private static final long GRACE_S = 3;

    private final Path folder;
    private final SharedFolder shared;
    private Process process;
    private volatile boolean closed;

    /**
     * No process yet, and a new shared folder.
     *
     * @throws Refusal in one line when there is no room for it
     */
    LearnerChild() {
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "gaitd-run")
                    : Files.createTempDirectory("gaitd-run");
        } catch (final IOException e) {
            throw new Refusal("there is no room for the folder between run and learner: " + e.getMessage(), e);
        }
        shared = SharedFolder.create(folder);
    }

    /** What the learner is at, in words; empty before it begins. */
    String state() {
        return LearnerText.state(shared.counters(), System.nanoTime());
    }

    /** Where the two meet. */
    SharedFolder shared() {
        return shared;
    }

    /**
     * Starts the process.
     *
     * @param policy that adapts, as shipped
     * @param world its file of settings and its seed
     * @param options of the learner
     * @param notes takes what it says, from a thread of its own
     * @throws Refusal in one line when the system starts none
     */
    void start(final Path policy, final WorldOptions world, final List<String> options, final Consumer<String> notes) {
        final List<String> arguments = new ArrayList<>(List.of(
                "learner",
                "--once",
                "--shared",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--seed",
                Long.toString(world.seed())));
        if (world.file() != null) {
            arguments.addAll(List.of("--config", world.file().toString()));
        }
        arguments.addAll(options);
        try {
            final ProcessBuilder builder =
                    new ProcessBuilder(Jvms.learner(arguments.toArray(String[]::new))).redirectErrorStream(true);
            builder.environment().put("MALLOC_ARENA_MAX", "1");
            process = builder.start();
        } catch (final IOException e) {
            throw new Refusal("the learner does not start: " + e.getMessage(), e);
        }
        final Thread reader = new Thread(() -> read(notes), "gaitd-learner-notes");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(final Consumer<String> notes) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NOTE)) {
                    notes.accept(line);
                } else if (line.startsWith(COMPLAINT)) {
                    notes.accept(NOTE + line.substring(COMPLAINT.length()));
                }
            }
        } catch (final IOException e) {
            // the same as its end
        }
        if (!closed) {
            notes.accept(NOTE + "the learner has ended; the walk goes on, with the version in force");
        }
    }

    @Override
    public void close() {
        closed = true;
        if (process != null) {
            end();
        }
        shared.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new Refusal(folder + " cannot be removed: " + e.getMessage() + "; remove it by hand", e);
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
