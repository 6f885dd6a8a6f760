package gaitd.robot.world;

import gaitd.sim.measure.WalkSample;

/** Where a simulated robot's ground truth can be had while it moves; has one reader. */
public interface TruthSource {
    /**
     * The robot with its load.
     *
     * @return kg
     */
    double massKg();

    /**
     * Takes a sample of now.
     *
     * @param out overwritten
     */
    void read(WalkSample out);
}
