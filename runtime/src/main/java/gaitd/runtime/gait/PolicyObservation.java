package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.estimate.BodyEstimate;

/**
 * What a policy may see: the robot's own sensors, the oscillators, the command and its own last action, as one row of
 * floats in SI units.
 *
 * <p>Legs FR FL RR RL, joints hip thigh calf of each. Nothing here is known to a simulator only. Written after the estimate
 * and before the walk of the same tick, on the robot and in training alike. Pure function; allocates nothing.
 */
public final class PolicyObservation {
    /** Joint angles, 12, rad. */
    public static final int Q = 0;
    /** Joint speeds, 12, rad/s. */
    public static final int DQ = 12;
    /** World's up in trunk axes, 3. */
    public static final int UP = 24;
    /** Angular velocity, trunk axes, 3, rad/s. */
    public static final int GYRO = 27;
    /** Specific force, trunk axes, 3, m/s^2. */
    public static final int ACCELEROMETER = 30;
    /** Contact of each foot as estimated, 4, 0 or 1. */
    public static final int CONTACT = 33;
    /** Oscillators' amplitudes, 4. */
    public static final int AMPLITUDE = 37;
    /** Rates of the amplitudes, 4, 1/s. */
    public static final int AMPLITUDE_RATE = 41;
    /** Sines of the oscillators' phases, 4. */
    public static final int PHASE_SIN = 45;
    /** Cosines of the oscillators' phases, 4. */
    public static final int PHASE_COS = 49;
    /** Rates of the phases, 4, rad/s. */
    public static final int PHASE_RATE = 53;
    /** Directions of the strides, 4, rad. */
    public static final int DIRECTION = 57;
    /** Rates of the directions, 4, rad/s. */
    public static final int DIRECTION_RATE = 61;
    /** Velocity command in force: forward and left, m/s, and yaw rate, rad/s. */
    public static final int COMMAND = 65;
    /** Estimated velocity, heading frame, 3, m/s. */
    public static final int VELOCITY = 68;
    /** The last action, see {@link PolicyInput#take}. */
    public static final int LAST_ACTION = 71;
    /** Length of a row. */
    public static final int LENGTH = LAST_ACTION + PolicyInput.ACTIONS;

    private PolicyObservation() {}

    /**
     * Writes a row but for the last action, which whoever acted copies.
     *
     * @param sensed the newest reading
     * @param estimate what was made of it
     * @param target velocity in force
     * @param oscillators of the walk
     * @param out rows
     * @param at where the row begins
     */
    public static void write(
            final Sensed sensed,
            final BodyEstimate estimate,
            final VelocityTarget target,
            final HopfOscillators oscillators,
            final float[] out,
            final int at) {
        copy(sensed.q, A1.JOINTS, out, at + Q);
        copy(sensed.dq, A1.JOINTS, out, at + DQ);
        for (int i = 0; i < 3; i++) {
            out[at + UP + i] = (float) estimate.rotation[6 + i];
        }
        copy(sensed.gyro, 3, out, at + GYRO);
        copy(sensed.accelerometer, 3, out, at + ACCELEROMETER);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out[at + CONTACT + leg] = estimate.contact[leg] ? 1 : 0;
            out[at + PHASE_SIN + leg] = (float) Math.sin(oscillators.theta[leg]);
            out[at + PHASE_COS + leg] = (float) Math.cos(oscillators.theta[leg]);
        }
        copy(oscillators.r, A1.LEGS, out, at + AMPLITUDE);
        copy(oscillators.rDot, A1.LEGS, out, at + AMPLITUDE_RATE);
        copy(oscillators.thetaDot, A1.LEGS, out, at + PHASE_RATE);
        copy(oscillators.phi, A1.LEGS, out, at + DIRECTION);
        copy(oscillators.phiDot, A1.LEGS, out, at + DIRECTION_RATE);
        out[at + COMMAND] = (float) target.vx();
        out[at + COMMAND + 1] = (float) target.vy();
        out[at + COMMAND + 2] = (float) target.yawRate();
        copy(estimate.velocityHeading, 3, out, at + VELOCITY);
    }

    private static void copy(final double[] from, final int length, final float[] out, final int at) {
        for (int i = 0; i < length; i++) {
            out[at + i] = (float) from[i];
        }
    }
}
