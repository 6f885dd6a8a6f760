package gaitd.lab.eval;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.walks.WalkSpec;
import gaitd.lab.walks.WalkStarts;
import gaitd.lab.walks.WalkWatch;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.PolicyFault;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.task.WalkReward;
import gaitd.sim.terrain.Terrains;
import java.util.function.LongConsumer;

/** Sums a subject's walks of ten metres, or what is asked for. */
public final class Evaluation {
    private final WalkTest test;
    private final WalkBatch batch;
    private final WalkReward reward;

    /**
     * An evaluation.
     *
     * @param test definition of every walk
     * @param progress takes the number of walks ended since the last call
     */
    public Evaluation(final WalkTest test, final LongConsumer progress) {
        this.test = test;
        batch = new WalkBatch(test.engine(), test.threads(), progress);
        reward = new WalkReward(test.task());
    }

    /**
     * Refuses a ground that ends before the goal; it may still end beside a way that is not straight.
     *
     * @param terrain name of the ground
     * @throws ConfigException in one line
     */
    public void check(final String terrain) {
        if (WalkStarts.isEverywhere(terrain)) {
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
        final WalkStarts starts = WalkStarts.on(terrain, test.distanceM());
        final double stepS = 1 / subject.config().get(Setting.POLICY_RATE_HZ);
        for (final long seed : test.seeds()) {
            final WalkSpec spec = new WalkSpec(
                    subject, terrain, starts, test.faults(), fieldCase, test.limitS(), test.episodes(), seed);
            batch.run(spec, new Sum(walks, stepS));
        }
        return walks;
    }

    /** Takes the walks of one seed. */
    private final class Sum implements WalkWatch {
        private final Walks walks;
        private final double stepS;
        private final double[] earned = new double[test.episodes()];

        Sum(final Walks walks, final double stepS) {
            this.walks = walks;
            this.stepS = stepS;
        }

        @Override
        public void command(final int walk, final int step, final EnvBuffers rows, final int robot) {
            rows.command[robot * EnvBuffers.COMMANDS] = test.vx();
            rows.command[robot * EnvBuffers.COMMANDS + 1] = test.vy();
            rows.command[robot * EnvBuffers.COMMANDS + 2] = test.yawRate();
        }

        @Override
        public void stepped(final int walk, final EnvBuffers rows, final int robot) {
            earned[walk] += reward.of(rows, robot, stepS);
        }

        @Override
        public void ended(final int walk, final EnvBuffers rows, final int robot, final WalkFigures figures) {
            final boolean success =
                    !rows.terminated[robot] && rows.quantity(robot, StepQuantity.DISTANCE) >= test.distanceM();
            walks.end(
                    success,
                    figures.falls() > 0,
                    rows.terminated[robot] && figures.falls() == 0,
                    rows.policyFault[robot] != PolicyFault.NONE.ordinal());
            walks.add(figures);
            if (success) {
                walks.add(Metric.TIME, figures.timeS());
            }
            walks.add(Metric.REWARD, earned[walk] / (rows.step[robot] * stepS));
        }
    }
}
