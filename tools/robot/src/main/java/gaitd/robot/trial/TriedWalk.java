package gaitd.robot.trial;

import gaitd.sim.Engine;
import java.util.List;

/**
 * What one walk of a trial showed.
 *
 * @param engine physics
 * @param seed of the walk
 * @param timeS when it ended, s
 * @param fell whether the robot fell
 * @param stayedUp whether the robot was asked to sit and did not
 * @param figures of the walk
 * @param outside outputs of the network beyond their bounds
 * @param guards that warned or tripped
 * @param policyFault why the policy was taken off; empty when it was not
 * @param tiltsDeg lean every 0.05 s, degrees
 */
record TriedWalk(
        Engine engine,
        long seed,
        double timeS,
        boolean fell,
        boolean stayedUp,
        TrialFigures figures,
        OutputWatch.Outside outside,
        List<TrialMeter.Guard> guards,
        String policyFault,
        List<Double> tiltsDeg) {}
