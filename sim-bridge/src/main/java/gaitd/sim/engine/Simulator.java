package gaitd.sim.engine;

/**
 * A physics engine with one A1 in it: torques in, ground truth out.
 *
 * <p>Deterministic: the same calls give the same bits. After construction no method allocates. Not thread-safe.
 */
public interface Simulator extends AutoCloseable {
    /**
     * Places the robot at rest. The engine's time goes on from zero and every hidden state (warm starts) is cleared.
     *
     * @param basePositionM trunk origin in the world, 3, m
     * @param baseQuaternion trunk orientation, w x y z, 4
     * @param jointPositionRad joint angles, 12, rad
     */
    void reset(double[] basePositionM, double[] baseQuaternion, double[] jointPositionRad);

    /**
     * Replaces the robot's model, as for a new episode of training. Pose and speeds stay.
     *
     * @param model copied
     */
    void use(RobotModel model);

    /**
     * Advances by one step of {@link #timeStepS()}.
     *
     * @param torqueNm motor torques on the joints, 12, N m; already limited
     * @param dampingNmSRad motor damping to apply implicitly on top, torque -d dq, 12, N m s/rad, each 0 or more
     */
    void step(double[] torqueNm, double[] dampingNmSRad);

    /**
     * Length of a step.
     *
     * @return s
     */
    double timeStepS();

    /**
     * Ground truth after the last step or reset.
     *
     * @return the live state, overwritten by the next step
     */
    SimState state();

    /**
     * Changes the trunk's velocity at once, as a push does.
     *
     * @param velocityWorldMS velocity to add, 3, m/s
     */
    void kick(double[] velocityWorldMS);

    /**
     * Changes the trunk's angular velocity at once, as hands do. Only engines of single robots can.
     *
     * @param angularVelocityRadS to add, trunk axes, 3, rad/s
     * @throws UnsupportedOperationException by an engine of many robots
     */
    default void spin(final double[] angularVelocityRadS) {
        throw new UnsupportedOperationException("a robot of many cannot be turned by hand");
    }

    /**
     * Pulls at the trunk's origin during the next step, as straps do. Only engines of single robots can.
     *
     * @param forceWorldN force, world axes, 3, N
     * @throws UnsupportedOperationException by an engine of many robots
     */
    default void pull(final double[] forceWorldN) {
        throw new UnsupportedOperationException("a robot of many hangs in no straps");
    }

    /** Releases native memory; nothing else may be called afterwards. */
    @Override
    default void close() {}
}
