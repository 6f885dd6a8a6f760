package gaitd.policies.gradient;

import gaitd.policies.cell.Shaped;

/**
 * One step of a cell for a batch, forwards and back. Keeps weights and scratch memory; serves one thread. Only
 * constructors allocate.
 *
 * @param <A> double[] or float[]
 */
interface StepGradient<A> extends Shaped {
    /** Stored activations of a step, numbers a sequence. */
    int tape();

    /** Floating-point operations of matrix products and synapses, forwards and back, for each sequence and step. */
    long operations();

    /** Takes a copy of the parameters. */
    void load(A parameters, int at);

    /** From state and input to next and output, with activations stored on the tape. */
    void forward(StepFrame<A> frame);

    /** Gradients of next and output to those of state, input and parameters. */
    void backward(StepFrame<A> frame);
}
