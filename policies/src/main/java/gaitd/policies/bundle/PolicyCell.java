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
}
