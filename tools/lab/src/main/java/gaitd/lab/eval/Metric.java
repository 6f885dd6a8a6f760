package gaitd.lab.eval;

import java.util.Locale;

/** What is measured of each walk. */
public enum Metric {
    /** Mean |forward velocity - asked for|, means of 10 ms, after the first second. */
    VELOCITY_MAE("m/s", "0.000"),
    /** The same to the left. */
    LATERAL_MAE("m/s", "0.000"),
    /** The same of the rate of turn. */
    YAW_RATE_MAE("rad/s", "0.000"),
    /** Mean forward velocity after the first second. */
    SPEED("m/s", "0.000"),
    /** Mean of the sum of |torque x speed| over the joints. */
    POWER_MEAN("W", "0.0"),
    /** Work over weight and way; of walks of at least 1 m. */
    COST_OF_TRANSPORT("", "0.000"),
    /** Root of the mean of squared roll rate plus squared pitch rate. */
    ROLL_PITCH_RATE_RMS("rad/s", "0.000"),
    /** Root of the mean squared angle between the trunk's up and the world's. */
    TILT_RMS("rad", "0.000"),
    /** Time of a walk that succeeded. */
    TIME("s", "0.0");

    /** Number of metrics. */
    public static final int COUNT = values().length;

    /** Unit. */
    public final String unit;
    /** Decimals in tables. */
    public final String pattern;

    Metric(final String unit, final String pattern) {
        this.unit = unit;
        this.pattern = pattern;
    }

    /**
     * Its name in reports.
     *
     * @return lower case
     */
    public String key() {
        return switch (this) {
            case POWER_MEAN -> "power_mean_w";
            case TIME -> "time_s";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
