package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.solver.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private static List<Finding> differences(final CellFactory one, final CellFactory other) {
        final Safetensors tensors = Examples.tensors(Examples.SPEC, 9);
        final Golden golden = Examples.golden(Examples.SPEC, one.create(Examples.SPEC, tensors), 10);
        final Findings findings = new Findings();
        golden.check(golden.run(other.create(Examples.SPEC, tensors), 4), findings);
        return findings.list();
    }

    @Test
    void denseLayersGiveWhatPlainLoopsGive() {
        assertEquals(List.of(), differences(DenseCell::new, Networks.FASTEST));
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
