package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * The gradient of a cell with symmetric feedback by equilibrium propagation: local quantities of two nudged phases in place of a record
 * of the relaxation.
 *
 * <p>Every step of every sequence is a sample with a still input. {@link #forward} computes what the deployed {@link gaitd.policies.cell.OdeCell} computes:
 * a relaxation of so many solver steps from where the step before ended. Of it only the reached state x0 is kept. {@link #backward} relaxes
 * twice more, pushed by +beta D F and -beta D F with F the loss's gradient by the state and D = gate'(u) (A - x0), both frozen at x0; D = gate'(u) without a
 * limit A. Then delta = (x+ - x-) / (2 beta) is D times the adjoint. The gradient of W_ij is (delta_i x0_j + delta_j x0_i) / 2, of Win_ij it is
 * I_i delta_j, of mu_i delta_i. With lambda_i = (F_i + (W delta)_i) / (1/tau_i + gate_i), what the neuron is pushed by and its own change of potential, that of A_i is
 * lambda_i gate_i, and that of 1/tau_i is -lambda_i x0_i: no division by D, which may be 0.
 *
 * <p>It is the gradient of the settled state: exact as beta falls and the phases settle. No gradient flows from step to step: dFinalState is not
 * read, dInputs and dInitialState are left alone.
 *
 * <p>Only constructors allocate. Serves one thread; threads share a batch by taking some sequences each.
 *
 * @param <A> double[] or float[]
 */
public final class EquilibriumGradient<A> implements BatchGradient<A> {
    /** Samples that relax together: their states, gates and forces stay near the core. */
    private static final int AT_ONCE = 64;

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final Network<A> network;
    private final EquilibriumOptions options;
    private final int sequences;
    private final int steps;
    /** Settled states, one row a sample. */
    private final A settled;

    private final Block<A> block;

    /**
     * Of a cell whose outputs see all neurons.
     *
     * @param spec kind LTC or CT_RNN, semi-implicit scheme, symmetric pattern between neurons, a linear readout
     * @param batch the arithmetic, of this thread alone
     * @param sequences how many at once, 1 or more
     * @param steps most steps of a batch, 1 or more
     * @param options how it nudges
     * @throws IllegalArgumentException when the cell is another or a number is below 1
     */
    public EquilibriumGradient(
            final OdeSpec spec,
            final BatchKernels<A> batch,
            final int sequences,
            final int steps,
            final EquilibriumOptions options) {
        this(
                spec,
                Synapses.full(spec.inner().targets(), Math.max(1, spec.outputs())),
                batch,
                sequences,
                steps,
                options);
    }

    /**
     * Of a cell whose outputs see a part of the neurons.
     *
     * @param spec kind LTC or CT_RNN, semi-implicit scheme, symmetric pattern between neurons, a linear readout
     * @param readout the weights of the readout that count; others must be 0 and have no gradient
     * @param batch the arithmetic, of this thread alone
     * @param sequences how many at once, 1 or more
     * @param steps most steps of a batch, 1 or more
     * @param options how it nudges
     * @throws IllegalArgumentException when the cell is another or a number is below 1
     */
    public EquilibriumGradient(
            final OdeSpec spec,
            final Synapses readout,
            final BatchKernels<A> batch,
            final int sequences,
            final int steps,
            final EquilibriumOptions options) {
        if (sequences < 1 || steps < 1) {
            throw new IllegalArgumentException(sequences + " sequences, " + steps + " steps: both must be at least 1");
        }
        this.batch = batch;
        this.kernels = batch.basic();
        this.network = new Network<>(batch, spec, readout);
        this.options = options;
        this.sequences = sequences;
        this.steps = steps;
        final int samples = Math.multiplyExact(sequences, steps);
        this.settled = kernels.allocate(Math.multiplyExact(samples, network.neurons));
        this.block = new Block<>(network, padded(Math.min(AT_ONCE, samples)), options.residual() > 0);
    }

    private int padded(final int samples) {
        final int quantum = batch.quantum();
        return ((samples - 1) / quantum + 1) * quantum;
    }

    @Override
    public ParameterLayout layout() {
        return network.layout;
    }

    @Override
    public SequenceData<A> data() {
        return new SequenceData<>(kernels, sequences, steps, network.inputs, network.outputs, network.neurons);
    }

    /** {@inheritDoc}: one state a sample, whatever the length of the relaxation. */
    @Override
    public long storedActivations() {
        return kernels.length(settled);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when W is not symmetric within rounding, or a weight behind the readout's mask is not 0
     */
    @Override
    public void load(final A parameters, final int at) {
        network.load(parameters, at);
    }

    @Override
    public void forward(final SequenceData<A> data) {
        for (int first = 0; first < sequences; first += AT_ONCE) {
            final int count = Math.min(AT_ONCE, sequences - first);
            block.begin(count, padded(count));
            block.enter(data.initialState, first * network.neurons);
            for (int step = 0; step < data.steps(); step++) {
                final int sample = step * sequences + first;
                block.take(data, step, first);
                block.settle(options.residual());
                block.give(data, sample, settled);
            }
            batch.toRows(block.x, 0, block.rows, count, network.neurons, data.finalState, first * network.neurons);
        }
    }

    @Override
    public void backward(final SequenceData<A> data, final A gradient, final int gradientAt) {
        final int samples = data.steps() * sequences;
        final double scale = options.scaled() ? largestForce(data, samples) : 1;
        if (scale == 0) {
            return;
        }
        network.clear();
        for (int first = 0; first < samples; first += AT_ONCE) {
            final int count = Math.min(AT_ONCE, samples - first);
            block.begin(count, padded(count));
            block.enter(settled, first * network.neurons);
            block.takeInputs(data, first);
            block.takeForces(data, first);
            block.nudge(options, options.beta() / scale);
            block.learn(data, first, settled, gradient, gradientAt);
        }
        network.addTo(gradient, gradientAt);
    }

    private double largestForce(final SequenceData<A> data, final int samples) {
        double most = 0;
        for (int first = 0; first < samples; first += AT_ONCE) {
            final int count = Math.min(AT_ONCE, samples - first);
            block.begin(count, padded(count));
            block.takeForces(data, first);
            most = Math.max(most, block.largestForce());
        }
        return most;
    }
}
