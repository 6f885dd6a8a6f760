package gaitd.policies.cell.plan;

import gaitd.maths.Power;

/** Operations on two values. */
public enum PlanOperator {
    /** a + b. */
    ADD,
    /** a - b. */
    SUBTRACT,
    /** a b. */
    MULTIPLY,
    /** a / b. */
    DIVIDE,
    /** The smaller. */
    MIN,
    /** The greater. */
    MAX,
    /** a to the power of b. */
    POWER;

    /**
     * The operation's value.
     *
     * @param a left value
     * @param b right value
     * @return the value
     */
    public double of(final double a, final double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case POWER -> Power.of(a, b);
        };
    }
}
