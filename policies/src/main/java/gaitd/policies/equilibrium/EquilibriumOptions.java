package gaitd.policies.equilibrium;

/**
 * Options of an {@link EquilibriumGradient}. The free phase is the cell's own: as many solver steps as its
 * specification says.
 *
 * @param beta strength of the nudge, above 0; small against what bends the gate, large against rounding and noise
 * @param nudgedSteps solver steps of each of the two nudged phases, 1 or more
 * @param stepSize of a nudged step, in the time constants' unit, above 0; smaller is more damped
 * @param residual a phase ends once no state of its block moves by more in a step, 0 or more; 0 never ends one early,
 *     so that the deployed cell computes the same
 * @param scaled whether forces are scaled so that the largest of a batch is 1, and the gradient back
 */
public record EquilibriumOptions(double beta, int nudgedSteps, double stepSize, double residual, boolean scaled) {
    /** Suits liquid and layered cells with moderate feedback: beta 0.1, 10 nudged steps of size 2, scaled forces. */
    public static final EquilibriumOptions STANDARD = new EquilibriumOptions(0.1, 10, 2, 0, true);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public EquilibriumOptions {
        if (!(beta > 0) || !(stepSize > 0) || !Double.isFinite(beta) || !Double.isFinite(stepSize)) {
            throw new IllegalArgumentException(
                    "beta " + beta + ", step size " + stepSize + ": both must be above 0 and finite");
        }
        if (nudgedSteps < 1) {
            throw new IllegalArgumentException(nudgedSteps + " nudged steps: must be at least 1");
        }
        if (!(residual >= 0)) {
            throw new IllegalArgumentException("residual " + residual + ": must be 0 or more");
        }
    }

    /**
     * With another strength of the nudge.
     *
     * @param strength above 0
     * @return a copy
     */
    public EquilibriumOptions withBeta(final double strength) {
        return new EquilibriumOptions(strength, nudgedSteps, stepSize, residual, scaled);
    }

    /**
     * With another length and size of the nudged phases' steps.
     *
     * @param steps 1 or more
     * @param size above 0
     * @return a copy
     */
    public EquilibriumOptions withNudgedSteps(final int steps, final double size) {
        return new EquilibriumOptions(beta, steps, size, residual, scaled);
    }

    /**
     * With another end of the phases.
     *
     * @param most movement of a state in the last step, 0 to make every step
     * @return a copy
     */
    public EquilibriumOptions withResidual(final double most) {
        return new EquilibriumOptions(beta, nudgedSteps, stepSize, most, scaled);
    }
}
