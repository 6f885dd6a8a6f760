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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Walks of one specification, in blocks that anybody may walk: a block is up to eight robots on a ground of their own, each some
 * walks in turn.
 *
 * <p>A walk's ground, robot, start and random numbers depend on the specification's seed and number of walks and on the walk's number,
 * not on the subject, so that subjects are compared in pairs, and not on who walks which block.
 */
public final class WalkBatch {
    private static final int ROBOTS_MAX = 64;
    private static final int BLOCK = 8;
    private static final long GROUND = 91;

    private final WalkSpec spec;
    private final Engine engine;
    private final int turns;
    private final int robots;

    /**
     * Divides walks into blocks.
     *
     * @param spec what to walk
     * @param engine physics
     */
    public WalkBatch(final WalkSpec spec, final Engine engine) {
        this.spec = spec;
        this.engine = engine;
        turns = turns(spec.walks());
        robots = robots(spec.walks());
    }

    private static int turns(final int walks) {
        return (walks + ROBOTS_MAX - 1) / ROBOTS_MAX;
    }

    private static int robots(final int walks) {
        final int turns = turns(walks);
        return (walks + turns - 1) / turns;
    }

    /**
     * How many blocks there are.
     *
     * @param walks of a specification, 1 or more
     * @return 1 or more
     */
    public static int blocks(final int walks) {
        return (robots(walks) + BLOCK - 1) / BLOCK;
    }

    /**
     * The walks of a block.
     *
     * @param walks of the specification, 1 or more
     * @param block which, from 0
     * @return their numbers
     */
    public static int[] walks(final int walks, final int block) {
        final int all = robots(walks);
        final int first = block * BLOCK;
        final int end = Math.min(first + BLOCK, all);
        final int[] numbers = new int[(end - first) * turns(walks)];
        int count = 0;
        for (int turn = 0; turn < turns(walks); turn++) {
            for (int robot = first; robot < end && turn * all + robot < walks; robot++) {
                numbers[count++] = turn * all + robot;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /**
     * Walks a block to its end, in the calling thread.
     *
     * @param block which, from 0
     * @param watch commands its walks and takes their figures, in the order in which they end
     * @throws gaitd.runtime.config.Refusal when MuJoCo is asked for and is not there
     */
    public void run(final int block, final WalkWatch watch) {
        final int first = block * BLOCK;
        final int count = Math.min(BLOCK, robots - first);
        final Terrain ground =
                Terrains.parse(spec.terrain(), RandomStream.seed(RandomStream.seed(spec.seed(), GROUND), first));
        final EnvPlan plan = new EnvPlan(
                spec.subject().config(),
                Collections.nCopies(count, ground),
                spec.seed(),
                1,
                spec.limitS(),
                new WalkRobots(spec.subject(), spec.starts(), spec.faults(), spec.fieldCase()),
                first);
        final List<MujocoGroup> opened = new ArrayList<>();
        final PhysicsMaker physics = engine == Engine.MUJOCO
                ? (terrains, stepS) -> {
                    final MujocoGroup group = new MujocoGroup(terrains, stepS);
                    opened.add(group);
                    return group;
                }
                : Batches.vectors() ? BatchGroup::new : EmbeddedGroup::new;
        try (WalkEnv env = new WalkEnv(plan, physics, engine == Engine.MUJOCO ? 1 : BLOCK)) {
            walk(env, first, watch);
        } finally {
            opened.forEach(MujocoGroup::close);
        }
    }

    private void walk(final WalkEnv env, final int first, final WalkWatch watch) {
        final int here = env.robots();
        final int[] turn = new int[here];
        final int[] step = new int[here];
        final EnvBuffers rows = new EnvBuffers(here);
        env.reset(rows);
        int left = 0;
        for (int robot = 0; robot < here; robot++) {
            left += (spec.walks() - first - robot + robots - 1) / robots;
        }
        while (left > 0) {
            for (int robot = 0; robot < here; robot++) {
                watch.command(turn[robot] * robots + first + robot, step[robot], rows, robot);
            }
            env.step(rows);
            for (int robot = 0; robot < here; robot++) {
                final int walk = turn[robot] * robots + first + robot;
                final boolean counts = walk < spec.walks() && turn[robot] < turns;
                if (counts) {
                    watch.stepped(walk, rows, robot);
                }
                step[robot]++;
                if (rows.terminated[robot] || rows.truncated[robot]) {
                    turn[robot]++;
                    step[robot] = 0;
                    if (counts) {
                        watch.ended(walk, rows, robot, env.ended(robot).figures());
                        left--;
                    }
                }
            }
        }
    }
}
