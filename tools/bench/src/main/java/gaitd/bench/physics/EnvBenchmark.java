package gaitd.bench.physics;

import com.sun.management.ThreadMXBean;
import gaitd.runtime.config.Config;
import gaitd.sim.batch.Batches;
import gaitd.sim.env.BatchGroup;
import gaitd.sim.env.EmbeddedGroup;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.PhysicsMaker;
import gaitd.sim.env.WalkEnv;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures how many policy steps environments make in a second, with an empty policy. */
public final class EnvBenchmark {
    private static final double FORWARD_M_S = 0.4;
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_US = 1e3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private EnvBenchmark() {}

    /**
     * How fast environments were.
     *
     * @param policyStepsPerSecond policy steps of all robots together, 1/s
     * @param cpuUsPerPolicyStep processor time of all stepping threads by policy step, us; comparable on a busy machine too
     * @param allocatedBytes what the stepping threads allocated in the measurement, bytes
     */
    public record Speed(double policyStepsPerSecond, double cpuUsPerPolicyStep, long allocatedBytes) {}

    /**
     * Steps robots that walk at 0.4 m/s on flat ground.
     *
     * @param plan what to step
     * @param physics makes the engines
     * @param groupSize robots in a group
     * @param warmUpSteps steps of every robot before the measurement
     * @param steps steps of every robot in the measurement
     * @return the speed
     */
    public static Speed measure(
            final EnvPlan plan,
            final PhysicsMaker physics,
            final int groupSize,
            final int warmUpSteps,
            final int steps) {
        final int robots = plan.terrains().size();
        final EnvBuffers buffers = new EnvBuffers(robots);
        for (int robot = 0; robot < robots; robot++) {
            buffers.command[robot * EnvBuffers.COMMANDS] = FORWARD_M_S;
        }
        try (WalkEnv env = new WalkEnv(plan, physics, groupSize)) {
            env.reset(buffers);
            step(env, buffers, warmUpSteps);
            final long[] ids = Arrays.copyOf(env.threadIds(), env.threadIds().length + 1);
            ids[ids.length - 1] = Thread.currentThread().threadId();
            final long cpuNs = cpuNs(ids);
            final long bytes = bytes(ids);
            final long startNs = System.nanoTime();
            step(env, buffers, steps);
            final long wallNs = System.nanoTime() - startNs;
            final double made = robots * (double) steps;
            return new Speed(made * NS_PER_S / wallNs, (cpuNs(ids) - cpuNs) / (NS_PER_US * made), bytes(ids) - bytes);
        }
    }

    /**
     * Steps robots on flat ground in the engines that {@link WalkEnv} takes by itself.
     *
     * @param config all settings
     * @param robots how many
     * @param threads how many threads
     * @param warmUpSteps steps of every robot before the measurement
     * @param steps steps of every robot in the measurement
     * @return the speed
     */
    public static Speed onFlatGround(
            final Config config, final int robots, final int threads, final int warmUpSteps, final int steps) {
        final EnvPlan plan = EnvPlan.flat(config, robots, 1, threads);
        return Batches.vectors()
                ? measure(plan, BatchGroup::new, BatchGroup.ROBOTS, warmUpSteps, steps)
                : measure(plan, EmbeddedGroup::new, EmbeddedGroup.ROBOTS, warmUpSteps, steps);
    }

    private static void step(final WalkEnv env, final EnvBuffers buffers, final int count) {
        for (int i = 0; i < count; i++) {
            env.step(buffers);
        }
    }

    private static long cpuNs(final long[] ids) {
        long sum = 0;
        for (final long id : ids) {
            sum += THREADS.getThreadCpuTime(id);
        }
        return sum;
    }

    private static long bytes(final long[] ids) {
        long sum = 0;
        for (final long id : ids) {
            sum += THREADS.getThreadAllocatedBytes(id);
        }
        return sum;
    }
}
