package gaitd.policies.gradient;

import gaitd.policies.cell.ParameterLayout;

/**
 * Gradient of a cell over a batch of sequences: by backpropagation through time, the adjoint method or equilibrium
 * propagation.
 *
 * <p>{@link #load}, {@link #forward}, the loss's gradient into dOutputs, {@link #backward}. Serves one thread;
 * allocates nothing after construction.
 *
 * @param <A> double[] or float[]
 */
public interface BatchGradient<A> {
    /**
     * Names and places of the parameters and their gradients, those of the cell.
     *
     * @return the layout
     */
    ParameterLayout layout();

    /**
     * Memory for a batch of this shape.
     *
     * @return of zeros
     */
    SequenceData<A> data();

    /**
     * Size of the stored activations, in numbers of the array's precision.
     *
     * @return a count
     */
    long storedActivations();

    /**
     * Takes a copy of the parameters; to be called after every change.
     *
     * @param parameters in the order of the layout
     * @param at its first element
     */
    void load(A parameters, int at);

    /**
     * Outputs and final states of a batch, with the stored activations that {@link #backward} needs.
     *
     * @param data from {@link #data} of this object or one of the same shape
     */
    void forward(SequenceData<A> data);

    /**
     * The loss's gradient by the parameters, added to what is there.
     *
     * @param data the batch of the last {@link #forward}
     * @param gradient added to, in the order of the layout
     * @param gradientAt its first element
     */
    void backward(SequenceData<A> data, A gradient, int gradientAt);
}
