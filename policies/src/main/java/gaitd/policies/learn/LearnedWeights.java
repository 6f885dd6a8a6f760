package gaitd.policies.learn;

import java.util.Arrays;

/** Which of an actor's parameters learning changes. */
public enum LearnedWeights {
    /** All. */
    ALL,
    /** Those that make outputs of the states, and what is added to them. */
    OUTPUT,
    /** What is added to the outputs. */
    BIASES;

    /**
     * Whether a network has such parameters apart.
     *
     * @param net of an actor
     * @return false where nothing would be learned
     */
    public boolean isOf(final Net net) {
        return switch (this) {
            case ALL -> true;
            case OUTPUT -> net.outputBias() != null && net.outputWeights() != null;
            case BIASES -> net.outputBias() != null;
        };
    }

    /** Marks what stays, parameters that are no network's included. */
    void freeze(final Net net, final boolean[] frozen) {
        Arrays.fill(frozen, true);
        if (this == ALL) {
            Arrays.fill(frozen, 0, net.layout().size(), false);
            return;
        }
        final int biasAt = net.outputBias().offset();
        Arrays.fill(frozen, biasAt, biasAt + net.outputs(), false);
        if (this == OUTPUT) {
            final int weightAt = net.outputWeights().offset();
            Arrays.fill(frozen, weightAt, weightAt + net.states() * net.outputs(), false);
        }
    }
}
