package gaitd.lab.eval;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.mode.Mode;
import gaitd.sim.Engine;
import gaitd.sim.batch.Batches;
import gaitd.sim.env.BatchGroup;
import gaitd.sim.env.EmbeddedGroup;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.PhysicsMaker;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Lets a subject walk: several robots at once, each some walks in turn, eight robots on a ground of their own.
 *
 * <p>A walk's ground, robot, place and chance depend on seed and number of the walk alone: subjects are compared in pairs.
 */
public final class Evaluation {
    private static final int ROBOTS_MAX = 64;
    private static final int SAME_GROUND = 8;
    private static final long GROUND = 91;
    private static final Set<TerrainKind> EVERYWHERE =
            EnumSet.of(TerrainKind.FLAT, TerrainKind.ROUGH, TerrainKind.TILES, TerrainKind.WAVES);

    private final WalkTest test;
    private final LongConsumer progress;

    /**
     * An evaluation.
     *
     * @param test what every walk is
     * @param progress told how many walks have ended since it was told last
     */
    public Evaluation(final WalkTest test, final LongConsumer progress) {
        this.test = test;
        this.progress = progress;
    }

    /**
     * All walks of one subject.
     *
     * @param subject who
     * @param terrain name of the ground
     * @return what they were
     * @throws gaitd.runtime.config.Refusal when MuJoCo is asked for and is not there
     */
    public Walks run(final Subject subject, final String terrain) {
        final Walks walks = new Walks();
        for (final long seed : test.seeds()) {
            run(subject, terrain, seed, walks);
        }
        return walks;
    }

    private void run(final Subject subject, final String terrain, final long seed, final Walks walks) {
        final int turns = (test.episodes() + ROBOTS_MAX - 1) / ROBOTS_MAX;
        final int robots = (test.episodes() + turns - 1) / turns;
        final List<Terrain> grounds = new ArrayList<>();
        for (int robot = 0; robot < robots; robot++) {
            grounds.add(
                    robot % SAME_GROUND == 0
                            ? Terrains.parse(terrain, RandomStream.seed(RandomStream.seed(seed, GROUND), robot))
                            : grounds.getLast());
        }
        final EnvPlan plan = new EnvPlan(
                subject.config(),
                grounds,
                seed,
                test.threads(),
                Mode.WALK,
                test.limitS(),
                new WalkRobots(subject, test.distanceM(), EVERYWHERE.contains(Terrains.kind(terrain))));
        final List<MujocoGroup> opened = new ArrayList<>();
        final PhysicsMaker physics = test.engine() == Engine.MUJOCO
                ? (terrains, stepS) -> {
                    final MujocoGroup group = new MujocoGroup(terrains, stepS);
                    opened.add(group);
                    return group;
                }
                : Batches.vectors() ? BatchGroup::new : EmbeddedGroup::new;
        try (WalkEnv env = new WalkEnv(plan, physics, test.engine() == Engine.MUJOCO ? 1 : SAME_GROUND)) {
            walk(env, plan, turns, walks);
        } finally {
            opened.forEach(MujocoGroup::close);
        }
    }

    private void walk(final WalkEnv env, final EnvPlan plan, final int turns, final Walks walks) {
        final int robots = env.robots();
        final EnvBuffers rows = new EnvBuffers(robots);
        final double stepS = 1 / plan.config().get(Setting.POLICY_RATE_HZ);
        final WalkMeter[] meters = new WalkMeter[robots];
        final double[] payloadKg = new double[robots];
        env.reset(rows);
        for (int robot = 0; robot < robots; robot++) {
            meters[robot] = new WalkMeter(test, stepS);
            payloadKg[robot] = env.variation(robot).get(RangeSetting.PAYLOAD_KG);
            rows.command[robot * EnvBuffers.COMMANDS] = test.vx();
            rows.command[robot * EnvBuffers.COMMANDS + 1] = test.vy();
            rows.command[robot * EnvBuffers.COMMANDS + 2] = test.yawRate();
        }
        int left = test.episodes();
        while (left > 0) {
            env.step(rows);
            int ended = 0;
            for (int robot = 0; robot < robots; robot++) {
                if (rows.episode[robot] * robots + robot >= test.episodes() || rows.episode[robot] >= turns) {
                    continue;
                }
                meters[robot].step(rows, robot);
                if (rows.done[robot] || rows.truncated[robot]) {
                    meters[robot].end(rows, robot, payloadKg[robot], walks);
                    payloadKg[robot] = env.variation(robot).get(RangeSetting.PAYLOAD_KG);
                    ended++;
                }
            }
            if (ended > 0) {
                left -= ended;
                progress.accept(ended);
            }
        }
    }
}
