package gaitd.policies.cell;

/**
 * A network cell: from a state, an input and an elapsed time to a new state and an output.
 *
 * <p>A cell keeps prepared weights and scratch memory, no state: one cell serves any number of sequences, each with its own
 * state array, on one thread. Only constructors allocate.
 *
 * @param <A> double[] or float[]
 */
public interface Cell<A> extends Shaped {
    /**
     * Takes the weights, as a copy, with what is derived from them. To be called before the first step and after any change;
     * allocates nothing.
     *
     * @param parameters in the order of {@link #layout}
     * @param at its first element
     */
    void load(A parameters, int at);

    /**
     * One step. Allocates nothing, throws for no number: values that are not finite propagate to the output.
     *
     * @param state changed, {@link #states} elements
     * @param stateAt its first element
     * @param input read, {@link #inputs} elements
     * @param inputAt its first element
     * @param elapsed since the previous step, 0 or more, in the unit the weights were trained with
     * @param output written, {@link #outputs} elements; must not overlap state or input
     * @param outputAt its first element
     */
    void step(A state, int stateAt, A input, int inputAt, double elapsed, A output, int outputAt);

    /**
     * One step with all slices at 0.
     *
     * @param state changed
     * @param input read
     * @param elapsed since the previous step
     * @param output written
     */
    default void step(final A state, final A input, final double elapsed, final A output) {
        step(state, 0, input, 0, elapsed, output, 0);
    }
}
