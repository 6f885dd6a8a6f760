package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.kernel.FloatKernels;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundlesOfNetsTest {
    private static final int STEPS = 5;

    /** What is trained and what is deployed give the same outputs, step by step. */
    @ParameterizedTest
    @CsvSource({
        "LTC, EP",
        "LTC, BPTT",
        "ENERGY, EP",
        "MLP, BPTT",
        "CTRNN, BPTT",
        "NODE, BPTT",
        "RNNODE, BPTT",
        "LSTM, BPTT",
        "GRU, BPTT",
        "CFC, BPTT"
    })
    void aBundleComputesWhatTheLearnerDid(final NetKind kind, final Rule rule) {
        final List<Integer> hidden = kind == NetKind.ENERGY || kind == NetKind.MLP ? List.of(8, 6) : List.of(8);
        final Net net = Nets.of(NetPlan.of(kind, rule, hidden), 3, 2);
        final float[] parameters = net.initial(new SplittableRandom(3), 1);
        final ImportedNetwork network = net.export(parameters);
        final PolicyCell cell = new Networks(FloatKernels.INSTANCE).create(network.facts(), network.tensors());
        cell.reset();

        final BatchGradient<float[]> gradient = net.gradient(1, STEPS);
        final SequenceData<float[]> data = gradient.data();
        java.util.Arrays.fill(data.elapsed, (float) net.elapsed());
        final SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < data.inputs.length; i++) {
            data.inputs[i] = (float) random.nextDouble(-1, 1);
        }
        gradient.load(parameters, 0);
        gradient.forward(data);

        final float[] input = new float[3];
        final float[] output = new float[2];
        for (int step = 0; step < STEPS; step++) {
            System.arraycopy(data.inputs, 3 * step, input, 0, 3);
            cell.step(input, network.facts().elapsedPerStep(), output);
            assertEquals(data.outputs[2 * step], output[0], 2e-5);
            assertEquals(data.outputs[2 * step + 1], output[1], 2e-5);
        }
    }
}
