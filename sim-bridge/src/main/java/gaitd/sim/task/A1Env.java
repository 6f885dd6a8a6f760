package gaitd.sim.task;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.policies.learn.Transitions;
import gaitd.policies.learn.VectorEnv;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.terrain.Terrain;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A task of the A1 for learners: robots that walk under their controller, with the learner as the network of their policy.
 *
 * <p>Grounds are drawn when it is made, from a seed of their own; {@link #reset} decides all else. The first episodes after a
 * reset are cut off at random times, so that episodes do not end all at once.
 */
public final class A1Env implements VectorEnv {
    private static final long COMMANDS = 17;
    private static final long GROUNDS = 20_260;

    private final A1Task task;
    private final TaskRobots robots;
    private final WalkEnv env;
    private final EnvBuffers buffers;
    private final RandomStream random = new RandomStream(0);
    private final List<String> rewardTerms;
    private final double stepS;
    private final int resampleSteps;
    private long seed;

    /**
     * Makes the robots and their threads.
     *
     * @param task what they have to do
     * @param environments how many robots
     * @param threads how many threads step them, the caller's included
     * @param faults of each robot, on the time since its episode began
     * @throws gaitd.runtime.config.ConfigException in one line when it cannot be
     */
    public A1Env(final A1Task task, final int environments, final int threads, final FaultPlan faults) {
        this(task, environments, threads, faults, FieldCase.NOMINAL);
    }

    /**
     * Makes robots to which something happened in the field, and their threads.
     *
     * @param task what they have to do
     * @param environments how many robots
     * @param threads how many threads step them, the caller's included
     * @param faults of each robot beside those of the case, on the time since its episode began
     * @param fieldCase what is different about each robot; its ground, where it has one, takes the place of the task's
     * @throws gaitd.runtime.config.ConfigException in one line when it cannot be
     */
    public A1Env(
            final A1Task task,
            final int environments,
            final int threads,
            final FaultPlan faults,
            final FieldCase fieldCase) {
        this.task = task;
        rewardTerms = task.reward.names();
        final Config config = task.config();
        stepS = 1 / config.get(Setting.POLICY_RATE_HZ);
        resampleSteps = (int) Math.max(1, Math.rint(task.commands.resampleS / stepS));
        final List<GroundPlan> plans =
                fieldCase.terrain() == null ? task.grounds : List.of(GroundPlan.only(fieldCase.terrain()));
        final List<Patchwork> grounds = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            grounds.add(plans.get(i).make(RandomStream.seed(GROUNDS, i)));
        }
        final int[] entry = GroundPlan.spread(plans, environments);
        final List<Patchwork> each = Arrays.stream(entry).mapToObj(grounds::get).toList();
        final List<Terrain> terrains =
                each.stream().map(ground -> ground.terrain).toList();
        robots = new TaskRobots(task, Arrays.stream(entry).mapToObj(plans::get).toList(), each, faults, fieldCase);
        env = new WalkEnv(new EnvPlan(config, terrains, 0, threads, task.episodeS, robots));
        buffers = new EnvBuffers(environments);
    }

    @Override
    public int environments() {
        return buffers.robots;
    }

    @Override
    public int observations() {
        return task.observationSize();
    }

    @Override
    public int actions() {
        return task.actionSize();
    }

    @Override
    public List<Signal> observationSignals() {
        return TaskSignals.observed(task);
    }

    @Override
    public List<Signal> actionSignals() {
        return TaskSignals.acted(task);
    }

    @Override
    public List<String> rewardTerms() {
        return rewardTerms;
    }

    @Override
    public double rateHz() {
        return task.config().get(Setting.POLICY_RATE_HZ);
    }

    @Override
    public void progress(final double share) {
        robots.progress(share);
    }

    @Override
    public void reset(final long newSeed, final Transitions transitions) {
        seed = newSeed;
        robots.levels().reset();
        robots.use(transitions);
        env.reset(newSeed, buffers);
        for (int robot = 0; robot < buffers.robots; robot++) {
            command(robot, 0, 0);
        }
    }

    @Override
    public void step(final Transitions transitions) {
        robots.use(transitions);
        env.step(buffers);
        for (int robot = 0; robot < buffers.robots; robot++) {
            final boolean ended = buffers.terminated[robot] || buffers.truncated[robot];
            transitions.terminated[robot] = buffers.terminated[robot];
            transitions.truncated[robot] = buffers.truncated[robot];
            transitions.success[robot] = buffers.truncated[robot];
            transitions.reward[robot] = (float) task.reward.of(
                    buffers, robot, robots.action(robot), stepS, transitions.rewardTerm, robot * rewardTerms.size());
            if (ended) {
                command(robot, buffers.episode[robot] + 1, 0);
            } else if (buffers.step[robot] % resampleSteps == 0) {
                command(robot, buffers.episode[robot], buffers.step[robot]);
            }
        }
    }

    private void command(final int robot, final int episode, final int step) {
        random.reseed(RandomStream.seed(RandomStream.seed(RandomStream.seed(seed + COMMANDS, robot), episode), step));
        task.commands.draw(random, buffers.command, robot * EnvBuffers.COMMANDS);
        for (int axis = 0; axis < EnvBuffers.COMMANDS; axis++) {
            buffers.command[robot * EnvBuffers.COMMANDS + axis] *= robots.faster(robot, axis);
        }
    }

    @Override
    public void write(final DataOutput out) throws IOException {
        if (task.curriculum.bySuccess()) {
            robots.levels().write(out);
        }
    }

    @Override
    public void read(final DataInput in) throws IOException {
        if (task.curriculum.bySuccess()) {
            robots.levels().read(in);
        }
    }

    /**
     * Raw quantities of the last step, for statistics.
     *
     * @return live, not to be modified
     */
    public EnvBuffers quantities() {
        return buffers;
    }

    @Override
    public void close() {
        env.close();
    }
}
