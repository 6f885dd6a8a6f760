package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Conductances;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * The liquid time-constant cell of the ncps library (1.0.1): conductance synapses, fused semi-implicit steps.
 *
 * <p>With h = elapsed / unfolds and W_ij = w_ij s(sigma_ij (v_i - mu_ij)), a step repeats v_j = (cm_j v_j + h (gleak_j
 * vleak_j + sum W_ij erev_ij + sensory)) / (cm_j + h (gleak_j + sum W_ij + sensory + epsilon)), which is the library's
 * fraction times h and so leaves the state as it is when no time has passed. For parameters above 0 the new potential is a mean of
 * the old one, vleak, the erev and 0 (by epsilon), so it never leaves their range.
 *
 * <p>Parameters have the library's names; those of synapses have one value a synapse. State: potentials, motor neurons first.
 *
 * @param <A> double[] or float[]
 */
public final class ConductanceCell<A> implements Cell<A> {
    private static final String[] SYNAPSE_FIELDS = {"sigma", "mu", "w", "erev"};
    private static final int STRENGTH = 2;
    private static final int REVERSAL = 3;

    private final Kernels<A> kernels;
    private final ConductanceSpec spec;
    private final int neurons;
    private final CellShape shape;
    private final int leakAt;
    private final int restAt;
    private final int capacityAt;
    private final int innerAt;
    private final int sensoryAt;
    private final ElementMap<A> inputMap;
    private final ElementMap<A> outputMap;
    private final A weights;
    private final A mapped;
    private final A baseNum;
    private final A baseDen;
    private final A num;
    private final A den;
    private final A own;
    private final A capacity;
    private final Conductances<A> inner;
    private final Conductances<A> sensory;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param spec the cell
     */
    public ConductanceCell(final Kernels<A> kernels, final ConductanceSpec spec) {
        this.kernels = kernels;
        this.spec = spec;
        this.neurons = spec.inner().targets();
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        leakAt = names.add("gleak", 1, neurons);
        restAt = names.add("vleak", 1, neurons);
        capacityAt = names.add("cm", 1, neurons);
        innerAt = addSynapses(names, "", spec.inner());
        sensoryAt = addSynapses(names, "sensory_", spec.sensory());
        inputMap = new ElementMap<>(
                kernels, names, "input", spec.inputMap(), spec.sensory().sources());
        outputMap = new ElementMap<>(kernels, names, "output", spec.outputMap(), spec.outputs());
        shape = new CellShape(names.build(), spec.sensory().sources(), spec.outputs(), neurons);
        weights = kernels.allocate(shape.layout().size());
        mapped = kernels.allocate(inputs());
        baseNum = kernels.allocate(neurons);
        baseDen = kernels.allocate(neurons);
        num = kernels.allocate(neurons);
        den = kernels.allocate(neurons);
        own = kernels.allocate(neurons);
        capacity = kernels.allocate(neurons);
        inner = kernels.conductances(spec.inner());
        sensory = kernels.conductances(spec.sensory());
    }

    private static int addSynapses(final ParameterLayout.Builder names, final String prefix, final Synapses pattern) {
        final int rows = pattern.isFull() ? pattern.sources() : 1;
        final int cols = pattern.isFull() ? pattern.targets() : pattern.count();
        final int at = names.add(prefix + SYNAPSE_FIELDS[0], rows, cols);
        for (int field = 1; field < SYNAPSE_FIELDS.length; field++) {
            names.add(prefix + SYNAPSE_FIELDS[field], rows, cols);
        }
        return at;
    }

    /**
     * The cell's specification.
     *
     * @return the specification given
     */
    public ConductanceSpec spec() {
        return spec;
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        final int innerCount = spec.inner().count();
        final int sensoryCount = spec.sensory().count();
        if (spec.softplus()) {
            kernels.activate(Activation.SOFTPLUS, weights, leakAt, neurons);
            kernels.activate(Activation.SOFTPLUS, weights, capacityAt, neurons);
            kernels.activate(Activation.SOFTPLUS, weights, innerAt + STRENGTH * innerCount, innerCount);
            kernels.activate(Activation.SOFTPLUS, weights, sensoryAt + STRENGTH * sensoryCount, sensoryCount);
        }
        driveOf(innerAt, innerCount);
        driveOf(sensoryAt, sensoryCount);
        inner.load(weights, innerAt);
        sensory.load(weights, sensoryAt);
        kernels.copy(weights, capacityAt, capacity, 0, neurons);
        kernels.product(weights, leakAt, weights, restAt, weights, restAt, neurons);
        for (int i = leakAt; i < leakAt + neurons; i++) {
            kernels.set(weights, i, kernels.get(weights, i) + spec.epsilon());
        }
    }

    /** Reversal potentials become currents: w erev. */
    private void driveOf(final int synapsesAt, final int count) {
        final int reversalAt = synapsesAt + REVERSAL * count;
        kernels.product(weights, synapsesAt + STRENGTH * count, weights, reversalAt, weights, reversalAt, count);
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
        inputMap.apply(weights, input, inputAt, mapped, 0);
        kernels.copy(weights, restAt, baseNum, 0, neurons);
        kernels.copy(weights, leakAt, baseDen, 0, neurons);
        sensory.conduct(mapped, 0, baseNum, baseDen);
        kernels.copy(state, stateAt, own, 0, neurons);
        final double h = elapsed / spec.unfolds();
        for (int unfold = 0; unfold < spec.unfolds(); unfold++) {
            kernels.copy(baseNum, 0, num, 0, neurons);
            kernels.copy(baseDen, 0, den, 0, neurons);
            inner.conduct(own, 0, num, den);
            kernels.charge(h, capacity, num, den, own, neurons);
        }
        kernels.copy(own, 0, state, stateAt, neurons);
        outputMap.apply(weights, own, 0, output, outputAt);
    }
}
