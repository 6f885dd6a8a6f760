package gaitd.sim.env;

import gaitd.runtime.config.Setting;
import gaitd.sim.batch.Batches;
import gaitd.sim.measure.WalkMeter;
import java.util.function.IntConsumer;

/**
 * Many robots in lock-step, each a simulated A1 under the controller that runs on the real one; a policy acts through its
 * hooks.
 *
 * <p>The same plan and the same actions give the same bits, however many threads step them. A robot whose episode ends begins
 * the next in the same step. Driven by one thread; {@link #step} and {@link #reset} allocate nothing.
 */
public final class WalkEnv implements AutoCloseable {
    /** Nearer to the edge of the ground that is laid out, an episode is cut off, m. */
    public static final double EDGE_M = 0.5;

    private final EnvPlan plan;
    private final int groupSize;
    private final EnvGroup[] groups;
    private final Workers workers;
    private final IntConsumer task = this::run;
    private EnvBuffers buffers;
    private boolean resetting;

    /**
     * Makes robots in the fastest engines that this JVM has, which differ in speed only, and threads; {@link #reset} comes
     * next.
     *
     * @param plan what to make
     */
    public WalkEnv(final EnvPlan plan) {
        this(
                plan,
                Batches.vectors() ? BatchGroup::new : EmbeddedGroup::new,
                Batches.vectors() ? BatchGroup.ROBOTS : EmbeddedGroup.ROBOTS);
    }

    /**
     * Makes robots in given engines, and threads; {@link #reset} comes next.
     *
     * @param plan what to make
     * @param physics makes the engines
     * @param groupSize robots in a group, 1 or more; a group is what a thread takes at once
     * @throws IllegalArgumentException when the group size is below 1
     */
    public WalkEnv(final EnvPlan plan, final PhysicsMaker physics, final int groupSize) {
        if (groupSize < 1) {
            throw new IllegalArgumentException("a group has 1 robot or more, not " + groupSize);
        }
        this.plan = plan;
        this.groupSize = groupSize;
        final int robots = plan.terrains().size();
        final double stepS = plan.config().get(Setting.SIM_STEP_US) * 1e-6;
        groups = new EnvGroup[(robots + groupSize - 1) / groupSize];
        for (int g = 0; g < groups.length; g++) {
            final int first = g * groupSize;
            final int end = Math.min(first + groupSize, robots);
            groups[g] = new EnvGroup(
                    plan, first, end - first, physics.make(plan.terrains().subList(first, end), stepS));
        }
        workers = new Workers(Math.min(plan.threads(), groups.length));
    }

    /**
     * Number of robots.
     *
     * @return count
     */
    public int robots() {
        return plan.terrains().size();
    }

    /**
     * Begins the next episode of every robot.
     *
     * @param next whose results are written
     */
    public void reset(final EnvBuffers next) {
        resetting = true;
        runAll(next);
    }

    /**
     * Begins the first episode of every robot with another seed than the plan's: what follows is what new environments of
     * that seed do.
     *
     * @param seed decides everything that is drawn from now on
     * @param next whose results are written
     */
    public void reset(final long seed, final EnvBuffers next) {
        for (final EnvGroup group : groups) {
            group.restart(seed);
        }
        reset(next);
    }

    /**
     * One policy step of every robot.
     *
     * @param next whose commands are read and whose results are written
     * @throws IllegalStateException when closed, or when a robot's step threw, with the cause; closed then
     */
    public void step(final EnvBuffers next) {
        resetting = false;
        runAll(next);
    }

    private void runAll(final EnvBuffers next) {
        if (next.robots != robots()) {
            throw new IllegalArgumentException("buffers are for " + next.robots + " robots, not " + robots());
        }
        buffers = next;
        workers.run(groups.length, task);
    }

    private void run(final int group) {
        if (resetting) {
            groups[group].reset();
        } else {
            groups[group].step(buffers);
        }
    }

    /**
     * The walk of a robot's episode before the present one: the one that ended in the last step, where one did.
     *
     * @param robot its index
     * @return live, unchanged until the present episode ends; not to be fed
     */
    public WalkMeter ended(final int robot) {
        return groups[robot / groupSize].robot(robot % groupSize).ended();
    }

    /**
     * Threads that step robots besides the caller's, for allocation counters.
     *
     * @return their ids
     */
    public long[] threadIds() {
        return workers.threadIds();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
