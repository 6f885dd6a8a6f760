package gaitd.lab.walks;

import gaitd.policies.learn.RandomStream;
import gaitd.sim.Engine;
import gaitd.sim.batch.Batches;
import gaitd.sim.env.BatchGroup;
import gaitd.sim.env.EmbeddedGroup;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.PhysicsMaker;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Runs walks: several robots at once, each some walks in turn, eight robots on a ground of their own.
 *
 * <p>A walk's ground, robot, start and random numbers depend on seed and number of the walk alone, so that subjects are
 * compared in pairs.
 */
public final class WalkBatch {
    private static final int ROBOTS_MAX = 64;
    private static final int SAME_GROUND = 8;
    private static final long GROUND = 91;

    private final Engine engine;
    private final int threads;
    private final LongConsumer progress;

    /**
     * A runner.
     *
     * @param engine physics
     * @param threads how many step robots; they make no difference to any figure
     * @param progress takes the number of walks ended since the last call
     */
    public WalkBatch(final Engine engine, final int threads, final LongConsumer progress) {
        this.engine = engine;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Runs walks to their ends.
     *
     * @param spec what to walk
     * @param watch commands them and takes their figures, in the order in which they end
     * @throws gaitd.runtime.config.Refusal when MuJoCo is asked for and is not there
     */
    public void run(final WalkSpec spec, final WalkWatch watch) {
        final int turns = (spec.walks() + ROBOTS_MAX - 1) / ROBOTS_MAX;
        final int robots = (spec.walks() + turns - 1) / turns;
        final List<Terrain> grounds = new ArrayList<>();
        for (int robot = 0; robot < robots; robot++) {
            grounds.add(
                    robot % SAME_GROUND == 0
                            ? Terrains.parse(
                                    spec.terrain(), RandomStream.seed(RandomStream.seed(spec.seed(), GROUND), robot))
                            : grounds.getLast());
        }
        final EnvPlan plan = new EnvPlan(
                spec.subject().config(),
                grounds,
                spec.seed(),
                threads,
                spec.limitS(),
                new WalkRobots(spec.subject(), spec.starts(), spec.faults(), spec.fieldCase()));
        final List<MujocoGroup> opened = new ArrayList<>();
        final PhysicsMaker physics = engine == Engine.MUJOCO
                ? (terrains, stepS) -> {
                    final MujocoGroup group = new MujocoGroup(terrains, stepS);
                    opened.add(group);
                    return group;
                }
                : Batches.vectors() ? BatchGroup::new : EmbeddedGroup::new;
        try (WalkEnv env = new WalkEnv(plan, physics, engine == Engine.MUJOCO ? 1 : SAME_GROUND)) {
            walk(env, spec.walks(), turns, watch);
        } finally {
            opened.forEach(MujocoGroup::close);
        }
    }

    private void walk(final WalkEnv env, final int walks, final int turns, final WalkWatch watch) {
        final int robots = env.robots();
        final int[] turn = new int[robots];
        final int[] step = new int[robots];
        final EnvBuffers rows = new EnvBuffers(robots);
        env.reset(rows);
        int left = walks;
        while (left > 0) {
            for (int robot = 0; robot < robots; robot++) {
                watch.command(turn[robot] * robots + robot, step[robot], rows, robot);
            }
            env.step(rows);
            int ended = 0;
            for (int robot = 0; robot < robots; robot++) {
                final int walk = turn[robot] * robots + robot;
                final boolean counts = walk < walks && turn[robot] < turns;
                if (counts) {
                    watch.stepped(walk, rows, robot);
                }
                step[robot]++;
                if (rows.terminated[robot] || rows.truncated[robot]) {
                    turn[robot]++;
                    step[robot] = 0;
                    if (counts) {
                        watch.ended(walk, rows, robot, env.ended(robot).figures());
                        ended++;
                    }
                }
            }
            if (ended > 0) {
                left -= ended;
                progress.accept(ended);
            }
        }
    }
}
