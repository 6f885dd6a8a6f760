package gaitd.sim.engine;

/**
 * Equations of motion of trunk and four legs in one state: M a + c = f over 18 velocities.
 *
 * <p>Velocities are (trunk origin's velocity in trunk axes, trunk's angular velocity in trunk axes, 12 joint speeds); the
 * first three of a are the trunk origin's acceleration, turned into trunk axes. Called by the engine once a step.
 * Allocates nothing after construction. Not thread-safe.
 */
final class ArticulatedBody {
    final Kinematics pose;
    final MassMatrix mass;
    private final NewtonEuler newtonEuler;

    ArticulatedBody(final RobotModel model) {
        this.pose = new Kinematics(model);
        this.mass = new MassMatrix(model);
        this.newtonEuler = new NewtonEuler(model);
    }

    /**
     * Computes pose, mass matrix and bias of a state.
     *
     * @param quaternion trunk to world, w x y z
     * @param angularVelocity trunk axes, rad/s
     * @param q joint angles, rad
     * @param dq joint speeds, rad/s
     */
    void update(final double[] quaternion, final double[] angularVelocity, final double[] q, final double[] dq) {
        pose.update(quaternion, q);
        mass.update(pose);
        newtonEuler.update(pose, angularVelocity, dq);
    }

    /**
     * The term c: force and moment on the trunk in trunk axes, 12 joint torques.
     *
     * @return the live array, 18
     */
    double[] bias() {
        return newtonEuler.bias;
    }
}
