package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.solver.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private static List<BundleFinding> differences(final CellFactory one, final CellFactory other) {
        final Safetensors tensors = Examples.tensors(Examples.SPEC, 9);
        final Golden golden = Examples.golden(Examples.SPEC, one.create(Examples.SPEC, tensors), 10);
        final Findings findings = new Findings();
        golden.check(golden.run(other.create(Examples.SPEC, tensors), 4), findings);
        return findings.list();
    }

    @Test
    void denseLayersGiveWhatPlainLoopsGive() {
        assertEquals(List.of(), differences(DenseReference::new, Networks.FASTEST));
    }

    @Test
    void aSparseOdeCellIsADenseOneWithZeros() {
        final OdeFacts sparse =
                new OdeFacts(OdeKind.LTC, Activation.TANH, 3, 6, 2, true, Scheme.SEMI_IMPLICIT, 6, 0.01);
        final OdeFacts dense =
                new OdeFacts(OdeKind.LTC, Activation.TANH, 3, 6, 2, false, Scheme.SEMI_IMPLICIT, 6, 0.01);
        final List<Tensor> thin = new ArrayList<>();
        final List<Tensor> full = new ArrayList<>();
        for (final Tensor tensor : Examples.tensors(sparse, 4).all()) {
            final double[] values = tensor.values();
            for (int i = 0; i < values.length; i++) {
                if (tensor.name().endsWith("mask")) {
                    values[i] = i % 3 == 0 ? 1 : 0;
                } else if (tensor.name().startsWith("W") && !tensor.name().equals("Wout")) {
                    values[i] *= i % 3 == 0 ? 1 : 0;
                } else if (tensor.name().equals("tau")) {
                    values[i] = 0.1 + 0.05 * i;
                }
            }
            thin.add(new Tensor(tensor.name(), tensor.shape(), values));
            if (!tensor.name().endsWith("mask")) {
                full.add(thin.getLast());
            }
        }
        final PolicyCell one = Networks.FASTEST.create(sparse, new Safetensors(thin, Map.of()));
        final PolicyCell other = Networks.FASTEST.create(dense, new Safetensors(full, Map.of()));
        final Golden golden = Examples.golden(sparse, one, 30);
        final Findings findings = new Findings();
        golden.check(golden.run(other, 2), findings);
        assertEquals(List.of(), findings.list());
    }

    @Test
    void aCtGruHasItsTensorsAsTheyAreAndAReadoutBehind() {
        final CtGruFacts facts = new CtGruFacts(3, 4, 5, 0.02, 2, 0.01);
        final Safetensors tensors = Examples.tensors(facts, 6);
        final Cell<double[]> cell = new CtGruSpec(3, 4, 5, 0.02).cell(DoubleKernels.INSTANCE);
        final double[] parameters = new double[cell.layout().size()];
        int at = 0;
        for (final String name : List.of("tau_r", "detect", "tau_s")) {
            for (final String part : List.of(".weight", ".bias")) {
                final double[] values = tensors.get(name + part).values();
                System.arraycopy(values, 0, parameters, at, values.length);
                at += values.length;
            }
        }
        assertEquals(parameters.length, at);
        cell.load(parameters, 0);
        final PolicyCell policy = Networks.FASTEST.create(facts, tensors);
        assertEquals(facts.outputs(), 2);
        assertEquals(5 * 4, policy.hiddenSize());
        final double[] state = new double[cell.states()];
        final double[] units = new double[4];
        final float[] output = new float[2];
        for (int step = 0; step < 20; step++) {
            cell.step(state, new double[] {0.5, -1, step * 0.1f}, 0.01, units);
            policy.step(new float[] {0.5f, -1, step * 0.1f}, 0.01, output);
            for (int o = 0; o < 2; o++) {
                double wanted = tensors.get("bout").value(o);
                for (int i = 0; i < 4; i++) {
                    wanted += units[i] * tensors.get("Wout").value(i * 2 + o);
                }
                assertEquals(wanted, output[o], 1e-4, "step " + step);
            }
        }
    }

    @Test
    void resetForgets() {
        final LayersFacts facts =
                new LayersFacts(List.of(new LayersFacts.Layer(LayersFacts.Type.GRU, 3, 4, Activation.IDENTITY)));
        final PolicyCell cell = Networks.FASTEST.create(facts, Examples.tensors(facts, 2));
        final float[] input = {1, -1, 0.5f};
        final float[] first = new float[4];
        final float[] later = new float[4];
        cell.step(input, 1, first);
        cell.step(input, 1, later);
        assertTrue(first[0] != later[0]);
        cell.reset();
        cell.step(input, 1, later);
        assertEquals(first[0], later[0]);
    }

    @Test
    void showsStatesAndWhatIsBetweenLayersOfAStep() {
        final LayersFacts facts = new LayersFacts(List.of(
                new LayersFacts.Layer(LayersFacts.Type.DENSE, 3, 5, Activation.TANH),
                new LayersFacts.Layer(LayersFacts.Type.LSTM, 5, 4, Activation.IDENTITY),
                new LayersFacts.Layer(LayersFacts.Type.DENSE, 4, 2, Activation.IDENTITY)));
        final Safetensors tensors = Examples.tensors(facts, 2);
        final PolicyCell cell = Networks.FASTEST.create(facts, tensors);
        assertEquals(5 + 2 * 4, cell.hiddenSize());
        final float[] input = {1, -1, 0.5f};
        final float[] output = new float[2];
        cell.step(input, 1, output);
        final float[] hidden = new float[13];
        cell.hidden(hidden);
        double first = tensors.get("0.bias").value(0);
        double last = tensors.get("2.bias").value(1);
        for (int i = 0; i < 3; i++) {
            first += tensors.get("0.weight").value(i) * input[i];
        }
        for (int i = 0; i < 4; i++) {
            last += tensors.get("2.weight").value(4 + i) * hidden[5 + i];
        }
        assertEquals(Math.tanh(first), hidden[0], 1e-5);
        assertEquals(output[1], last, 1e-5);
        cell.reset();
        cell.hidden(hidden);
        assertEquals(0, hidden[5]);
    }

    @Test
    void aSingleLayerWithoutMemoryHidesNothing() {
        final LayersFacts facts =
                new LayersFacts(List.of(new LayersFacts.Layer(LayersFacts.Type.DENSE, 3, 4, Activation.TANH)));
        assertEquals(
                0, Networks.FASTEST.create(facts, Examples.tensors(facts, 2)).hiddenSize());
    }

    @Test
    void saysWhyWeightsMakeNoCell() {
        final OdeFacts facts =
                new OdeFacts(OdeKind.LTC, Activation.RELU, 3, 6, 2, false, Scheme.SEMI_IMPLICIT, 6, 0.01);
        assertTrue(assertThrows(BundleException.class, () -> Networks.FASTEST.create(facts, Examples.tensors(facts, 4)))
                .getMessage()
                .contains("these weights make no cell: gate RELU"));
    }
}
