package gaitd.bench.estimator;

import gaitd.hal.A1;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Quantities of a recording: the names of their columns, their unit, what a sensor can give, and whether they must be there.
 *
 * <p>The order of columns in a file is free, and columns of other names are passed over.
 */
enum Column {
    /** Angular velocity, trunk axes. */
    GYRO(true, 35, "rad/s", names("gyro_", "x", "y", "z")),
    /** Specific force, trunk axes. */
    ACCELEROMETER(true, 160, "m/s^2", names("acc_", "x", "y", "z")),
    /** Joint angles. */
    Q(true, 6.3, "rad", joints("q_")),
    /** Joint speeds. */
    DQ(true, 60, "rad/s", joints("dq_")),
    /** Contact of each foot, 0 or 1. */
    CONTACT(false, 1, "(0 or 1)", legs("contact_")),
    /** Counts of each foot's sensor. */
    FOOT(false, 32_768, "counts", legs("foot_")),
    /** Joint torques. */
    TORQUE(false, 100, "N m", joints("tau_")),
    /** True roll, pitch and yaw, Z-Y-X; yaw may go on over a turn. */
    TRUE_RPY(true, 1000, "rad", names("true_", "roll", "pitch", "yaw")),
    /** True place of the marker. */
    TRUE_XYZ(true, 10_000, "m", names("true_", "x", "y", "z"));

    /** Column of the times, s. */
    static final String TIME = "t_s";

    /** Whether a recording cannot be used without it. */
    final boolean needed;
    /** Greatest absolute value. */
    final double max;
    /** Unit, for messages. */
    final String unit;
    /** Names of its columns; not modified. */
    @SuppressWarnings("ImmutableEnumChecker")
    final String[] parts;

    Column(final boolean needed, final double max, final String unit, final String... parts) {
        this.needed = needed;
        this.max = max;
        this.unit = unit;
        this.parts = parts;
    }

    private static String[] names(final String prefix, final String... ends) {
        return Arrays.stream(ends).map(end -> prefix + end).toArray(String[]::new);
    }

    private static String[] joints(final String prefix) {
        return IntStream.range(0, A1.JOINTS)
                .mapToObj(j -> prefix + A1.jointName(j))
                .toArray(String[]::new);
    }

    private static String[] legs(final String prefix) {
        return names(prefix, "FR", "FL", "RR", "RL");
    }
}
