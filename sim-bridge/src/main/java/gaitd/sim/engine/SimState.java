package gaitd.sim.engine;

/**
 * Ground truth of a simulated A1, in the order FR FL RR RL by hip, thigh, calf.
 *
 * <p>World frame z up; trunk frame x forward, y left. Overwritten in place by the engine.
 */
public final class SimState {
    /** First shape that is neither foot nor calf. */
    private static final int BODY = 8;
    /** First shape of the trunk. */
    private static final int TRUNK = 16;

    /** Simulated time since the reset, s. */
    public double timeS;
    /** Trunk origin in the world, m. */
    public final double[] basePosition = new double[3];
    /** Trunk orientation, w x y z. */
    public final double[] baseQuaternion = {1, 0, 0, 0};
    /** Velocity of the trunk origin, world axes, m/s. */
    public final double[] baseVelocity = new double[3];
    /** Angular velocity, trunk axes, rad/s. */
    public final double[] baseAngularVelocity = new double[3];
    /** Acceleration of the trunk origin over the last step, world axes, gravity included (0 at rest), m/s^2. */
    public final double[] baseAcceleration = new double[3];
    /** Joint angles, rad. */
    public final double[] q = new double[12];
    /** Joint speeds, rad/s. */
    public final double[] dq = new double[12];
    /** Joint accelerations over the last step, rad/s^2. */
    public final double[] ddq = new double[12];
    /** Torque the motors gave in the last step, damping included, N m. */
    public final double[] motorTorque = new double[12];
    /** Centre of each foot, world, 4 x 3, m. */
    public final double[] footPosition = new double[12];
    /** Force of the ground on each foot, world axes, 4 x 3, N. */
    public final double[] footForce = new double[12];
    /** Shapes the ground presses on, one bit each: bit i for shape i of {@link CollisionShape#a1()}. */
    public int touching;
    /** Whether the ground presses on anything but a foot or a calf: thigh and knee, hip or trunk. */
    public boolean bodyContact;
    /** Whether the ground presses on the trunk. */
    public boolean trunkContact;

    /**
     * Sets the shapes that touch, and the flags derived from them.
     *
     * @param shapes as {@link #touching}
     */
    public void setTouching(final int shapes) {
        touching = shapes;
        bodyContact = shapes >>> BODY != 0;
        trunkContact = shapes >>> TRUNK != 0;
    }
}
