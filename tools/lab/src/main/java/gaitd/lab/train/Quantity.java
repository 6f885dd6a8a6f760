package gaitd.lab.train;

import java.util.List;

/**
 * What curves of trainings can show: a column of their tables, or all terms of the reward of one training.
 *
 * @param column of the table; {@link #TERMS} for all terms
 * @param title of a picture
 * @param label of the axis of values
 */
public record Quantity(String column, String title, String label) {
    /** Every term of the reward. */
    public static final String TERMS = "terms";

    /** What every training has, in the order of its table. */
    private static final List<Quantity> COMMON = List.of(
            new Quantity("reward", "Sum of rewards, mean of 100 episodes", "reward"),
            new Quantity("length_steps", "Length of episodes, mean of 100", "policy steps"),
            new Quantity("success", "Share of successes among 100 episodes", "success"),
            new Quantity("kl", "KL divergence of the policy from that of the rollout", "KL, nats"),
            new Quantity("rate", "Learning rate", "step size"),
            new Quantity("deviation", "Standard deviation of actions", "share of their range"),
            new Quantity("value_error", "Mean squared error of the critic", "scaled rewards squared"),
            new Quantity("clipped", "Samples beyond the clip", "share"),
            new Quantity("steps_per_s", "Training speed", "policy steps a second"));

    /**
     * Finds a quantity.
     *
     * @param name of a column, or of a term of the reward without what its column's name begins with
     * @return the quantity; a term's when it is none that every training has
     */
    public static Quantity of(final String name) {
        if (name.equals(TERMS)) {
            return new Quantity(TERMS, "Terms of the reward, mean sums of 100 episodes", "reward");
        }
        for (final Quantity each : COMMON) {
            if (each.column.equals(name) || each.column.equals(name + "_steps")) {
                return each;
            }
        }
        final String term = name.startsWith(CurveTable.TERM) ? name.substring(CurveTable.TERM.length()) : name;
        return new Quantity(
                CurveTable.TERM + term, "Reward by " + term.replace('_', ' ') + ", mean sum of 100 episodes", "reward");
    }
}
