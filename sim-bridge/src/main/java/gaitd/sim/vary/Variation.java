package gaitd.sim.vary;

import gaitd.hal.A1;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One robot as drawn: a number, or a few, for every {@link RangeSetting}.
 *
 * <p>Evenly within the range. A number depends on the seed, the key and its index alone, so another quantity that varies, or a
 * new one, shifts none. Drawn before each episode; only {@link #list()} allocates after construction. Not thread-safe.
 */
public final class Variation {
    private static final RangeSetting[] SETTINGS = RangeSetting.values();
    private static final long ONE_MOTOR = "one motor".hashCode();
    private static final String[] AXES = {"x", "y", "z"};
    private static final String[] LEGS = {"FR", "FL", "RR", "RL"};

    private final double[][] values = new double[SETTINGS.length][];
    /** Where in its range each number was drawn, 0 to 1. */
    private final double[][] shares = new double[SETTINGS.length][];

    private final long[] purpose = new long[SETTINGS.length];
    private int oneMotor;
    private final RandomStream random = new RandomStream(0);

    /** The nominal robot. */
    public Variation() {
        for (int i = 0; i < SETTINGS.length; i++) {
            values[i] = new double[SETTINGS[i].count];
            Arrays.fill(values[i], SETTINGS[i].neutral);
            shares[i] = new double[SETTINGS[i].count];
            Arrays.fill(shares[i], 0.5);
            purpose[i] = SETTINGS[i].key.hashCode();
        }
    }

    /**
     * Draws every number.
     *
     * @param ranges what to draw from
     * @param seed decides every number
     */
    public void draw(final Config ranges, final long seed) {
        for (int i = 0; i < SETTINGS.length; i++) {
            final double low = ranges.low(SETTINGS[i]);
            final double high = ranges.high(SETTINGS[i]);
            random.reseed(RandomStream.seed(seed, purpose[i]));
            final double[] drawn = values[i];
            for (int k = 0; k < drawn.length; k++) {
                shares[i][k] = random.nextDouble();
                drawn[k] = Math.min(high, low + (high - low) * shares[i][k]);
            }
        }
        random.reseed(RandomStream.seed(seed, ONE_MOTOR));
        oneMotor = (int) (random.nextDouble() * A1.JOINTS);
    }

    /**
     * The joint whose motor {@link RangeSetting#ONE_MOTOR_STRENGTH} is about.
     *
     * @return its index, any with the same chance
     */
    public int oneMotor() {
        return oneMotor;
    }

    /**
     * The first number of a quantity.
     *
     * @param which the quantity
     * @return in its unit
     */
    public double get(final RangeSetting which) {
        return values[which.ordinal()][0];
    }

    /**
     * One of several numbers.
     *
     * @param which the quantity
     * @param index joint, leg, axis or link
     * @return in its unit
     */
    public double get(final RangeSetting which, final int index) {
        return values[which.ordinal()][index];
    }

    /**
     * Sets one of several numbers, in place of what was drawn.
     *
     * @param which the quantity
     * @param index joint, leg, axis or link
     * @param value in its unit
     * @throws IllegalArgumentException when it is out of what is allowed
     */
    public void set(final RangeSetting which, final int index, final double value) {
        if (!(value >= which.min && value <= which.max)) {
            throw new IllegalArgumentException(which.key + " = " + value + " is out of range: expected " + which.min
                    + " to " + which.max + " " + which.unit);
        }
        values[which.ordinal()][index] = value;
    }

    /**
     * Moves one of several numbers from the range that it was drawn from into another one.
     *
     * @param which the quantity
     * @param index joint, leg, axis or link
     * @param low least value
     * @param high greatest value; where both are the same, the number becomes that
     * @throws IllegalArgumentException when it is out of what is allowed
     */
    public void move(final RangeSetting which, final int index, final double low, final double high) {
        set(which, index, Math.min(high, low + (high - low) * shares[which.ordinal()][index]));
    }

    void copy(final RangeSetting which, final double[] to) {
        System.arraycopy(values[which.ordinal()], 0, to, 0, to.length);
    }

    /**
     * Every number that is not that of the nominal robot; for reports, allocates.
     *
     * @return in the order of the settings
     */
    public List<Drawn> list() {
        final List<Drawn> all = new ArrayList<>();
        for (int i = 0; i < SETTINGS.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                if (values[i][k] != SETTINGS[i].neutral) {
                    final String part = SETTINGS[i] == RangeSetting.ONE_MOTOR_STRENGTH
                            ? part(A1.JOINTS, oneMotor)
                            : part(SETTINGS[i].count, k);
                    all.add(new Drawn(SETTINGS[i].key + part, values[i][k], SETTINGS[i].unit));
                }
            }
        }
        return all;
    }

    private static String part(final int count, final int index) {
        return switch (count) {
            case 1 -> "";
            case 3 -> "." + AXES[index];
            case A1.LEGS -> "." + LEGS[index];
            case A1.JOINTS -> "." + A1.jointName(index);
            default -> "." + (index == 0 ? "trunk" : A1.jointName(index - 1));
        };
    }
}
