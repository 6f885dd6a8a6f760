package gaitd.lab.walks;

import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvTask;
import gaitd.sim.env.EpisodeStart;
import gaitd.sim.fault.FaultPlan;

/** Robots with a subject's policy. */
final class WalkRobots implements EnvTask {
    private final Subject subject;
    private final WalkStarts starts;
    private final FaultPlan faults;
    private final FieldCase fieldCase;

    WalkRobots(final Subject subject, final WalkStarts starts, final FaultPlan faults, final FieldCase fieldCase) {
        this.subject = subject;
        this.starts = starts;
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
        starts.begin(seed, start);
    }
}
