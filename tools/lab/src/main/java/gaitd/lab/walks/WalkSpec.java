package gaitd.lab.walks;

import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;

/**
 * Walks of one subject on one ground.
 *
 * @param subject the policy and the settings of its robots
 * @param terrain name of the ground
 * @param starts where walks begin and how far they go
 * @param faults of the robot, on the time since its start
 * @param fieldCase what else is different about the robots
 * @param limitS longest walk, s
 * @param walks how many
 * @param seed decides grounds, robots, places, pushes and noise
 */
public record WalkSpec(
        Subject subject,
        String terrain,
        WalkStarts starts,
        FaultPlan faults,
        FieldCase fieldCase,
        double limitS,
        int walks,
        long seed) {}
