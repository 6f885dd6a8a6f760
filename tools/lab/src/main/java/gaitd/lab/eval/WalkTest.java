package gaitd.lab.eval;

import gaitd.sim.Engine;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Task;
import java.util.List;

/**
 * Definition of every walk.
 *
 * @param engine physics
 * @param episodes walks by seed
 * @param seeds each decides grounds, robots, places, pushes and noise of its walks, the same for every subject
 * @param vx forward velocity asked for, m/s
 * @param vy velocity to the left, m/s
 * @param yawRate rate of turn, rad/s
 * @param distanceM way along the first heading that is a success, m
 * @param limitS longest walk, s
 * @param faults of the robot in every walk, on the time since its start
 * @param task whose reward is told
 */
public record WalkTest(
        Engine engine,
        int episodes,
        List<Long> seeds,
        double vx,
        double vy,
        double yawRate,
        double distanceM,
        double limitS,
        FaultPlan faults,
        A1Task task) {
    /** Copies the list. */
    public WalkTest {
        seeds = List.copyOf(seeds);
    }
}
