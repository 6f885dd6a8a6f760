package gaitd.policies.learn;

import java.util.Arrays;

/** A checked set of values for every {@link PpoSetting}. Immutable. */
public final class PpoSettings {
    /** Normalised observations are clipped to this; whoever runs a trained network has to clip them as well. */
    public static final float OBSERVATION_MAX = 10;

    private final double[] values;
    private final boolean twoSidedClip;

    private PpoSettings(final Builder builder) {
        values = builder.values.clone();
        twoSidedClip = builder.twoSidedClip;
    }

    /**
     * Proximal policy optimisation (Schulman et al., 2017).
     *
     * @return all settings at their defaults
     */
    public static Builder ppo() {
        return new Builder();
    }

    /**
     * Advantage actor-critic (Mnih et al., 2016): short rollouts, one epoch, nothing clipped, a fixed learning rate.
     *
     * @return PPO's settings but for these
     */
    public static Builder a2c() {
        return new Builder()
                .set(PpoSetting.ROLLOUT, 8)
                .set(PpoSetting.EPOCHS, 1)
                .set(PpoSetting.MINIBATCHES, 1)
                .set(PpoSetting.CLIP, Double.POSITIVE_INFINITY)
                .set(PpoSetting.VALUE_CLIP, Double.POSITIVE_INFINITY)
                .set(PpoSetting.KL, 0);
    }

    /**
     * One value.
     *
     * @param setting which
     * @return within its range
     */
    public double get(final PpoSetting setting) {
        return values[setting.ordinal()];
    }

    /**
     * One value that counts something.
     *
     * @param setting one that {@link PpoSetting#isWhole}
     * @return within its range
     */
    public int count(final PpoSetting setting) {
        return (int) get(setting);
    }

    /**
     * Sequences that a rollout of one environment is cut into.
     *
     * @return at least 1
     */
    public int segments() {
        final int each = count(PpoSetting.SEGMENT);
        return each == 0 ? 1 : count(PpoSetting.ROLLOUT) / each;
    }

    /**
     * Whether the probability ratio is clipped on both sides in the gradient, also where PPO lets it grow; equilibrium propagation
     * needs output gradients of limited size.
     *
     * @return false for PPO as published
     */
    public boolean twoSidedClip() {
        return twoSidedClip;
    }

    /** Collects values. */
    public static final class Builder {
        private final double[] values = new double[PpoSetting.values().length];
        private final boolean[] given = new boolean[values.length];
        private boolean twoSidedClip;

        private Builder() {
            Arrays.setAll(values, i -> PpoSetting.values()[i].defaultValue);
        }

        /**
         * Sets a value.
         *
         * @param setting which
         * @param value within its range
         * @return this
         * @throws IllegalArgumentException in one line when it is outside
         */
        public Builder set(final PpoSetting setting, final double value) {
            if (!(value >= setting.min && value <= setting.max) || (setting.isWhole() && value != Math.rint(value))) {
                throw new IllegalArgumentException("%s = %s is out of range: expected %s%s to %s (%s)"
                        .formatted(
                                setting.option(),
                                plain(value),
                                setting.isWhole() ? "a whole number from " : "",
                                plain(setting.min),
                                plain(setting.max),
                                setting.meaning));
            }
            values[setting.ordinal()] = value;
            given[setting.ordinal()] = true;
            return this;
        }

        /**
         * Chooses how the probability ratio is clipped.
         *
         * @param both see {@link PpoSettings#twoSidedClip}
         * @return this
         */
        public Builder twoSidedClip(final boolean both) {
            twoSidedClip = both;
            return this;
        }

        /**
         * Checks the values against each other.
         *
         * @return the settings; {@code kl_end} is {@code kl} unless given, {@code deviation_min} at most {@code deviation}
         * @throws IllegalArgumentException in one line when two contradict each other
         */
        public PpoSettings build() {
            follow(PpoSetting.KL_END, get(PpoSetting.KL));
            follow(
                    PpoSetting.DEVIATION_MIN,
                    Math.min(PpoSetting.DEVIATION_MIN.defaultValue, get(PpoSetting.DEVIATION)));
            atMost(PpoSetting.KL_END, PpoSetting.KL);
            atMost(PpoSetting.DEVIATION_MIN, PpoSetting.DEVIATION);
            if (get(PpoSetting.KL) > 0 || given[PpoSetting.RATE_MAX.ordinal()]) {
                atMost(PpoSetting.RATE, PpoSetting.RATE_MAX);
            }
            final double segment = get(PpoSetting.SEGMENT);
            if (segment > 0 && get(PpoSetting.ROLLOUT) % segment != 0) {
                throw new IllegalArgumentException(
                        "%s %s is not divided by %s %s: choose a divisor, or 0 for whole rollouts"
                                .formatted(
                                        PpoSetting.ROLLOUT.option(),
                                        plain(get(PpoSetting.ROLLOUT)),
                                        PpoSetting.SEGMENT.option(),
                                        plain(segment)));
            }
            return new PpoSettings(this);
        }

        private double get(final PpoSetting setting) {
            return values[setting.ordinal()];
        }

        private void follow(final PpoSetting setting, final double value) {
            if (!given[setting.ordinal()]) {
                values[setting.ordinal()] = value;
            }
        }

        private void atMost(final PpoSetting small, final PpoSetting large) {
            if (get(small) > get(large)) {
                throw new IllegalArgumentException("%s %s exceeds %s %s: lower %s or raise %s"
                        .formatted(
                                small.option(),
                                plain(get(small)),
                                large.option(),
                                plain(get(large)),
                                small.option(),
                                large.option()));
            }
        }

        private static String plain(final double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e9
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }
}
