package gaitd.robot.run;

import gaitd.sim.engine.SimState;

/** Where a simulated robot's ground truth can be had while it moves. */
@FunctionalInterface
public interface TruthSource {
    /**
     * Copies the truth of now.
     *
     * @param copy overwritten
     */
    void read(SimState copy);
}
