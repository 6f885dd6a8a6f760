package gaitd.sim.env;

import gaitd.sim.engine.Simulator;

/**
 * The physics of a few robots that are stepped together by one thread at a time.
 *
 * <p>Each robot has a view of its own for everything but stepping. Deterministic: a robot's bits depend on its own calls
 * only. After construction no method allocates.
 */
public interface GroupPhysics {
    /**
     * One robot's engine.
     *
     * @param robot index in the group
     * @return placed, read and pushed through this; stepped through {@link #step} only
     */
    Simulator robot(int robot);

    /**
     * Advances every robot by one step.
     *
     * @param torqueNm motor torques of each robot, 12 each, N m
     * @param dampingNmSRad motor damping of each robot, 12 each, N m s/rad
     */
    void step(double[][] torqueNm, double[][] dampingNmSRad);
}
