package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        "LTC, EP, full, false",
        "LTC, EP, random:0.5, false",
        "LTC, EP, ncp:0.5, false",
        "LTC, BPTT, full, false",
        "LTC, BPTT, random:0.5:7, false",
        "LTC, BPTT, ncp:0.5, false",
        "ENERGY, EP, full, false",
        "MLP, BPTT, full, false",
        "CTRNN, BPTT, full, false",
        "CTRNN, BPTT, random:0.3, false",
        "NODE, BPTT, full, false",
        "NODE, BPTT, ncp:0.3, false",
        "RNNODE, BPTT, full, false",
        "RNNODE, BPTT, random:0.5, false",
        "LSTM, BPTT, full, false",
        "GRU, BPTT, full, false",
        "CT_GRU, BPTT, full, false",
        "CFC, BPTT, full, false",
        "CFC, BPTT, full, true",
        "CFC, BPTT, ncp:0.5, false",
        "CFC, BPTT, ncp:0.5, true",
        "CFC_NO_GATE, BPTT, full, false",
        "CFC_PURE, BPTT, full, false",
        "CFC_PURE, BPTT, ncp:0.3:5, false",
        "NCPS_LTC, BPTT, full, false",
        "NCPS_LTC, BPTT, random:0.5, false",
        "NCPS_LTC, BPTT, ncp:0.5, true"
    })
    void aBundleComputesWhatTheLearnerDid(
            final NetKind kind, final Rule rule, final String wiring, final boolean memory) {
        final List<Integer> hidden = kind == NetKind.ENERGY || kind == NetKind.MLP ? List.of(8, 6) : List.of(9);
        final Net net = Nets.of(NetPlan.of(kind, rule, hidden, WiringPlan.parse(wiring), memory), 3, 2);
        final float[] parameters = net.initial(new SplittableRandom(3), 1);
        net.constrain(parameters);
        final ImportedNetwork network = net.export(parameters);
        assertArrayEquals(parameters, net.parameters(network.tensors()), "back from the bundle");
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
            assertTrue(output[0] != 0 && output[1] != 0, "outputs are 0");
            assertEquals(data.outputs[2 * step], output[0], 2e-5);
            assertEquals(data.outputs[2 * step + 1], output[1], 2e-5);
        }
    }
}
