package gaitd.bench.ep;

/**
 * One way to nudge.
 *
 * @param rule where the push comes from
 * @param beta its strength, above 0
 * @param steps solver steps of a phase
 * @param noise deviation of what is added to every state in every step
 */
public record Nudge(Rule rule, double beta, int steps, double noise) {
    /** Where the push comes from. */
    public enum Rule {
        /** D F, both signs: the rule that is right. */
        PROPER,
        /** F without the factor D, both signs. */
        PLAIN,
        /** D F, one sign only, against the free state. */
        ONE_SIGN
    }

    /**
     * Cross-checks.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public Nudge {
        if (!(beta > 0) || steps < 1 || !(noise >= 0)) {
            throw new IllegalArgumentException("beta " + beta + ", " + steps + " steps, noise " + noise
                    + ": must be above 0, at least 1, and 0 or more");
        }
    }

    /**
     * Without noise, until it has settled.
     *
     * @param rule where the push comes from
     * @param beta its strength
     * @return 400 steps
     */
    public static Nudge of(final Rule rule, final double beta) {
        return new Nudge(rule, beta, 400, 0);
    }
}
