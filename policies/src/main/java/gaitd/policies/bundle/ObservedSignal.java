package gaitd.policies.bundle;

import java.util.Locale;

/**
 * Signals that a policy may observe, by their names in the manifest (in lower case). Legs are in the order of the
 * joints.
 */
public enum ObservedSignal {
    /** Joint angles, rad. */
    JOINT_POSITION(12),
    /** Joint angles less the default pose, rad. */
    JOINT_OFFSET(12),
    /** Joint speeds, rad/s. */
    JOINT_VELOCITY(12),
    /** 1 for a foot on the ground, else 0. */
    FOOT_CONTACT(4),
    /** Roll and pitch, rad. */
    ROLL_PITCH(2),
    /** Direction of gravity in trunk axes, unit vector. */
    GRAVITY(3),
    /** Turn rates in trunk axes, rad/s. */
    ANGULAR_VELOCITY(3),
    /** Velocity of the trunk in trunk axes, m/s. */
    LINEAR_VELOCITY(3),
    /** Acceleration of the trunk in trunk axes, m/s^2. */
    LINEAR_ACCELERATION(3),
    /** Height of the trunk over the ground, m. */
    HEIGHT(1),
    /** Rise of the ground under the feet, forward and to the left in the heading frame, m/m. */
    GROUND_SLOPE(2),
    /** Heights of the places where the feet stand or stood last, over their mean, m. */
    GROUND_HEIGHT(4),
    /** Velocity command: forward and sideways speed, m/s, and turn rate, rad/s. */
    COMMAND(3),
    /** Oscillators' amplitudes r. */
    OSCILLATOR_AMPLITUDE(4),
    /** Their rates of change, 1/s. */
    OSCILLATOR_AMPLITUDE_RATE(4),
    /** Oscillators' phases theta, rad. */
    OSCILLATOR_PHASE(4),
    /** Sines of the phases. */
    OSCILLATOR_PHASE_SIN(4),
    /** Cosines of the phases. */
    OSCILLATOR_PHASE_COS(4),
    /** Oscillators' frequencies, Hz. */
    OSCILLATOR_FREQUENCY(4),
    /** Oscillators' headings phi, rad. */
    OSCILLATOR_HEADING(4),
    /** Their rates of change, rad/s. */
    OSCILLATOR_HEADING_RATE(4),
    /** Joint offsets the policy has in force, rad. */
    RESIDUAL(12),
    /** Their rates of change, rad/s. */
    RESIDUAL_RATE(12),
    /** The network's last outputs, before scales and limits; as many as it has. */
    LAST_ACTION(0),
    /** The same after scales, offsets and limits. */
    LAST_ACTION_SCALED(0),
    /** The network's outputs of the step before the last, as {@link #LAST_ACTION}; zeros at first. */
    PREVIOUS_ACTION(0),
    /** Time since the policy began, in periods, as a fraction from 0 to 1; any number of values, each of its own phase. */
    CLOCK_PHASE(0),
    /** Sines of such clocks. */
    CLOCK_SIN(0),
    /** Cosines of such clocks. */
    CLOCK_COS(0),
    /** 1, any number of times: the scale is the value. */
    CONSTANT(0);

    /** Number of values, 0 when the action list decides it or there may be any. */
    public final int size;

    ObservedSignal(final int size) {
        this.size = size;
    }

    /**
     * Number of values in a list.
     *
     * @param actions values of the action list
     * @param given what the list says
     * @return what it has to say
     */
    public int size(final int actions, final int given) {
        return size > 0 ? size : isOfActions() ? actions : given;
    }

    private boolean isOfActions() {
        return this == LAST_ACTION || this == LAST_ACTION_SCALED || this == PREVIOUS_ACTION;
    }

    /**
     * Whether it tells the time.
     *
     * @return true for signals with a period
     */
    public boolean isClock() {
        return this == CLOCK_PHASE || this == CLOCK_SIN || this == CLOCK_COS;
    }

    /**
     * Name in the manifest.
     *
     * @return lower case with underscores
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
