package gaitd.bench.ep;

import gaitd.bench.turns.Candidate;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.EquilibriumGradient;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.equilibrium.Initial;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.gradient.SequenceGradient;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.SplittableRandom;

/** Updates of a liquid cell of 64 neurons, 70 inputs and 12 outputs: 64 sequences of 16 steps, 10 solver steps each. */
final class EpWork implements Candidate.Work {
    private static final int INPUTS = 70;
    private static final int NEURONS = 64;
    private static final int OUTPUTS = 12;
    private static final int SEQUENCES = 64;
    private static final int STEPS = 16;
    private static final int SOLVER_STEPS = 10;

    private final BatchGradient<float[]> way;
    private final SequenceData<float[]> data;
    private final float[] parameters;
    private final float[] gradient;

    private EpWork(final BatchGradient<float[]> way, final OdeSpec spec) {
        this.way = way;
        data = way.data();
        final SplittableRandom random = new SplittableRandom(1);
        parameters = Initial.STANDARD.parameters(PlainBatch.fastest().basic(), spec, random);
        gradient = new float[parameters.length];
        for (int i = 0; i < data.inputs.length; i++) {
            data.inputs[i] = (float) random.nextGaussian();
        }
    }

    private static OdeSpec spec() {
        return new OdeSpec(
                OdeKind.LTC,
                Activation.SIGMOID,
                Synapses.full(INPUTS, NEURONS),
                Synapses.full(NEURONS, NEURONS),
                OUTPUTS,
                Scheme.SEMI_IMPLICIT,
                SOLVER_STEPS);
    }

    /** Equilibrium propagation, two nudged phases of 10 steps. */
    static EpWork local() {
        return new EpWork(
                new EquilibriumGradient<>(spec(), PlainBatch.fastest(), SEQUENCES, STEPS, EquilibriumOptions.STANDARD),
                spec());
    }

    /** Backpropagation through relaxations and time. */
    static EpWork back() {
        return new EpWork(SequenceGradient.backpropagation(spec(), PlainBatch.fastest(), SEQUENCES, STEPS), spec());
    }

    /** Floating-point operations of the local way's products, a sample. */
    static long operations() {
        final long square = 2L * NEURONS * NEURONS;
        return square * (SOLVER_STEPS + 2L * EquilibriumOptions.STANDARD.nudgedSteps() + 3)
                + 2L * NEURONS * (3L * INPUTS + 4L * OUTPUTS);
    }

    @Override
    public int grain() {
        return SEQUENCES * STEPS;
    }

    @Override
    public void run(final int samples) {
        for (int done = 0; done < samples; done += grain()) {
            way.load(parameters, 0);
            way.forward(data);
            System.arraycopy(data.outputs, 0, data.dOutputs, 0, data.outputs.length);
            way.backward(data, gradient, 0);
        }
    }
}
