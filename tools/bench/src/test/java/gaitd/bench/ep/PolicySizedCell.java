package gaitd.bench.ep;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.LayeredEnergy;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/** Cells of a policy's size. */
enum PolicySizedCell {
    LIQUID_TANH,
    LIQUID_SIGMOID,
    LAYERS;

    static final long SEED = 11;

    private static final int INPUTS = 24;
    private static final int NEURONS = 32;
    private static final int OUTPUTS = 6;
    private static final int SAMPLES = 12;
    private static final int[] LAYER = {20, 16};

    OdeSpec spec() {
        return this == LAYERS
                ? LayeredEnergy.spec(INPUTS, LAYER, OUTPUTS, 1)
                : new OdeSpec(
                        OdeKind.LTC,
                        this == LIQUID_TANH ? Activation.TANH : Activation.SIGMOID,
                        Synapses.full(INPUTS, NEURONS),
                        Synapses.full(NEURONS, NEURONS),
                        OUTPUTS,
                        Scheme.SEMI_IMPLICIT,
                        1);
    }

    Synapses readout() {
        return this == LAYERS ? LayeredEnergy.readout(LAYER, OUTPUTS) : Synapses.full(NEURONS, OUTPUTS);
    }

    TruthCase drawn(final double gain) {
        return TruthCase.untrained(spec(), readout(), gain, SAMPLES, SEED);
    }

    TruthCase of(final double[] parameters) {
        return new TruthCase(spec(), readout(), parameters, SAMPLES, SEED);
    }
}
