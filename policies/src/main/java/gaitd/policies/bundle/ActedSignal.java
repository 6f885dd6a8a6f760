package gaitd.policies.bundle;

import java.util.Locale;

/**
 * Signals that a policy may act on, by their names in the manifest (in lower case). Legs are in the order of the
 * joints.
 */
public enum ActedSignal {
    /** Joint angles relative to the default pose, rad, in place of the gait. */
    JOINT_TARGET(12),
    /** Offsets added to the gait's joint angles, rad. */
    JOINT_OFFSET(12),
    /** Rates of change of such offsets, rad/s. */
    JOINT_OFFSET_RATE(12),
    /** Offsets added to the gait's feet in trunk axes, m. */
    FOOT_OFFSET(12),
    /** Oscillators' target amplitudes mu. */
    OSCILLATOR_AMPLITUDE(4),
    /** Oscillators' frequencies, Hz. */
    OSCILLATOR_FREQUENCY(4),
    /** Rates of change of the oscillators' headings, rad/s. */
    OSCILLATOR_HEADING_RATE(4),
    /** Added to the target amplitudes of the gait's oscillators. */
    OSCILLATOR_AMPLITUDE_OFFSET(4),
    /** Added to their frequencies, Hz. */
    OSCILLATOR_FREQUENCY_OFFSET(4),
    /** Added to their headings, rad. */
    OSCILLATOR_HEADING_OFFSET(4),
    /** Added to the height of each leg's swing, m. */
    SWING_HEIGHT_OFFSET(4),
    /** Added to the height of the trunk, m. */
    TRUNK_HEIGHT_OFFSET(1),
    /** Roll and pitch that the trunk is to lean by, rad. */
    TRUNK_TILT_OFFSET(2);

    /** Number of values. */
    public final int size;

    ActedSignal(final int size) {
        this.size = size;
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
