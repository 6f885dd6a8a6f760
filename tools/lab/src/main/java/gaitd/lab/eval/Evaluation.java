package gaitd.lab.eval;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.PolicyFault;
import gaitd.sim.Engine;
import gaitd.sim.batch.Batches;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.BatchGroup;
import gaitd.sim.env.EmbeddedGroup;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.PhysicsMaker;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.task.WalkReward;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Runs a subject's walks: several robots at once, each some walks in turn, eight robots on a ground of their own.
 *
 * <p>A walk's ground, robot, start and random numbers depend on seed and number of the walk alone, so that subjects are
 * compared in pairs.
 */
public final class Evaluation {
    private static final int ROBOTS_MAX = 64;
    private static final int SAME_GROUND = 8;
    private static final long GROUND = 91;
    private static final Set<TerrainKind> EVERYWHERE =
            EnumSet.of(TerrainKind.FLAT, TerrainKind.ROUGH, TerrainKind.TILES, TerrainKind.WAVES);

    private final WalkTest test;
    private final LongConsumer progress;
    private final WalkReward reward;

    /**
     * An evaluation.
     *
     * @param test definition of every walk
     * @param progress takes the number of walks ended since the last call
     */
    public Evaluation(final WalkTest test, final LongConsumer progress) {
        this.test = test;
        this.progress = progress;
        reward = new WalkReward(test.task());
    }

    /**
     * Refuses a ground that ends before the goal; it may still end beside a way that is not straight.
     *
     * @param terrain name of the ground
     * @throws ConfigException in one line
     */
    public void check(final String terrain) {
        if (EVERYWHERE.contains(Terrains.kind(terrain))) {
            return;
        }
        final double endM =
                Terrains.parse(terrain, test.seeds().getFirst()).extent().maxX() - WalkEnv.EDGE_M;
        if (test.distanceM() > endM) {
            throw new ConfigException(
                    "--distance %s is too far: on %s walks end %s m ahead of the start; ask for a shorter way or a longer ground"
                            .formatted(Config.plain(test.distanceM()), terrain, Config.plain(endM)));
        }
    }

    /**
     * Runs all walks of one subject.
     *
     * @param subject the policy
     * @param terrain name of the ground
     * @param fieldCase what is different about the robots
     * @return their figures
     * @throws gaitd.runtime.config.Refusal when MuJoCo is asked for and is not there
     */
    public Walks run(final Subject subject, final String terrain, final FieldCase fieldCase) {
        final Walks walks = new Walks();
        for (final long seed : test.seeds()) {
            run(subject, terrain, fieldCase, seed, walks);
        }
        return walks;
    }

    private void run(
            final Subject subject,
            final String terrain,
            final FieldCase fieldCase,
            final long seed,
            final Walks walks) {
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
                test.limitS(),
                new WalkRobots(
                        subject,
                        test.distanceM(),
                        EVERYWHERE.contains(Terrains.kind(terrain)),
                        test.faults(),
                        fieldCase));
        final List<MujocoGroup> opened = new ArrayList<>();
        final PhysicsMaker physics = test.engine() == Engine.MUJOCO
                ? (terrains, stepS) -> {
                    final MujocoGroup group = new MujocoGroup(terrains, stepS);
                    opened.add(group);
                    return group;
                }
                : Batches.vectors() ? BatchGroup::new : EmbeddedGroup::new;
        try (WalkEnv env = new WalkEnv(plan, physics, test.engine() == Engine.MUJOCO ? 1 : SAME_GROUND)) {
            walk(env, 1 / plan.config().get(Setting.POLICY_RATE_HZ), turns, walks);
        } finally {
            opened.forEach(MujocoGroup::close);
        }
    }

    private void walk(final WalkEnv env, final double stepS, final int turns, final Walks walks) {
        final int robots = env.robots();
        final double[] earned = new double[robots];
        final EnvBuffers rows = new EnvBuffers(robots);
        env.reset(rows);
        for (int robot = 0; robot < robots; robot++) {
            rows.command[robot * EnvBuffers.COMMANDS] = test.vx();
            rows.command[robot * EnvBuffers.COMMANDS + 1] = test.vy();
            rows.command[robot * EnvBuffers.COMMANDS + 2] = test.yawRate();
        }
        int left = test.episodes();
        while (left > 0) {
            env.step(rows);
            int ended = 0;
            for (int robot = 0; robot < robots; robot++) {
                earned[robot] += reward.of(rows, robot, stepS);
                if (rows.episode[robot] * robots + robot >= test.episodes() || rows.episode[robot] >= turns) {
                    continue;
                }
                if (rows.terminated[robot] || rows.truncated[robot]) {
                    end(rows, robot, env.ended(robot).figures(), walks);
                    walks.add(Metric.REWARD, earned[robot] / (rows.step[robot] * stepS));
                    earned[robot] = 0;
                    ended++;
                }
            }
            if (ended > 0) {
                left -= ended;
                progress.accept(ended);
            }
        }
    }

    private void end(final EnvBuffers rows, final int robot, final WalkFigures walk, final Walks walks) {
        final boolean success =
                !rows.terminated[robot] && rows.quantity(robot, StepQuantity.DISTANCE) >= test.distanceM();
        walks.end(
                success,
                walk.falls() > 0,
                rows.terminated[robot] && walk.falls() == 0,
                rows.policyFault[robot] != PolicyFault.NONE.ordinal());
        walks.add(walk);
        if (success) {
            walks.add(Metric.TIME, walk.timeS());
        }
    }
}
