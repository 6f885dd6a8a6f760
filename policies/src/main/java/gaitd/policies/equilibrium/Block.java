package gaitd.policies.equilibrium;

import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.Kernels;

/** Samples that relax together, one column each; columns behind the last are zeros. */
final class Block<A> {
    final A x;
    int rows;

    private final Network<A> network;
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final int neurons;
    private final A input;
    private final A h;
    private final A drive;
    private final A f;
    private final A open;
    private final A before;
    private final A force;
    private final A push;
    private final A plus;
    private final A minus;
    private final A output;
    private final boolean[] ended;
    private int count;

    Block(final Network<A> network, final int most, final boolean remembers) {
        this.network = network;
        this.batch = network.batch;
        this.kernels = network.kernels;
        this.neurons = network.neurons;
        final int size = Math.multiplyExact(neurons, most);
        final int wide = Math.multiplyExact(network.inner.width(), most);
        final int read = Math.multiplyExact(network.readout.width(), most);
        x = kernels.allocate(size);
        input = kernels.allocate(Math.multiplyExact(network.inputs, most));
        h = kernels.allocate(most);
        drive = kernels.allocate(size);
        f = kernels.allocate(size);
        open = kernels.allocate(size);
        before = kernels.allocate(remembers ? size : 0);
        force = kernels.allocate(size);
        push = kernels.allocate(size);
        plus = kernels.allocate(wide);
        minus = kernels.allocate(Math.max(wide, read));
        output = kernels.allocate(read);
        ended = new boolean[most];
    }

    /** How many samples there are, and columns. */
    void begin(final int samples, final int columns) {
        count = samples;
        rows = columns;
        kernels.fill(x, 0, neurons * rows, 0);
        kernels.fill(input, 0, network.inputs * rows, 0);
        kernels.fill(h, 0, rows, 0);
        kernels.fill(output, 0, network.readout.width() * rows, 0);
    }

    /** States from rows. */
    void enter(final A states, final int at) {
        batch.toColumns(states, at, count, neurons, x, 0, rows);
    }

    /** Loads inputs, step sizes, ends and restarts of one step of sequences. */
    void take(final SequenceData<A> data, final int step, final int first) {
        final int sample = step * data.sequences + first;
        takeInputs(data, sample);
        kernels.fill(h, 0, count, 0);
        kernels.addScaled(1.0 / network.spec.subSteps(), data.elapsed, sample, h, 0, count);
        for (int row = 0; row < count; row++) {
            if (ended[row]) {
                kernels.set(h, row, 0);
            } else if (data.restarts[sample + row]) {
                clear(x, neurons, row);
            }
        }
    }

    /** Drives of samples in their order, and which of them are behind the end of their sequence. */
    void takeInputs(final SequenceData<A> data, final int sample) {
        batch.toColumns(data.inputs, sample * network.inputs, count, network.inputs, input, 0, rows);
        mark(data, sample);
        for (int row = 0; row < count; row++) {
            if (ended[row]) {
                clear(input, network.inputs, row);
            }
        }
        network.drive(input, drive, rows);
    }

    private void mark(final SequenceData<A> data, final int sample) {
        int step = sample / data.sequences;
        int sequence = sample % data.sequences;
        for (int row = 0; row < count; row++) {
            ended[row] = step >= data.lengths[sequence];
            sequence++;
            if (sequence == data.sequences) {
                sequence = 0;
                step++;
            }
        }
    }

    /** The free phase. */
    void settle(final double residual) {
        boolean moves = true;
        for (int step = 0; step < network.spec.subSteps() && moves; step++) {
            remember(residual, x);
            network.gates(drive, x, f, rows);
            network.phases.free(network.constants, h, f, x, rows);
            moves = moves(residual, x);
        }
    }

    private void remember(final double residual, final A states) {
        if (residual > 0) {
            kernels.copy(states, 0, before, 0, neurons * rows);
        }
    }

    private boolean moves(final double residual, final A states) {
        return residual == 0 || network.phases.distance(states, before, neurons * rows) > residual;
    }

    /** Outputs of a step, and the states it reached. */
    void give(final SequenceData<A> data, final int sample, final A settled) {
        network.read(x, output, rows);
        for (int row = 0; row < count; row++) {
            if (ended[row]) {
                clear(output, network.outputs, row);
            }
        }
        batch.toRows(output, 0, rows, count, network.outputs, data.outputs, sample * network.outputs);
        batch.toRows(x, 0, rows, count, neurons, settled, sample * neurons);
    }

    /** The outputs' gradients and the states'; none behind the end of a sequence. */
    void takeForces(final SequenceData<A> data, final int sample) {
        batch.toColumns(data.dOutputs, sample * network.outputs, count, network.outputs, output, 0, rows);
        mark(data, sample);
        for (int row = 0; row < count; row++) {
            if (ended[row]) {
                clear(output, network.outputs, row);
            }
        }
        kernels.fill(force, 0, neurons * rows, 0);
        network.readout.addBack(output, force, rows);
    }

    double largestForce() {
        kernels.fill(push, 0, neurons * rows, 0);
        return network.phases.distance(force, push, neurons * rows);
    }

    /** Both nudged phases: plus becomes delta. */
    void nudge(final EquilibriumOptions options, final double beta) {
        network.gates(drive, x, open, rows);
        network.phases.push(network.constants, open, x, force, push, rows);
        relax(options, beta, plus);
        relax(options, -beta, minus);
        network.phases.difference(plus, minus, 0.5 / beta, neurons * rows);
    }

    private void relax(final EquilibriumOptions options, final double beta, final A states) {
        kernels.copy(x, 0, states, 0, neurons * rows);
        boolean moves = true;
        for (int step = 0; step < options.nudgedSteps() && moves; step++) {
            remember(options.residual(), states);
            network.gates(drive, states, f, rows);
            network.phases.nudged(network.constants, options.stepSize(), beta, f, push, states, rows);
            moves = moves(options.residual(), states);
        }
    }

    /** Adds the samples' contributions to the sums of weight gradients, and to the gradients of biases. */
    void learn(final SequenceData<A> data, final int sample, final A settled, final A gradient, final int gradientAt) {
        network.addBiases(plus, output, rows, gradient, gradientAt);
        kernels.fill(minus, 0, neurons * rows, 0);
        network.inner.add(plus, minus, rows);
        network.phases.constants(network.constants, open, x, force, minus, rows);
        final int width = network.inner.width();
        kernels.fill(plus, neurons * rows, (width - neurons) * rows, 0);
        batch.toRows(plus, 0, rows, count, width, minus, 0);
        network.inner.addOuter(settled, sample * neurons, minus, 0, count);
        int row = 0;
        while (row < count) {
            final int from = row;
            while (row < count && !ended[row]) {
                row++;
            }
            network.sensory.addOuter(data.inputs, (sample + from) * network.inputs, minus, from * width, row - from);
            while (row < count && ended[row]) {
                row++;
            }
        }
        batch.toRows(output, 0, rows, count, network.readout.width(), minus, 0);
        network.readout.addOuter(settled, sample * neurons, minus, 0, count);
    }

    private void clear(final A columns, final int features, final int row) {
        for (int i = 0; i < features; i++) {
            kernels.set(columns, i * rows + row, 0);
        }
    }
}
