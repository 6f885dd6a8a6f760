package gaitd.policies.gradient;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import java.util.Arrays;

/**
 * The gradient of a cell over a batch of sequences: a forward pass that stores the activations of every step, then a
 * backward pass.
 *
 * <p>Any loss of outputs and final states: run {@link #forward}, put the loss's gradient into dOutputs and dFinalState,
 * run {@link #backward}. Truncated windows: copy finalState to initialState before the next one. Sequences are
 * independent: the gradient of a batch is the sum over its sequences, up to the order of the sums.
 *
 * <p>Only constructors allocate; in float vectors an update of a small or sparse cell may leave a few kilobytes, when
 * the virtual machine does not compile all vectors away. {@link #storedActivations} is the size of the stored activations,
 * linear in the number of steps. Serves one thread; threads share a batch by taking some sequences each, with a
 * gradient array each.
 *
 * @param <A> double[] or float[]
 */
public final class SequenceGradient<A> implements BatchGradient<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final StepGradient<A> cell;
    private final int sequences;
    private final int steps;
    private final int rows;
    private final int inputBlock;
    private final int outputBlock;
    private final int stateBlock;
    private final int tapeBlock;
    private final A tape;
    private final A input;
    private final A elapsed;
    private final A entry;
    private final A next;
    private final A output;
    private final A dOutput;
    private final A dInput;
    private final A dState;
    private final A held;
    private final boolean[] ended;
    private final StepFrame<A> frame = new StepFrame<>();

    private SequenceGradient(
            final BatchKernels<A> batch,
            final StepGradient<A> cell,
            final int sequences,
            final int steps,
            final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.cell = cell;
        this.sequences = sequences;
        this.steps = steps;
        this.rows = rows;
        inputBlock = Math.multiplyExact(cell.inputs(), rows);
        outputBlock = Math.multiplyExact(cell.outputs(), rows);
        stateBlock = Math.multiplyExact(cell.states(), rows);
        tapeBlock = Math.multiplyExact(cell.tape(), rows);
        tape = kernels.allocate(Math.multiplyExact(steps, tapeBlock));
        input = kernels.allocate(Math.multiplyExact(steps, inputBlock));
        elapsed = kernels.allocate(Math.multiplyExact(steps, rows));
        entry = kernels.allocate(Math.multiplyExact(steps, stateBlock));
        next = kernels.allocate(Math.multiplyExact(steps, stateBlock));
        output = kernels.allocate(outputBlock);
        dOutput = kernels.allocate(outputBlock);
        dInput = kernels.allocate(inputBlock);
        dState = kernels.allocate(stateBlock);
        held = kernels.allocate(stateBlock);
        ended = new boolean[rows];
    }

    /**
     * By backpropagation through time: the exact gradient of what the cell computes.
     *
     * @param <A> double[] or float[]
     * @param spec the cell
     * @param batch the arithmetic, of this thread alone
     * @param sequences how many at once, 1 or more
     * @param steps most steps of a batch, 1 or more
     * @return with its memory taken
     * @throws IllegalArgumentException when a number is below 1 or the cell's solver adapts its steps
     */
    public static <A> SequenceGradient<A> backpropagation(
            final CellSpec spec, final BatchKernels<A> batch, final int sequences, final int steps) {
        final int rows = padded(batch, sequences, steps);
        return new SequenceGradient<>(batch, StepGradients.of(spec, batch, rows), sequences, steps, rows);
    }

    /**
     * By the continuous adjoint method: the gradient of the exact flow, for cells of differential equations. The
     * specification's scheme has no meaning.
     *
     * <p>State and adjoint are integrated with the classical Runge-Kutta method, the state forwards in half steps from
     * what each control step began with: no stored activations within a step, and the error of states and gradient
     * falls with the fourth power of the number of sub-steps.
     *
     * @param <A> double[] or float[]
     * @param spec the cell
     * @param batch the arithmetic, of this thread alone
     * @param sequences how many at once, 1 or more
     * @param steps most steps of a batch, 1 or more
     * @param subSteps steps of the adjoint in a control step, 1 or more
     * @return with its memory taken
     * @throws IllegalArgumentException when a number is below 1
     */
    public static <A> SequenceGradient<A> adjoint(
            final OdeSpec spec, final BatchKernels<A> batch, final int sequences, final int steps, final int subSteps) {
        if (subSteps < 1) {
            throw new IllegalArgumentException(subSteps + " sub-steps: must be at least 1");
        }
        final int rows = padded(batch, sequences, steps);
        final StepGradient<A> cell = new AdjointOdeStep<>(new OdeGradient<>(batch, spec, rows), subSteps);
        return new SequenceGradient<>(batch, cell, sequences, steps, rows);
    }

    private static int padded(final BatchKernels<?> batch, final int sequences, final int steps) {
        if (sequences < 1 || steps < 1) {
            throw new IllegalArgumentException(sequences + " sequences, " + steps + " steps: both must be at least 1");
        }
        return Math.multiplyExact((sequences - 1) / batch.quantum() + 1, batch.quantum());
    }

    @Override
    public ParameterLayout layout() {
        return cell.layout();
    }

    /** The arithmetic. */
    BatchKernels<A> batch() {
        return batch;
    }

    @Override
    public SequenceData<A> data() {
        return new SequenceData<>(kernels, sequences, steps, cell.inputs(), cell.outputs(), cell.states());
    }

    /**
     * {@inheritDoc}: steps times padded sequences times (2 states +
     * inputs + 1 + what the cell keeps).
     */
    @Override
    public long storedActivations() {
        return (long) steps * rows * (cell.tape() + 2 * cell.states() + cell.inputs() + 1);
    }

    /**
     * Floating-point operations of one step of one sequence, forwards and back, in products with weights and in synapses.
     *
     * @return a count, element-wise work left out
     */
    public long operationsPerStep() {
        return cell.operations();
    }

    @Override
    public void load(final A parameters, final int at) {
        cell.load(parameters, at);
    }

    @Override
    public void forward(final SequenceData<A> data) {
        batch.toColumns(data.initialState, 0, sequences, cell.states(), entry, 0, rows);
        for (int step = 0; step < data.steps(); step++) {
            take(data, step);
            if (step > 0) {
                kernels.copy(next, (step - 1) * stateBlock, entry, step * stateBlock, stateBlock);
            }
            for (int row = 0; row < sequences; row++) {
                if (restarts(data, step, row)) {
                    clear(entry, step * stateBlock, cell.states(), row);
                }
            }
            place(step);
            cell.forward(frame);
            for (int row = 0; row < sequences; row++) {
                if (ended[row]) {
                    move(entry, step * stateBlock, next, step * stateBlock, row);
                    clear(output, 0, cell.outputs(), row);
                }
            }
            batch.toRows(output, 0, rows, sequences, cell.outputs(), data.outputs, step * sequences * cell.outputs());
        }
        final int lastAt = (data.steps() - 1) * stateBlock;
        batch.toRows(next, lastAt, rows, sequences, cell.states(), data.finalState, 0);
    }

    /**
     * Gradients by inputs and initial states, and those by parameters, which are added to what is there.
     *
     * @param data the batch of the last {@link #forward}
     * @param gradient added to, in the order of the layout
     * @param gradientAt its first element
     */
    @Override
    public void backward(final SequenceData<A> data, final A gradient, final int gradientAt) {
        frame.gradient = gradient;
        frame.gradientAt = gradientAt;
        batch.toColumns(data.dFinalState, 0, sequences, cell.states(), dState, 0, rows);
        for (int step = data.steps() - 1; step >= 0; step--) {
            final int outputAt = step * sequences * cell.outputs();
            batch.toColumns(data.dOutputs, outputAt, sequences, cell.outputs(), dOutput, 0, rows);
            mark(data, step);
            for (int row = 0; row < sequences; row++) {
                if (ended[row]) {
                    move(dState, 0, held, 0, row);
                    clear(dState, 0, cell.states(), row);
                    clear(dOutput, 0, cell.outputs(), row);
                }
            }
            kernels.fill(dInput, 0, inputBlock, 0);
            place(step);
            cell.backward(frame);
            for (int row = 0; row < sequences; row++) {
                if (ended[row]) {
                    move(held, 0, dState, 0, row);
                } else if (restarts(data, step, row)) {
                    clear(dState, 0, cell.states(), row);
                }
            }
            batch.toRows(dInput, 0, rows, sequences, cell.inputs(), data.dInputs, step * sequences * cell.inputs());
        }
        batch.toRows(dState, 0, rows, sequences, cell.states(), data.dInitialState, 0);
    }

    private void mark(final SequenceData<A> data, final int step) {
        Arrays.fill(ended, false);
        for (int row = 0; row < sequences; row++) {
            ended[row] = step >= data.lengths[row];
        }
    }

    private boolean restarts(final SequenceData<A> data, final int step, final int row) {
        return !ended[row] && data.restarts[step * sequences + row];
    }

    private void take(final SequenceData<A> data, final int step) {
        mark(data, step);
        final int cellAt = step * sequences;
        batch.toColumns(data.inputs, cellAt * cell.inputs(), sequences, cell.inputs(), input, step * inputBlock, rows);
        kernels.copy(data.elapsed, cellAt, elapsed, step * rows, sequences);
        for (int row = 0; row < sequences; row++) {
            if (ended[row]) {
                clear(input, step * inputBlock, cell.inputs(), row);
                kernels.set(elapsed, step * rows + row, 0);
            }
        }
    }

    private void place(final int step) {
        frame.state = entry;
        frame.stateAt = step * stateBlock;
        frame.input = input;
        frame.inputAt = step * inputBlock;
        frame.elapsed = elapsed;
        frame.elapsedAt = step * rows;
        frame.next = next;
        frame.nextAt = step * stateBlock;
        frame.output = output;
        frame.outputAt = 0;
        frame.tape = tape;
        frame.tapeAt = step * tapeBlock;
        frame.dState = dState;
        frame.dStateAt = 0;
        frame.dOutput = dOutput;
        frame.dOutputAt = 0;
        frame.dInput = dInput;
        frame.dInputAt = 0;
    }

    private void clear(final A blocks, final int at, final int features, final int row) {
        for (int i = 0; i < features; i++) {
            kernels.set(blocks, at + i * rows + row, 0);
        }
    }

    private void move(final A from, final int fromAt, final A to, final int toAt, final int row) {
        for (int i = 0; i < cell.states(); i++) {
            kernels.set(to, toAt + i * rows + row, kernels.get(from, fromAt + i * rows + row));
        }
    }
}
