package gaitd.bench.ep;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.LayeredEnergy;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;

/** The cells of the bench: 48 inputs, 64 neurons or two layers of 64, 12 outputs. */
public enum EpSubject {
    /** Liquid neurons, tanh gates. */
    LTC_TANH("LTC, tanh"),
    /** Liquid neurons, sigmoid gates. */
    LTC_SIGMOID("LTC, sigmoid"),
    /** Two layers with symmetric feedback, tanh gates. */
    LAYERS("layers 64-64");

    private static final int INPUTS = 48;
    private static final int NEURONS = 64;
    private static final int OUTPUTS = 12;
    private static final int[] SIZES = {64, 64};
    private static final int UPDATES = 400;

    private final String text;

    EpSubject(final String text) {
        this.text = text;
    }

    /**
     * Display name.
     *
     * @return a few letters
     */
    public String text() {
        return text;
    }

    /**
     * The cell.
     *
     * @param subSteps solver steps of the free phase
     * @return its specification
     */
    OdeSpec spec(final int subSteps) {
        return this == LAYERS
                ? LayeredEnergy.spec(INPUTS, SIZES, OUTPUTS, subSteps)
                : new OdeSpec(
                        OdeKind.LTC,
                        this == LTC_TANH ? Activation.TANH : Activation.SIGMOID,
                        Synapses.full(INPUTS, NEURONS),
                        Synapses.full(NEURONS, NEURONS),
                        OUTPUTS,
                        Scheme.SEMI_IMPLICIT,
                        subSteps);
    }

    /** The readout's weights that count. */
    Synapses readout() {
        return this == LAYERS ? LayeredEnergy.readout(SIZES, OUTPUTS) : Synapses.full(NEURONS, OUTPUTS);
    }

    /** A case at drawn weights. */
    TruthCase drawn(final double gain, final int samples, final long seed) {
        return TruthCase.untrained(spec(1), readout(), gain, samples, seed);
    }

    /** A case at weights that have learned a regression. */
    TruthCase learned(final double gain, final int samples, final long seed) {
        final RegressionTraining training = new RegressionTraining(spec(1), readout(), gain, UPDATES, seed);
        return new TruthCase(spec(1), readout(), training.parameters(), samples, seed);
    }
}
