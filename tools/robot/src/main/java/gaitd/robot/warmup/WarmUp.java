package gaitd.robot.warmup;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.rt.RealTimeSetup;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Makes the JVM load and compile the controller before it controls a robot, by ticks against a private simulated robot.
 *
 * <p>A cold JVM needs tens of milliseconds for its first ticks, in which a standing robot would have fallen. The
 * warm-up run stands up and walks with every policy in turn, through sockets and codecs. After each round of ticks it
 * waits for the compilers to finish, and the next round shows whether the new code stays valid. Ticks without pauses
 * would give the compilers ever more code that hardly matters.
 */
public final class WarmUp {
    private static final long FIRST_TICKS = 20_000;
    private static final long FURTHER_TICKS = 4_000;
    private static final int ROUNDS_MAX = 6;
    private static final long LOOK_MS = 20;
    private static final long LONGEST_NS = 10_000_000_000L;

    private WarmUp() {}

    /**
     * Runs until nothing is left to compile: one or two seconds on a laptop, never more than ten. Where real-time
     * priority is configured and granted, it runs before all ordinary work of this computer, in a thread that ends with
     * it.
     *
     * @param config all settings
     * @param policies those that will be used; walks with each in turn
     * @return ticks that it took
     * @throws Refusal when interrupted
     */
    public static long run(final Config config, final List<PolicyFit> policies) {
        try (RealTimeSetup setup = new RealTimeSetup(config, System::nanoTime)) {
            final FutureTask<Long> task = new FutureTask<>(() -> {
                setup.boostStart();
                return compile(config, policies);
            });
            new Thread(task, "gaitd-warm-up").start();
            return task.get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the warm-up ended", e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while warming up", e);
        }
    }

    private static long compile(final Config config, final List<PolicyFit> policies) throws InterruptedException {
        final CompilerActivity compilers = new CompilerActivity();
        final long endNs = System.nanoTime() + LONGEST_NS;
        try (WarmUpRun run = new WarmUpRun(config, policies)) {
            int rounds = 0;
            long ticks = FIRST_TICKS;
            boolean busy = true;
            while (busy && rounds < ROUNDS_MAX && System.nanoTime() < endNs) {
                for (final long until = run.ticks() + ticks; run.ticks() < until && System.nanoTime() < endNs; ) {
                    run.tick();
                }
                busy = compilers.sinceLastCall();
                for (boolean active = busy; active && System.nanoTime() < endNs; active = compilers.sinceLastCall()) {
                    Thread.sleep(LOOK_MS);
                }
                ticks = FURTHER_TICKS;
                rounds++;
            }
            return run.ticks();
        }
    }
}
