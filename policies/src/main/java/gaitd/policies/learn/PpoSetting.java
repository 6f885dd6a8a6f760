package gaitd.policies.learn;

/**
 * Every number of a {@link PpoLearner} that can be set, declared once: key, default, range and meaning.
 *
 * <p>On the command line an option is the key with hyphens, as in {@code --rate-max}.
 */
public enum PpoSetting {
    /** Length of a rollout. */
    ROLLOUT("rollout", 32, 1, 4096, "policy steps of each environment in an iteration"),
    /** Length of the sequences that a rollout is cut into. */
    SEGMENT(
            "segment",
            0,
            0,
            4096,
            "policy steps of a sequence in an update, a divisor of rollout, each begun from the state that was met; 0 for a"
                    + " whole rollout"),
    /** Passes over a rollout. */
    EPOCHS("epochs", 4, 1, 1000, "passes over a rollout in an update"),
    /** Minibatches of an epoch. */
    MINIBATCHES("minibatches", 4, 1, 65_536, "groups of sequences in an epoch, with an optimiser step after each"),
    /** Shards of a minibatch. */
    SHARDS("shards", 2, 1, 256, "parts of a minibatch that are computed in parallel; decides the order of sums"),

    /** Discount. */
    GAMMA("gamma", 0.99, 0, 1, "discount of rewards a step"),
    /** Decay of the advantage estimate. */
    LAMBDA("lambda", 0.95, 0, 1, "decay of generalised advantage estimation"),
    /** Clip range of the ratio. */
    CLIP("clip", 0.2, 1e-6, Double.POSITIVE_INFINITY, "range of the probability ratio around 1; Infinity for no clip"),
    /** Clip range of values. */
    VALUE_CLIP(
            "value_clip",
            0.2,
            1e-6,
            Double.POSITIVE_INFINITY,
            "range that a value may move in during an update; Infinity for no clip"),
    /** Weight of the entropy. */
    ENTROPY("entropy", 0, 0, 10, "weight of the policy's entropy in the loss"),
    /** Weight of the action bound. */
    BOUND("bound", 0.5, 0, 1000, "weight in the loss of the squared excess of mean actions beyond -1 to 1"),

    /** Initial learning rate. */
    RATE("rate", 1e-3, 1e-12, 1e38, "learning rate at the start"),
    /** Largest learning rate. */
    RATE_MAX("rate_max", 3e-3, 1e-12, 1e38, "largest learning rate that the adaptation to kl may reach"),
    /** KL target at the start. */
    KL("kl", 0.01, 0, 10, "KL divergence an update that the learning rate adapts to; 0 for a fixed rate"),
    /** KL target at the end. */
    KL_END("kl_end", 0.01, 0, 10, "kl at the end of the training, reached linearly"),
    /** Gradient norm limit. */
    GRADIENT_MAX("gradient_max", 1, 1e-6, 1e6, "norm that the gradient of a network is clipped to"),

    /** Initial standard deviation of actions. */
    DEVIATION("deviation", 0.3, 1e-3, 1, "standard deviation of actions at the start, in shares of their range"),
    /** Least standard deviation of actions. */
    DEVIATION_MIN("deviation_min", 0.1, 1e-3, 1, "least standard deviation of actions");

    /** Name in messages and files. */
    public final String key;
    /** Value for PPO when nothing else is said. */
    public final double defaultValue;
    /** Smallest value allowed. */
    public final double min;
    /** Largest value allowed. */
    public final double max;
    /** What it does, one line. */
    public final String meaning;

    PpoSetting(final String key, final double defaultValue, final double min, final double max, final String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.min = min;
        this.max = max;
        this.meaning = meaning;
    }

    /**
     * Its option on the command line.
     *
     * @return the key with hyphens, as in {@code --rate-max}
     */
    public String option() {
        return "--" + key.replace('_', '-');
    }

    /**
     * Whether advantage actor-critic has a use for it, which does one pass over a rollout at a fixed learning rate and clips nothing.
     *
     * @return false for what belongs to PPO alone
     */
    public boolean isOfA2c() {
        return switch (this) {
            case EPOCHS, MINIBATCHES, CLIP, VALUE_CLIP, RATE_MAX, KL, KL_END -> false;
            default -> true;
        };
    }

    /**
     * Whether it counts something.
     *
     * @return true when only whole numbers are allowed
     */
    public boolean isWhole() {
        return this == ROLLOUT || this == SEGMENT || this == EPOCHS || this == MINIBATCHES || this == SHARDS;
    }
}
