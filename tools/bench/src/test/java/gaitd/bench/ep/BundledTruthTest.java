package gaitd.bench.ep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.equilibrium.LayeredEnergy;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The learner's gradient at the weights of policies that walk, by the nudges that made them and by longer ones. */
class BundledTruthTest {
    private static final int[] LAYERS = {64, 64};
    private static final int SAMPLES = 32;

    /** Two layers lie between input and output: eight steps are short for the weights behind both, longer phases are not. */
    @ParameterizedTest
    @CsvSource({
        "a1-stage1-ep-ltc, 68, 12, 8, 0.99999, 0.001",
        "a1-stage2-ep-ltc, 92, 24, 8, 0.99999, 0.001",
        "a1-stage1-ep-energy, 68, 12, 8, 0.99, 0.15",
        "a1-stage2-ep-energy, 92, 24, 8, 0.99, 0.15",
        "a1-stage1-ep-energy, 68, 12, 32, 0.9999, 0.005",
        "a1-stage2-ep-energy, 92, 24, 32, 0.9999, 0.005",
    })
    void isExactWhereTrainingEnded(
            final String name,
            final int inputs,
            final int outputs,
            final int nudgedSteps,
            final double cosine,
            final double length)
            throws IOException {
        final boolean layered = name.endsWith("energy");
        final OdeSpec spec = layered ? LayeredEnergy.spec(inputs, LAYERS, outputs, 8) : liquid(inputs, outputs);
        final Synapses readout = layered ? LayeredEnergy.readout(LAYERS, outputs) : Synapses.full(LAYERS[0], outputs);
        final Safetensors weights = Safetensors.parse(BundleStore.read(Path.of("../../policies/trained", name + ".zip"))
                .copy(BundlePart.WEIGHTS));
        final TruthCase one = new TruthCase(spec, readout, parameters(spec, weights), SAMPLES, 11);
        final EquilibriumOptions options =
                EquilibriumOptions.STANDARD.withBeta(0.2).withNudgedSteps(nudgedSteps, 2);
        final double[] got = one.propagated(PlainBatch.fastest(), options, 80, 1);
        for (final Likeness group : Likeness.groups(one.layout(), got, one.exact())) {
            assertTrue(group.cosine() >= cosine, name + ": " + group);
            assertEquals(1, group.ratio(), length, name + ": " + group);
        }
    }

    private static OdeSpec liquid(final int inputs, final int outputs) {
        return new OdeSpec(
                OdeKind.LTC,
                Activation.SIGMOID,
                Synapses.full(inputs, LAYERS[0]),
                Synapses.full(LAYERS[0], LAYERS[0]),
                outputs,
                Scheme.SEMI_IMPLICIT,
                8);
    }

    private static double[] parameters(final OdeSpec spec, final Safetensors weights) throws FormatException {
        final ParameterLayout layout = spec.cell(DoubleKernels.INSTANCE).layout();
        final double[] all = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            final double[] values = weights.values(slice.name());
            final Synapses pattern = switch (slice.name()) {
                case "Win" -> spec.sensory();
                case "W" -> spec.inner();
                default -> Synapses.full(slice.rows(), slice.cols());
            };
            for (int k = 0; k < slice.size(); k++) {
                all[slice.offset() + k] = values[pattern.source(k) * pattern.targets() + pattern.target(k)];
            }
        }
        return all;
    }
}
