package gaitd.sim.env;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.sim.terrain.Terrain;
import java.util.Collections;
import java.util.List;

/**
 * Specification of environments.
 *
 * @param config all settings, for controller and simulation
 * @param terrains ground of each robot; as many as there are robots
 * @param seed decides everything that is drawn
 * @param threads how many threads step them, the caller's included
 * @param episodeS longest episode, s
 * @param task what a task decides for each robot
 * @param before how many robots, of the same seed, are elsewhere and come before these: what is drawn for a robot depends on its
 *     place among all
 */
public record EnvPlan(
        Config config, List<Terrain> terrains, long seed, int threads, double episodeS, EnvTask task, int before) {
    private static final double WHOLE = 1e-9;

    /**
     * Checks the plan.
     *
     * @throws ConfigException in one line when it cannot be
     */
    public EnvPlan {
        terrains = List.copyOf(terrains);
        if (terrains.isEmpty()) {
            throw new ConfigException("environments need at least one robot, that is one terrain");
        }
        if (threads < 1) {
            throw new ConfigException("environments need at least 1 thread, not " + threads);
        }
        whole(
                config,
                Setting.RATE_HZ,
                Setting.POLICY_RATE_HZ,
                config.get(Setting.RATE_HZ) / config.get(Setting.POLICY_RATE_HZ));
        whole(config, Setting.SIM_STEP_US, Setting.RATE_HZ, config.periodNs() * 1e-3 / config.get(Setting.SIM_STEP_US));
        if (!(episodeS * config.get(Setting.POLICY_RATE_HZ) >= 1)) {
            throw new ConfigException("an episode of " + episodeS + " s is shorter than a step of the policy");
        }
    }

    /**
     * A plan of all robots of its seed.
     *
     * @param config all settings, for controller and simulation
     * @param terrains ground of each robot; as many as there are robots
     * @param seed decides everything that is drawn
     * @param threads how many threads step them, the caller's included
     * @param episodeS longest episode, s
     * @param task what a task decides for each robot
     */
    public EnvPlan(
            final Config config,
            final List<Terrain> terrains,
            final long seed,
            final int threads,
            final double episodeS,
            final EnvTask task) {
        this(config, terrains, seed, threads, episodeS, task, 0);
    }

    /**
     * A plan without a task: {@link EnvTask#NONE}.
     *
     * @param config all settings, for controller and simulation
     * @param terrains ground of each robot; as many as there are robots
     * @param seed decides everything that is drawn
     * @param threads how many threads step them, the caller's included
     * @param episodeS longest episode, s
     */
    public EnvPlan(
            final Config config,
            final List<Terrain> terrains,
            final long seed,
            final int threads,
            final double episodeS) {
        this(config, terrains, seed, threads, episodeS, EnvTask.NONE);
    }

    private static void whole(final Config config, final Setting first, final Setting second, final double ratio) {
        if (!(ratio >= 1 - WHOLE && Math.abs(ratio - Math.rint(ratio)) < WHOLE)) {
            throw new ConfigException(
                    "%s = %s (%s) contradicts %s = %s (%s): environments need whole steps in a period, not %s"
                            .formatted(
                                    first.key,
                                    Config.plain(config.get(first)),
                                    config.origin(first),
                                    second.key,
                                    Config.plain(config.get(second)),
                                    config.origin(second),
                                    Config.plain(ratio)));
        }
    }

    /**
     * Robots on flat ground that walk from the start, in episodes of 20 s.
     *
     * @param config all settings
     * @param robots how many
     * @param seed decides everything that is drawn
     * @param threads how many threads step them, the caller's included
     * @return the plan
     */
    public static EnvPlan flat(final Config config, final int robots, final long seed, final int threads) {
        return new EnvPlan(config, Collections.nCopies(robots, Terrain.FLAT), seed, threads, 20);
    }

    int ticksPerStep() {
        return (int) Math.rint(config.get(Setting.RATE_HZ) / config.get(Setting.POLICY_RATE_HZ));
    }

    int substepsPerTick() {
        return (int) Math.rint(config.periodNs() * 1e-3 / config.get(Setting.SIM_STEP_US));
    }

    int stepsPerEpisode() {
        return (int) Math.rint(episodeS * config.get(Setting.POLICY_RATE_HZ));
    }
}
