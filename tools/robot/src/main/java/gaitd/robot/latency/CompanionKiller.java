package gaitd.robot.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts companions of a control process one after the other and kills each with SIGKILL while it follows. */
final class CompanionKiller implements AutoCloseable {
    private static final String OUTPUT = "companion.txt";
    private static final long FOLLOWS_MS = 200;
    private static final long LOOK_MS = 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

    private final BenchProcesses processes;
    private final Path shared;
    private final int times;
    private final Runnable done;
    private final Thread thread = new Thread(this::work, "killer");
    private final AtomicInteger killed = new AtomicInteger();
    private volatile boolean stopped;

    /** Completes when it has killed so many, or fails. */
    CompanionKiller(final BenchProcesses processes, final Path shared, final int times, final Runnable done) {
        this.processes = processes;
        this.shared = shared;
        this.times = times;
        this.done = done;
    }

    void start() {
        thread.start();
    }

    int killed() {
        return killed.get();
    }

    private void work() {
        try {
            while (killed.get() < times && !stopped) {
                final Process companion = processes.start(
                        OUTPUT, Jvms.ordinary(Jvms.PROGRAM, "companion", "--shared", shared.toString()));
                awaitFollowing(companion);
                Thread.sleep(FOLLOWS_MS);
                companion.destroyForcibly().waitFor();
                killed.incrementAndGet();
            }
        } catch (final IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.run();
        }
    }

    private void awaitFollowing(final Process companion) throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (!processes.output(OUTPUT).contains("follows control process")) {
            if (!companion.isAlive() || System.nanoTime() > endNs || stopped) {
                throw new IOException("the companion did not start: " + processes.output(OUTPUT));
            }
            Thread.sleep(LOOK_MS);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
