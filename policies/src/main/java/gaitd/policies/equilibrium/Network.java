package gaitd.policies.equilibrium;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/** A cell's weights as blocks, and its phases: u = mu + input Win + x W, f = gate(u), y = x Wout + bout, for columns of samples. */
final class Network<A> {
    private static final double SYMMETRIC_WITHIN = 1e-5;

    final BatchKernels<A> batch;
    final Kernels<A> kernels;
    final OdeSpec spec;
    final ParameterLayout layout;
    final int inputs;
    final int neurons;
    final int outputs;
    final Constants<A> constants;
    final BlockMatrix<A> sensory;
    final BlockMatrix<A> inner;
    final BlockMatrix<A> readout;
    final Phases<A> phases;

    private final int muAt;
    private final int tauAt;
    private final int limitAt;
    private final int biasAt;
    private final A mu;
    private final A bias;

    Network(final BatchKernels<A> batch, final OdeSpec spec, final Synapses seen) {
        require(spec, seen);
        this.batch = batch;
        this.kernels = batch.basic();
        this.spec = spec;
        layout = spec.cell(kernels).layout();
        inputs = spec.sensory().sources();
        neurons = spec.inner().targets();
        outputs = spec.outputs();
        constants = new Constants<>(kernels, neurons, spec.kind() == OdeKind.LTC, spec.gate() == Activation.SIGMOID);
        sensory = new BlockMatrix<>(
                batch, spec.sensory(), spec.sensory(), layout.slice("Win").offset());
        inner = new BlockMatrix<>(
                batch, spec.inner(), spec.inner(), layout.slice("W").offset());
        readout = new BlockMatrix<>(
                batch,
                Synapses.full(neurons, outputs),
                seen,
                layout.slice("Wout").offset());
        phases = Phases.of(batch);
        muAt = layout.slice("mu").offset();
        tauAt = layout.slice("tau").offset();
        limitAt = constants.liquid ? layout.slice("A").offset() : 0;
        biasAt = layout.slice("bout").offset();
        mu = kernels.allocate(neurons);
        bias = kernels.allocate(outputs);
    }

    private static void require(final OdeSpec spec, final Synapses seen) {
        if (spec.kind() != OdeKind.LTC && spec.kind() != OdeKind.CT_RNN) {
            throw new IllegalArgumentException(
                    "cell " + spec.kind() + " does not settle: equilibrium propagation takes LTC or CT_RNN");
        }
        if (spec.scheme() != Scheme.SEMI_IMPLICIT) {
            throw new IllegalArgumentException(
                    "scheme " + spec.scheme() + ": equilibrium propagation relaxes with SEMI_IMPLICIT");
        }
        if (spec.outputs() < 1) {
            throw new IllegalArgumentException("0 outputs: equilibrium propagation needs a linear readout");
        }
        if (seen.sources() != spec.inner().targets() || seen.targets() != spec.outputs()) {
            throw new IllegalArgumentException("readout of " + seen.sources() + " neurons by " + seen.targets()
                    + " outputs: the cell has " + spec.inner().targets() + " and " + spec.outputs());
        }
        Symmetry.require(spec.inner());
    }

    void load(final A parameters, final int at) {
        sensory.load(parameters, at, "Win");
        inner.load(parameters, at, "W");
        if (!inner.symmetricWithin(SYMMETRIC_WITHIN)) {
            throw new IllegalArgumentException("W is not symmetric: set it so once with Symmetry.impose");
        }
        readout.load(parameters, at, "Wout");
        kernels.copy(parameters, at + muAt, mu, 0, neurons);
        kernels.copy(parameters, at + biasAt, bias, 0, outputs);
        for (int i = 0; i < neurons; i++) {
            kernels.set(constants.leak, i, 1 / kernels.get(parameters, at + tauAt + i));
        }
        if (constants.liquid) {
            kernels.copy(parameters, at + limitAt, constants.limit, 0, neurons);
        }
    }

    /** Drive of the neurons by the input, the same in all phases. */
    void drive(final A input, final A drive, final int rows) {
        spread(mu, neurons, drive, rows);
        sensory.add(input, drive, rows);
    }

    /** f = gate(drive + x W). */
    void gates(final A drive, final A x, final A f, final int rows) {
        kernels.copy(drive, 0, f, 0, neurons * rows);
        inner.add(x, f, rows);
        kernels.activate(spec.gate(), f, 0, neurons * rows);
    }

    /** y = bout + x Wout. */
    void read(final A x, final A y, final int rows) {
        spread(bias, outputs, y, rows);
        readout.add(x, y, rows);
    }

    private void spread(final A from, final int n, final A to, final int rows) {
        for (int i = 0; i < n; i++) {
            kernels.fill(to, i * rows, rows, kernels.get(from, i));
        }
    }

    /** Sums of gradients from zero. */
    void clear() {
        sensory.clear();
        inner.clear();
        readout.clear();
        kernels.fill(constants.dLimit, 0, neurons, 0);
        kernels.fill(constants.dLeak, 0, neurons, 0);
    }

    /** Biases' gradients of a block, columns of delta and of the outputs' gradients. */
    void addBiases(final A delta, final A dOutput, final int rows, final A gradient, final int gradientAt) {
        batch.addRowSums(delta, 0, neurons, rows, gradient, gradientAt + muAt);
        batch.addRowSums(dOutput, 0, outputs, rows, gradient, gradientAt + biasAt);
    }

    /** Adds the sums of all blocks to the gradient. */
    void addTo(final A gradient, final int gradientAt) {
        sensory.addTo(gradient, gradientAt, false);
        inner.addTo(gradient, gradientAt, true);
        readout.addTo(gradient, gradientAt, false);
        if (constants.liquid) {
            kernels.addScaled(1, constants.dLimit, 0, gradient, gradientAt + limitAt, neurons);
        }
        for (int i = 0; i < neurons; i++) {
            final double leak = kernels.get(constants.leak, i);
            final int at = gradientAt + tauAt + i;
            kernels.set(gradient, at, kernels.get(gradient, at) - leak * leak * kernels.get(constants.dLeak, i));
        }
    }
}
