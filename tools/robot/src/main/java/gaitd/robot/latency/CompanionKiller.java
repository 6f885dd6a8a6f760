package gaitd.robot.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private final Victim victim;
    private final Runnable done;
    private final Thread thread = new Thread(this::work, "killer");
    private final AtomicInteger killed = new AtomicInteger();
    private volatile boolean stopped;
    private volatile String problem;

    /** What the companions do, and how long each lives. */
    interface Victim {
        /** Arguments of the next, beside the shared folder. */
        List<String> arguments();

        /** How long it follows before it is killed, ms. */
        long followsMs();

        /** It is about to be killed. */
        void dies();

        /** It is dead; what it left is looked at. */
        void died() throws IOException;
    }

    /** Companions that do what is usual. */
    private static final class Usual implements Victim {
        @Override
        public List<String> arguments() {
            return List.of();
        }

        @Override
        public long followsMs() {
            return FOLLOWS_MS;
        }

        @Override
        public void dies() {
            // nobody asks
        }

        @Override
        public void died() {
            // it left nothing
        }
    }

    /** Completes when it has killed so many, or fails. */
    CompanionKiller(final BenchProcesses processes, final Path shared, final int times, final Runnable done) {
        this(processes, shared, times, new Usual(), done);
    }

    /** Likewise, of companions that do something. */
    CompanionKiller(
            final BenchProcesses processes,
            final Path shared,
            final int times,
            final Victim victim,
            final Runnable done) {
        this.processes = processes;
        this.shared = shared;
        this.times = times;
        this.victim = victim;
        this.done = done;
    }

    void start() {
        thread.start();
    }

    /** Why it ended early, in one line; null when it did not. */
    String problem() {
        return problem;
    }

    int killed() {
        return killed.get();
    }

    private void work() {
        try {
            while (killed.get() < times && !stopped) {
                final List<String> arguments = new ArrayList<>(List.of("companion", "--shared", shared.toString()));
                arguments.addAll(victim.arguments());
                final Process companion =
                        processes.start(OUTPUT, Jvms.ordinary(Jvms.PROGRAM, arguments.toArray(String[]::new)));
                awaitFollowing(companion);
                Thread.sleep(victim.followsMs());
                victim.dies();
                companion.destroyForcibly().waitFor();
                killed.incrementAndGet();
                victim.died();
            }
        } catch (final IOException e) {
            problem = e.getMessage();
        } catch (final InterruptedException e) {
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
