package gaitd.tools.run;

import gaitd.runtime.config.Config;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.rt.RealTimeSetup;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Lets the JVM load and compile the controller before a robot depends on it: shadow ticks against a private simulated robot.
 *
 * <p>A cold JVM needs tens of milliseconds for its first ticks, in which a standing robot would have fallen. The shadow stands up and walks
 * with every policy in turn, through sockets and codecs, and goes on until the compilers have been idle for a while.
 */
public final class WarmUp {
    private static final long LEAST_TICKS = 8_000;
    private static final long QUIET_NS = 150_000_000;
    private static final long LOOK_NS = 50_000_000;
    private static final long PATIENCE_NS = 10_000_000_000L;

    private WarmUp() {}

    /**
     * Runs until nothing is left to compile: one or two seconds on a laptop, never more than ten. Where real-time priority is wanted and granted,
     * it goes before all ordinary work of this computer, in a thread that ends with it.
     *
     * @param config all settings
     * @param policies those that will be used; walks with each in turn
     * @return ticks that it took
     * @throws Refusal when interrupted
     */
    public static long run(final Config config, final List<PolicyFit> policies) {
        try (RealTimeSetup setup = new RealTimeSetup(config, System::nanoTime)) {
            final FutureTask<Long> task = new FutureTask<>(() -> {
                setup.hurry();
                return practise(config, policies);
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

    private static long practise(final Config config, final List<PolicyFit> policies) {
        final CompilerActivity compilers = new CompilerActivity();
        try (ShadowRun shadow = new ShadowRun(config, policies)) {
            final long startNs = System.nanoTime();
            long nowNs = startNs;
            long quietFromNs = startNs;
            long lookedNs = startNs;
            while (nowNs - startNs < PATIENCE_NS && (shadow.ticks() < LEAST_TICKS || nowNs - quietFromNs < QUIET_NS)) {
                shadow.tick();
                nowNs = System.nanoTime();
                if (nowNs - lookedNs > LOOK_NS) {
                    quietFromNs = compilers.sinceLastCall() ? nowNs : quietFromNs;
                    lookedNs = nowNs;
                }
            }
            return shadow.ticks();
        }
    }
}
