package gaitd.sim.env;

/**
 * Quantities of one policy step, from the state of the simulator; the terms of a reward are computed from them.
 *
 * <p>The heading frame has its x axis along the trunk's x projected on the ground. The order is that of the columns of
 * {@link EnvBuffers#quantity}.
 */
public enum StepQuantity {
    /** Mean forward velocity, heading frame. */
    FORWARD_VELOCITY("m/s"),
    /** Mean velocity to the left, heading frame. */
    LEFT_VELOCITY("m/s"),
    /** Mean square of the vertical velocity. */
    VERTICAL_VELOCITY_SQUARE("m^2/s^2"),
    /** Mean rate of turn about the vertical. */
    YAW_RATE("rad/s"),
    /** Mean of the squared angular velocity about the trunk's x and y. */
    ROLL_PITCH_RATE_SQUARE("rad^2/s^2"),
    /** Angle between the trunk's up and the world's at the end. */
    TILT("rad"),
    /** Mean of the sum of |torque x speed| over the joints. */
    POWER("W"),
    /** Mean of the sum of squared torques. */
    TORQUE_SQUARE("N^2 m^2"),
    /** Way that feet slid over the ground while they carried more than 1 N, summed over the feet. */
    SLIP("m"),
    /** Way along the heading at the episode's start since then. */
    DISTANCE("m"),
    /** Height of the trunk origin over the ground under it at the end. */
    HEIGHT("m"),
    /** Height of the sole of the front right foot over the ground at the end; those of the other legs follow in their order. */
    SOLE_FRONT_RIGHT("m"),
    /** That of the front left foot. */
    SOLE_FRONT_LEFT("m"),
    /** That of the rear right foot. */
    SOLE_REAR_RIGHT("m"),
    /** That of the rear left foot. */
    SOLE_REAR_LEFT("m");

    /** Number of terms. */
    public static final int COUNT = values().length;

    /** Unit of the value. */
    public final String unit;

    StepQuantity(final String unit) {
        this.unit = unit;
    }
}
