package gaitd.policies.gradient;

import gaitd.policies.kernel.Kernels;
import java.util.Arrays;

/**
 * A batch of sequences and what is computed of it, one row a sequence, steps one behind the other; filled and read by the trainer.
 *
 * <p>Inputs, outputs and their gradients have index (step sequences + sequence) size + feature; elapsed and restarts have step sequences +
 * sequence; states have sequence states + state. All capacity is taken when made.
 *
 * @param <A> double[] or float[]
 */
public final class SequenceData<A> {
    /** Number of sequences. */
    public final int sequences;
    /** Most steps there can be. */
    public final int capacity;
    /** Given: the inputs; those behind a sequence's end are not read. */
    public final A inputs;
    /** Given: time since the step before; ones at first. */
    public final A elapsed;
    /** Given: the state is set to zero in front of this step; nothing flows back across it. */
    public final boolean[] restarts;
    /** Given: steps of each sequence that count, 0 to the steps of the batch; beyond its end a state stays as it is. */
    public final int[] lengths;
    /** Given: states in front of the first step. */
    public final A initialState;
    /** Found by the forward pass; zeros behind a sequence's end. */
    public final A outputs;
    /** Found by the forward pass: states after the last step, the initial states of the next window. */
    public final A finalState;
    /** Given to the backward pass: the gradient of the loss by the outputs; not read behind a sequence's end. */
    public final A dOutputs;
    /** Given to the backward pass: the gradient by the final state, zeros at first. */
    public final A dFinalState;
    /** Found by the backward pass: the gradient by the inputs; zeros behind a sequence's end. */
    public final A dInputs;
    /** Found by the backward pass: the gradient by the initial state. */
    public final A dInitialState;

    private int steps;

    /**
     * Zeros, ones for elapsed.
     *
     * @param kernels the arithmetic
     * @param sequences how many
     * @param steps most steps
     * @param inputSize of the cell
     * @param outputSize of the cell
     * @param stateSize of the cell
     */
    public SequenceData(
            final Kernels<A> kernels,
            final int sequences,
            final int steps,
            final int inputSize,
            final int outputSize,
            final int stateSize) {
        this.sequences = sequences;
        this.capacity = steps;
        this.steps = steps;
        final int cells = Math.multiplyExact(sequences, steps);
        final int stateCells = Math.multiplyExact(sequences, stateSize);
        inputs = kernels.allocate(Math.multiplyExact(cells, inputSize));
        elapsed = kernels.allocate(cells);
        kernels.fill(elapsed, 0, cells, 1);
        restarts = new boolean[cells];
        lengths = new int[sequences];
        Arrays.fill(lengths, steps);
        initialState = kernels.allocate(stateCells);
        outputs = kernels.allocate(Math.multiplyExact(cells, outputSize));
        finalState = kernels.allocate(stateCells);
        dOutputs = kernels.allocate(Math.multiplyExact(cells, outputSize));
        dFinalState = kernels.allocate(stateCells);
        dInputs = kernels.allocate(Math.multiplyExact(cells, inputSize));
        dInitialState = kernels.allocate(stateCells);
    }

    /**
     * Steps of this batch.
     *
     * @return 1 to the capacity
     */
    public int steps() {
        return steps;
    }

    /**
     * Makes the batch shorter or longer; all lengths become the new number of steps.
     *
     * @param count 1 to the capacity
     * @throws IllegalArgumentException when out of range
     */
    public void steps(final int count) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException(count + " steps: must be 1 to " + capacity);
        }
        steps = count;
        Arrays.fill(lengths, count);
    }
}
