package gaitd.policies.bundle;

/** A network with its state, made from a bundle. Called by one thread; a step allocates nothing. */
public interface PolicyCell {
    /** Sets the state to zero. */
    void reset();

    /**
     * One step.
     *
     * @param input the network's input
     * @param elapsed time since the last step, in the unit the cell was trained with
     * @param output written with the network's output
     */
    void step(float[] input, double elapsed, float[] output);

    /**
     * How many numbers {@link #hidden} writes.
     *
     * @return 0 for a network without hidden values
     */
    default int hiddenSize() {
        return 0;
    }

    /**
     * Reads the network's state after a step: layer by layer the state of one with memory (memory cells behind it), the
     * output of one without; the last layer only when it has memory. For pictures and tests; allocates nothing.
     *
     * @param values written, {@link #hiddenSize} of them
     */
    default void hidden(final float[] values) {
        // nothing is kept
    }

    /**
     * How many numbers {@link #load} reads.
     *
     * @return 0 for a network whose weights cannot be changed
     */
    default int weightCount() {
        return 0;
    }

    /**
     * Takes other weights, with what is derived from them; the state stays. Allocates nothing.
     *
     * @param weights {@link #weightCount} of them, stage by stage in the order of each cell's layout, as {@link Networks#weights}
     */
    default void load(final float[] weights) {
        // nothing is taken
    }
}
