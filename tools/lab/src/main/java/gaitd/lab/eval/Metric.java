package gaitd.lab.eval;

import java.util.Locale;

/** Figures of a walk in the tables of an evaluation, as {@link gaitd.sim.measure.WalkFigures} defines them. */
public enum Metric {
    /** Reward of a task a second, without the terms of the learner's actions. */
    REWARD("1/s", "0.000"),
    /** Error of the forward velocity. */
    VELOCITY_MAE("m/s", "0.000"),
    /** Error of the velocity to the left. */
    LATERAL_MAE("m/s", "0.000"),
    /** Error of the rate of turn. */
    YAW_RATE_MAE("rad/s", "0.000"),
    /** Mean forward velocity. */
    SPEED("m/s", "0.000"),
    /** Mean power of the joints. */
    POWER_MEAN("W", "0.0"),
    /** Cost of transport. */
    COST_OF_TRANSPORT("", "0.000"),
    /** Sway: roll and pitch rates. */
    ROLL_PITCH_RATE_RMS("rad/s", "0.000"),
    /** Tilt. */
    TILT_RMS("rad", "0.000"),
    /** Sliding of feet that carry. */
    SLIP("m/s", "0.000"),
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
            case REWARD -> "reward_1_s";
            case POWER_MEAN -> "power_mean_w";
            case SLIP -> "slip_m_s";
            case TIME -> "time_s";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
