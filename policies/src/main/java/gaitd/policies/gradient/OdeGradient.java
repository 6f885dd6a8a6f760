package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/**
 * Common part of all gradients of ODE cells: dx/dt = f (limit - m x) - leak x with f = gate(u), u = drive + x W, the
 * drive mu + input Win, and the readout.
 */
final class OdeGradient<A> {
    final BatchKernels<A> batch;
    final Kernels<A> kernels;
    final OdeSpec spec;
    final CellShape shape;
    final int rows;
    final int neurons;
    /** Numbers of one block of neurons. */
    final int block;

    final Neurons<A> constants;
    final BatchLinear<A> sensory;
    final BatchLinear<A> inner;
    final BatchLinear<A> readout;
    final A weights;
    final A drive;
    final A dDrive;
    /** One solver step for each sequence. */
    final A h;

    private final int muAt;
    private final int tauAt;
    private final int limitAt;

    OdeGradient(final BatchKernels<A> batch, final OdeSpec spec, final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.spec = spec;
        this.rows = rows;
        this.shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.neurons = spec.inner().targets();
        this.block = Math.multiplyExact(neurons, rows);
        this.constants = new Neurons<>(batch, neurons, spec.kind() == OdeKind.LTC, spec.gate() == Activation.SIGMOID);
        this.sensory = BatchLinear.of(batch, layout, "Win", "", spec.sensory(), rows);
        this.inner = BatchLinear.of(batch, layout, "W", "", spec.inner(), rows);
        this.readout = spec.outputs() == 0
                ? null
                : BatchLinear.of(batch, layout, "Wout", "bout", Synapses.full(neurons, spec.outputs()), rows);
        this.muAt = layout.slice("mu").offset();
        this.tauAt = leaks() ? layout.slice("tau").offset() : 0;
        this.limitAt = spec.kind() == OdeKind.LTC ? layout.slice("A").offset() : 0;
        this.weights = kernels.allocate(layout.size());
        this.drive = kernels.allocate(block);
        this.dDrive = kernels.allocate(block);
        this.h = kernels.allocate(rows);
    }

    /** The step of a batch by a scheme of fixed steps. */
    static <A> StepGradient<A> of(final BatchKernels<A> batch, final OdeSpec spec, final int rows) {
        if (spec.scheme() == Scheme.DORMAND_PRINCE) {
            throw new IllegalArgumentException(
                    "scheme DORMAND_PRINCE: its steps depend on the state; take the adjoint method or fixed steps");
        }
        final OdeGradient<A> ode = new OdeGradient<>(batch, spec, rows);
        return spec.scheme() == Scheme.SEMI_IMPLICIT ? new ImplicitOdeStep<>(ode) : new ExplicitOdeStep<>(ode);
    }

    void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        if (spec.kind() == OdeKind.LTC) {
            kernels.copy(weights, limitAt, constants.limit, 0, neurons);
        }
        if (leaks()) {
            for (int i = 0; i < neurons; i++) {
                kernels.set(constants.leak, i, 1 / kernels.get(weights, tauAt + i));
            }
        }
    }

    private boolean leaks() {
        return spec.kind() == OdeKind.LTC || spec.kind() == OdeKind.CT_RNN;
    }

    boolean startsFromInput() {
        return spec.kind() == OdeKind.NEURAL_ODE;
    }

    /** Of a step with a number of right-hand sides, forwards and back. */
    long operations(final int evaluations) {
        final long each = sensory.operations() + evaluations * inner.operations();
        return 3 * (each + (readout == null ? 0 : readout.operations()));
    }

    /** Fills drive and h, and the first state. */
    void begin(final StepFrame<A> frame, final int subSteps, final A x, final int xAt) {
        drive(frame);
        if (startsFromInput()) {
            sensory.apply(weights, frame.input, frame.inputAt, x, xAt);
        } else {
            kernels.copy(frame.state, frame.stateAt, x, xAt, block);
        }
        steps(frame, subSteps);
    }

    private void drive(final StepFrame<A> frame) {
        for (int i = 0; i < neurons; i++) {
            kernels.fill(drive, i * rows, rows, kernels.get(weights, muAt + i));
        }
        if (!startsFromInput()) {
            sensory.add(weights, frame.input, frame.inputAt, drive, 0);
        }
    }

    /** Fills h. */
    void steps(final StepFrame<A> frame, final int subSteps) {
        kernels.fill(h, 0, rows, startsFromInput() ? 1.0 / subSteps : 0);
        if (!startsFromInput()) {
            kernels.addScaled(1.0 / subSteps, frame.elapsed, frame.elapsedAt, h, 0, rows);
        }
    }

    /** f = gate(drive + x W). */
    void gates(final A x, final int xAt, final A f, final int fAt) {
        kernels.copy(drive, 0, f, fAt, block);
        inner.add(weights, x, xAt, f, fAt);
        kernels.activate(spec.gate(), f, fAt, block);
    }

    /** Output from the new state. */
    void read(final StepFrame<A> frame) {
        if (readout == null) {
            kernels.copy(frame.next, frame.nextAt, frame.output, frame.outputAt, block);
        } else {
            readout.apply(weights, frame.next, frame.nextAt, frame.output, frame.outputAt);
        }
    }

    /** d = d next with what comes from the output; sums of the step from zero. */
    void beginBack(final StepFrame<A> frame, final A d) {
        kernels.copy(frame.dState, frame.dStateAt, d, 0, block);
        if (readout == null) {
            kernels.addScaled(1, frame.dOutput, frame.dOutputAt, d, 0, block);
        } else {
            readout.backInput(weights, frame.dOutput, frame.dOutputAt, d, 0);
            readout.backWeights(
                    frame.next, frame.nextAt, frame.dOutput, frame.dOutputAt, frame.gradient, frame.gradientAt);
        }
        kernels.fill(dDrive, 0, block, 0);
        kernels.fill(constants.dLimit, 0, neurons, 0);
        kernels.fill(constants.dLeak, 0, neurons, 0);
    }

    /** Writes d, the gradient of the first state, and adds the sums to the gradient. */
    void endBack(final StepFrame<A> frame, final A d) {
        batch.addRowSums(dDrive, 0, neurons, rows, frame.gradient, frame.gradientAt + muAt);
        final A toInput = startsFromInput() ? d : dDrive;
        sensory.backInput(weights, toInput, 0, frame.dInput, frame.dInputAt);
        sensory.backWeights(frame.input, frame.inputAt, toInput, 0, frame.gradient, frame.gradientAt);
        if (startsFromInput()) {
            kernels.fill(frame.dState, frame.dStateAt, block, 0);
        } else {
            kernels.copy(d, 0, frame.dState, frame.dStateAt, block);
        }
        if (spec.kind() == OdeKind.LTC) {
            kernels.addScaled(1, constants.dLimit, 0, frame.gradient, frame.gradientAt + limitAt, neurons);
        }
        if (leaks()) {
            backTau(frame);
        }
    }

    private void backTau(final StepFrame<A> frame) {
        final int at = frame.gradientAt + tauAt;
        for (int i = 0; i < neurons; i++) {
            final double leak = kernels.get(constants.leak, i);
            final double d = kernels.get(constants.dLeak, i);
            kernels.set(frame.gradient, at + i, kernels.get(frame.gradient, at + i) - d * leak * leak);
        }
    }
}
