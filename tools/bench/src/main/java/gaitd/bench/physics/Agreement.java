package gaitd.bench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Allowed differences of two engines, and those exceeded. */
public final class Agreement {
    /** Relative difference of accelerations in free space. */
    public static final double ACCELERATION = 1e-8;
    /** Difference of heights at rest and after a drop, m. */
    public static final double HEIGHT_M = 0.001;
    /** Difference of mean walking speeds, m/s. */
    public static final double SPEED_M_S = 0.02;
    /** Difference of the mean of the greatest tilts, degrees. */
    public static final double TILT_DEG = 1.5;
    /** Difference of mean powers, as a share. */
    public static final double POWER = 0.05;
    /** Difference of fall rates. */
    public static final double FALL_RATE = 0.1;

    private final List<String> broken = new ArrayList<>();

    /** Nothing compared. */
    public Agreement() {}

    /**
     * Compares two numbers; one that is not a number never agrees.
     *
     * @param what for messages
     * @param one a number
     * @param other another
     * @param bound greatest difference
     */
    public void check(final String what, final double one, final double other, final double bound) {
        if (!(Math.abs(one - other) <= bound)) {
            broken.add(String.format(
                    Locale.ROOT, "%s differs: %.4g and %.4g, by more than %.2g", what, one, other, bound));
        }
    }

    /**
     * Compares two walks.
     *
     * @param ground for messages
     * @param one walks of one engine
     * @param other walks of the other
     */
    public void check(final String ground, final GaitComparison one, final GaitComparison other) {
        check(ground + ": speed, m/s", one.mean(GaitTrial::speedMS), other.mean(GaitTrial::speedMS), SPEED_M_S);
        check(ground + ": tilt, deg", one.mean(GaitTrial::tiltMaxDeg), other.mean(GaitTrial::tiltMaxDeg), TILT_DEG);
        final double power = other.mean(GaitTrial::powerMeanW);
        check(ground + ": power, W", one.mean(GaitTrial::powerMeanW), power, POWER * power);
        check(ground + ": fall rate", one.fallRate(), other.fallRate(), FALL_RATE);
    }

    /**
     * Where the engines differed by more than they may.
     *
     * @return a line each, empty when they agree
     */
    public List<String> broken() {
        return List.copyOf(broken);
    }
}
