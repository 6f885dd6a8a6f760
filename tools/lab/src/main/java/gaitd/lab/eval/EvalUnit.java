package gaitd.lab.eval;

import gaitd.lab.walks.Subject;
import gaitd.lab.walks.SubjectText;
import gaitd.lab.walks.WalkBatch;
import gaitd.lab.walks.WalkSpec;
import gaitd.lab.walks.WalkStarts;
import gaitd.lab.walks.WalkWatch;
import gaitd.lab.work.WorkUnit;
import gaitd.robot.world.CaseOption;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.PolicyFault;
import gaitd.sim.Engine;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.WalkReward;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One block of the walks of one subject and seed.
 *
 * @param subject whose walks
 * @param asked definition of every walk
 * @param terrain name of the ground
 * @param fieldCase name of what is different about the robots
 * @param seed of the walks
 * @param block which
 */
record EvalUnit(SubjectText subject, Asked asked, String terrain, String fieldCase, long seed, int block)
        implements WorkUnit<ArrayList<WalkEnd>> {
    /**
     * Definition of every walk, as {@link WalkTest} has it, that can be sent elsewhere.
     *
     * @param engine physics
     * @param episodes walks by seed
     * @param vx forward velocity asked for, m/s
     * @param vy velocity to the left, m/s
     * @param yawRate rate of turn, rad/s
     * @param distanceM way that is a success, m
     * @param limitS longest walk, s
     * @param faults of the robot
     * @param task whose reward is told, TOML
     * @param taskName of that task
     */
    record Asked(
            Engine engine,
            int episodes,
            double vx,
            double vy,
            double yawRate,
            double distanceM,
            double limitS,
            ArrayList<String> faults,
            String task,
            String taskName)
            implements Serializable {
        static Asked of(final WalkTest test) {
            return new Asked(
                    test.engine(),
                    test.episodes(),
                    test.vx(),
                    test.vy(),
                    test.yawRate(),
                    test.distanceM(),
                    test.limitS(),
                    new ArrayList<>(test.faults().texts()),
                    test.task().text(),
                    test.task().name());
        }
    }

    @Override
    public ArrayList<WalkEnd> answer() {
        final Subject walker = subject.open();
        final WalkSpec spec = new WalkSpec(
                walker,
                terrain,
                WalkStarts.on(terrain, asked.distanceM),
                FaultPlan.of(asked.faults),
                CaseOption.of(fieldCase),
                asked.limitS,
                asked.episodes,
                seed);
        final Taken taken = new Taken(1 / walker.config().get(Setting.POLICY_RATE_HZ));
        new WalkBatch(spec, asked.engine).run(block, taken);
        return new ArrayList<>(taken.ends());
    }

    /** Commands walks and takes their figures. */
    private final class Taken implements WalkWatch {
        private final WalkReward reward = new WalkReward(A1Task.parse(asked.task, asked.taskName));
        private final double stepS;
        private final double[] earned = new double[asked.episodes];
        private final WalkEnd[] ends = new WalkEnd[asked.episodes];

        Taken(final double stepS) {
            this.stepS = stepS;
        }

        /** Ends of the block's walks, in the order of their numbers. */
        List<WalkEnd> ends() {
            final List<WalkEnd> all = new ArrayList<>();
            for (final int walk : WalkBatch.walks(asked.episodes, block)) {
                all.add(ends[walk]);
            }
            return all;
        }

        @Override
        public void command(final int walk, final int step, final EnvBuffers rows, final int robot) {
            rows.command[robot * EnvBuffers.COMMANDS] = asked.vx;
            rows.command[robot * EnvBuffers.COMMANDS + 1] = asked.vy;
            rows.command[robot * EnvBuffers.COMMANDS + 2] = asked.yawRate;
        }

        @Override
        public void stepped(final int walk, final EnvBuffers rows, final int robot) {
            earned[walk] += reward.of(rows, robot, stepS);
        }

        @Override
        public void ended(final int walk, final EnvBuffers rows, final int robot, final WalkFigures figures) {
            ends[walk] = new WalkEnd(
                    walk,
                    !rows.terminated[robot] && rows.quantity(robot, StepQuantity.DISTANCE) >= asked.distanceM,
                    figures.falls() > 0,
                    rows.terminated[robot] && figures.falls() == 0,
                    rows.policyFault[robot] != PolicyFault.NONE.ordinal(),
                    earned[walk] / (rows.step[robot] * stepS),
                    figures);
        }
    }

    /** All blocks of a subject's walks, seed by seed. */
    static List<EvalUnit> all(
            final Subject subject, final WalkTest test, final String terrain, final String fieldCase) {
        final SubjectText text = SubjectText.of(subject);
        final Asked asked = Asked.of(test);
        final List<EvalUnit> units = new ArrayList<>();
        for (final long seed : test.seeds()) {
            for (int block = 0; block < WalkBatch.blocks(test.episodes()); block++) {
                units.add(new EvalUnit(text, asked, terrain, fieldCase, seed, block));
            }
        }
        return units;
    }
}
