package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.cell.CfcSpec;
import gaitd.policies.kernel.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes against the state dictionaries of ncps 1.0.1 and PyTorch, as their files list them. */
class CellShapesTest {
    private static String shapes(final CellFacts spec) {
        final StringBuilder text = new StringBuilder();
        spec.shapes()
                .forEach((name, shape) -> text.append(name)
                        .append(java.util.Arrays.toString(shape))
                        .append('\n'));
        return text.toString();
    }

    @Test
    void numbersOfBackboneLayersShiftWithDropout() {
        final CfcFacts with =
                new CfcFacts(6, 12, 12, CfcSpec.Mode.DEFAULT, List.of(), 4, 16, Activation.SILU, true, false, false, 1);
        final CfcFacts without = new CfcFacts(
                6, 12, 12, CfcSpec.Mode.DEFAULT, List.of(), 4, 16, Activation.SILU, false, false, false, 1);
        assertEquals(
                List.of(0, 2, 5, 8),
                List.of(0, 1, 2, 3).stream().map(with::backboneIndex).toList());
        assertEquals(
                List.of(0, 2, 4, 6),
                List.of(0, 1, 2, 3).stream().map(without::backboneIndex).toList());
    }

    @Test
    void wiredLayersTakeTheLayerBeforeAndThemselves() {
        final CfcFacts spec = new CfcFacts(
                10, 24, 4, CfcSpec.Mode.PURE, List.of(12, 8, 4), 0, 0, Activation.LECUN_TANH, false, false, false, 1);
        assertEquals("""
                rnn_cell.layer_0.sparsity_mask[12, 22]
                rnn_cell.layer_0.ff1.weight[12, 22]
                rnn_cell.layer_0.ff1.bias[12]
                rnn_cell.layer_0.w_tau[1, 12]
                rnn_cell.layer_0.A[1, 12]
                rnn_cell.layer_1.sparsity_mask[8, 20]
                rnn_cell.layer_1.ff1.weight[8, 20]
                rnn_cell.layer_1.ff1.bias[8]
                rnn_cell.layer_1.w_tau[1, 8]
                rnn_cell.layer_1.A[1, 8]
                rnn_cell.layer_2.sparsity_mask[4, 12]
                rnn_cell.layer_2.ff1.weight[4, 12]
                rnn_cell.layer_2.ff1.bias[4]
                rnn_cell.layer_2.w_tau[1, 4]
                rnn_cell.layer_2.A[1, 4]
                """, shapes(spec));
    }

    @Test
    void memoryLayersHaveARowForEachGate() {
        final LayersFacts spec = new LayersFacts(List.of(
                new LayersFacts.Layer(LayersFacts.Type.LSTM, 5, 8, Activation.IDENTITY),
                new LayersFacts.Layer(LayersFacts.Type.GRU, 8, 3, Activation.IDENTITY)));
        assertEquals("""
                0.weight_ih[32, 5]
                0.weight_hh[32, 8]
                0.bias_ih[32]
                0.bias_hh[32]
                1.weight_ih[9, 8]
                1.weight_hh[9, 3]
                1.bias_ih[9]
                1.bias_hh[9]
                """, shapes(spec));
    }
}
