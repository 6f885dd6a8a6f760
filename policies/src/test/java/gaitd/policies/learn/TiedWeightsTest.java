package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.policies.cell.ParameterLayout.Slice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiedWeightsTest {
    private static float[] constrained(final Net net) {
        final float[] parameters = new float[net.layout().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i + 1;
        }
        net.constrain(parameters);
        return parameters;
    }

    @Test
    void feedbackOfEquilibriumPropagationIsSymmetric() {
        final Net net = Nets.of(NetPlan.of(NetKind.LTC, Rule.EP, List.of(4)), 3, 2);
        final float[] parameters = constrained(net);
        final int at = net.layout().slice("W").offset();
        assertEquals(at + 1 + 0.5f * (1 + 4), parameters[at + 1]);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(parameters[at + 4 * i + j], parameters[at + 4 * j + i]);
            }
        }
    }

    @Test
    void backpropagationMayHaveAnyWeights() {
        final Net net = Nets.of(NetPlan.of(NetKind.LTC, Rule.BPTT, List.of(4)), 3, 2);
        final float[] parameters = constrained(net);
        final int at = net.layout().slice("W").offset();
        assertNotEquals(parameters[at + 1], parameters[at + 4]);
    }

    @Test
    void aLayeredNetworkIsReadFromItsLastLayerOnly() {
        final Net net = Nets.of(NetPlan.of(NetKind.ENERGY, Rule.EP, List.of(4, 3)), 3, 2);
        final float[] parameters = constrained(net);
        final Slice readout = net.layout().slice("Wout");
        final float[] weights = Arrays.copyOfRange(parameters, readout.offset(), readout.offset() + readout.size());
        for (int k = 0; k < weights.length; k++) {
            assertEquals(k >= 2 * 4, weights[k] != 0);
        }
    }

    @Test
    void timeConstantsStayInRange() {
        final Net net = Nets.of(NetPlan.of(NetKind.LTC, Rule.EP, List.of(4)), 3, 2);
        final float[] parameters = new float[net.layout().size()];
        net.constrain(parameters);
        assertEquals(0.2f, parameters[net.layout().slice("tau").offset()]);
    }
}
