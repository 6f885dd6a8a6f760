package gaitd.policies.cell;

import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.QuasiLinear;
import gaitd.policies.solver.Solver;

/**
 * The continuous-time cells of {@link OdeKind} with the input held over the step, and an optional linear readout
 * y = x Wout + bout.
 *
 * <p>Parameters: Win, W, mu; tau with a leak; A for LTC; Wout, bout with a readout. A time constant must be above 0. With the
 * sigmoid gate a state between 0 and A stays there under the semi-implicit scheme, whatever the step, and the effective
 * time constant tau / (1 + tau f) lies between tau / (1 + tau) and tau. With the tanh gate the same needs tau below 1: then |x|
 * stays within |A| / (1/tau - 1), and the time constant between tau / (1 + tau) and tau / (1 - tau).
 *
 * @param <A> double[] or float[]
 */
public final class OdeCell<A> implements Cell<A>, QuasiLinear<A> {
    private static final int NONE = -1;

    private final Kernels<A> kernels;
    private final OdeSpec spec;
    private final int neurons;
    private final CellShape shape;
    private final Linear<A> sensory;
    private final Linear<A> inner;
    private final Linear<A> readout;
    private final int muAt;
    private final int tauAt;
    private final int limitAt;
    private final Solver<A> solver;
    private final A weights;
    private final A drive;
    private final A potential;
    private final A own;
    private final A leak;
    private final A limit;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param spec the cell
     */
    public OdeCell(final Kernels<A> kernels, final OdeSpec spec) {
        this.kernels = kernels;
        this.spec = spec;
        this.neurons = spec.inner().targets();
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        sensory = Linear.withoutBias(kernels, names, "Win", spec.sensory());
        inner = Linear.withoutBias(kernels, names, "W", spec.inner());
        muAt = names.add("mu", 1, neurons);
        tauAt = spec.kind().leaks() ? names.add("tau", 1, neurons) : NONE;
        limitAt = spec.kind() == OdeKind.LTC ? names.add("A", 1, neurons) : NONE;
        readout = spec.outputs() == 0
                ? null
                : Linear.of(kernels, names, "Wout", "bout", Synapses.full(neurons, spec.outputs()));
        shape = new CellShape(
                names.build(), spec.sensory().sources(), readout == null ? neurons : spec.outputs(), neurons);
        solver = Solver.of(spec.scheme(), kernels, neurons, spec.subSteps());
        weights = kernels.allocate(shape.layout().size());
        drive = kernels.allocate(neurons);
        potential = kernels.allocate(neurons);
        own = kernels.allocate(neurons);
        leak = kernels.allocate(neurons);
        limit = kernels.allocate(neurons);
    }

    /**
     * Weighted connections: from inputs, between neurons, to outputs. 16 neurons with 4 inputs and 2 outputs have 352.
     *
     * @return a count
     */
    public int connections() {
        return sensory.synapses() + inner.synapses() + (readout == null ? 0 : readout.synapses());
    }

    /**
     * The cell's specification.
     *
     * @return the specification given
     */
    public OdeSpec spec() {
        return spec;
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        sensory.load(weights);
        inner.load(weights);
        if (readout != null) {
            readout.load(weights);
        }
        if (tauAt != NONE) {
            for (int i = 0; i < neurons; i++) {
                kernels.set(leak, i, 1 / kernels.get(weights, tauAt + i));
            }
        }
        if (limitAt != NONE) {
            kernels.copy(weights, limitAt, limit, 0, neurons);
        }
    }

    @Override
    public void step(
            final A state,
            final int stateAt,
            final A input,
            final int inputAt,
            final double elapsed,
            final A output,
            final int outputAt) {
        if (spec.kind() == OdeKind.NEURAL_ODE) {
            kernels.copy(weights, muAt, drive, 0, neurons);
            sensory.apply(weights, input, inputAt, own, 0);
            solver.integrate(this, own, 1);
        } else {
            sensory.add(input, inputAt, weights, muAt, drive, 0);
            kernels.copy(state, stateAt, own, 0, neurons);
            solver.integrate(this, own, elapsed);
        }
        kernels.copy(own, 0, state, stateAt, neurons);
        if (readout == null) {
            kernels.copy(own, 0, output, outputAt, neurons);
        } else {
            readout.apply(weights, own, 0, output, outputAt);
        }
    }

    @Override
    public void split(final A x, final A gain, final A decay) {
        potentials(x);
        kernels.activate(spec.gate(), potential, 0, neurons);
        if (limitAt == NONE) {
            kernels.copy(potential, 0, gain, 0, neurons);
            kernels.copy(leak, 0, decay, 0, neurons);
        } else {
            kernels.product(potential, 0, limit, 0, gain, 0, neurons);
            kernels.sum(potential, leak, decay, neurons);
        }
    }

    @Override
    public void advance(final double h, final int steps, final A x) {
        if (limitAt != NONE) {
            inner.unfold(h, steps, spec.gate(), drive, potential, limit, leak, x);
            return;
        }
        for (int k = 0; k < steps; k++) {
            potentials(x);
            kernels.activate(spec.gate(), potential, 0, neurons);
            kernels.semiImplicit(h, potential, leak, x, neurons);
        }
    }

    private void potentials(final A x) {
        inner.add(x, 0, drive, 0, potential, 0);
    }
}
