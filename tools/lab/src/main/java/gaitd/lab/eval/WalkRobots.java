package gaitd.lab.eval;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvTask;
import gaitd.sim.env.EpisodeStart;
import gaitd.sim.fault.FaultPlan;

/** Robots with a subject's policy that start at random places near the middle of their ground, in random directions. */
final class WalkRobots implements EnvTask {
    /** How far from the middle, m; grounds reach 40 m to each side. */
    private static final double REACH_M = 20;

    private final Subject subject;
    private final double goalM;
    private final boolean anywhere;
    private final FaultPlan faults;
    private final FieldCase fieldCase;

    /** {@code anywhere} is false for courses, which begin at the origin and lead along x. */
    WalkRobots(
            final Subject subject,
            final double goalM,
            final boolean anywhere,
            final FaultPlan faults,
            final FieldCase fieldCase) {
        this.subject = subject;
        this.goalM = goalM;
        this.anywhere = anywhere;
        this.faults = fieldCase.faults(faults);
        this.fieldCase = fieldCase;
    }

    @Override
    public FaultPlan faults() {
        return faults;
    }

    @Override
    public FieldCase fieldCase() {
        return fieldCase;
    }

    @Override
    public WalkingPolicy[] policies(final int robot) {
        return subject.fit() == null
                ? new WalkingPolicy[0]
                : new WalkingPolicy[] {subject.fit().create()};
    }

    @Override
    public void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
        start.goalM = goalM;
        if (anywhere) {
            start.xM = REACH_M * share(seed, 1);
            start.yM = REACH_M * share(seed, 2);
            start.headingRad = Math.PI * share(seed, 3);
        }
    }

    /** From -1 to 1. */
    private static double share(final long seed, final long purpose) {
        return (RandomStream.seed(seed, purpose) >> 11) * 0x1p-52;
    }
}
