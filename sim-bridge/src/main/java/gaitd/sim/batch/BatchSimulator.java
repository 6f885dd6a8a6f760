package gaitd.sim.batch;

import gaitd.sim.engine.RobotModel;

/**
 * Many A1s, each alone on its ground, stepped together: torques in, ground truth out.
 *
 * <p>A robot's numbers do not depend on its neighbours, its place, the size of the batch or the number of workers, and are
 * those of {@link gaitd.sim.engine.EmbeddedSimulator} under the same calls (zeros may differ in sign). Stepping allocates
 * nothing. Calls other than those of workers are for one thread while no worker steps.
 */
public interface BatchSimulator {
    /**
     * Where each robot's numbers are in every array of this batch, those of the caller included.
     *
     * @return the layout
     */
    BatchLayout layout();

    /**
     * Length of a step.
     *
     * @return s
     */
    double timeStepS();

    /**
     * Ground truth after the last step or reset.
     *
     * @return the live state
     */
    BatchState state();

    /**
     * Places a robot at rest; its time goes on from zero.
     *
     * @param robot robot index
     * @param basePositionM trunk origin in the world, 3, m
     * @param baseQuaternion trunk orientation, w x y z, 4
     * @param jointPositionRad joint angles, 12, rad
     * @throws IndexOutOfBoundsException when there is no such robot
     */
    void reset(int robot, double[] basePositionM, double[] baseQuaternion, double[] jointPositionRad);

    /**
     * Replaces a robot's model. Pose and speeds stay.
     *
     * @param robot robot index
     * @param model copied
     * @throws IndexOutOfBoundsException when there is no such robot
     */
    void use(int robot, RobotModel model);

    /**
     * Changes the velocity of a robot's trunk at once, as a push does.
     *
     * @param robot robot index
     * @param velocityWorldMS velocity to add, 3, m/s
     * @throws IndexOutOfBoundsException when there is no such robot
     */
    void kick(int robot, double[] velocityWorldMS);

    /**
     * Advances all robots by one step on the calling thread.
     *
     * @param torqueNm as {@link BatchWorker#step}
     * @param dampingNmSRad as {@link BatchWorker#step}
     */
    void step(double[] torqueNm, double[] dampingNmSRad);

    /**
     * Makes another worker, for a thread that is to step some of the groups. Allocates.
     *
     * @return a new worker
     */
    BatchWorker worker();

    /**
     * Writes the whole state of a robot, as {@link gaitd.sim.engine.EmbeddedSimulator#saveTo} does.
     *
     * @param robot robot index
     * @param to at least {@link gaitd.sim.engine.EmbeddedSimulator#savedLength()} long
     * @throws IndexOutOfBoundsException when there is no such robot
     */
    void saveTo(int robot, double[] to);

    /**
     * Takes a robot back to a saved state, also one of another batch or a single engine: what follows is the same.
     *
     * @param robot robot index
     * @param from what {@link #saveTo} wrote
     * @throws IndexOutOfBoundsException when there is no such robot
     */
    void restoreFrom(int robot, double[] from);
}
