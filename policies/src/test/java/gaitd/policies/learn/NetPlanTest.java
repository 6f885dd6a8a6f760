package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetPlanTest {
    private static void refuses(final String words, final NetKind kind, final Rule rule, final List<Integer> hidden) {
        final IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> NetPlan.of(kind, rule, hidden));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    @Test
    void equilibriumPropagationNeedsANetworkThatSettles() {
        refuses("needs a network that settles", NetKind.MLP, Rule.EP, List.of(8));
    }

    @Test
    void theAdjointNeedsADifferentialEquation() {
        refuses("needs a differential equation", NetKind.GRU, Rule.ADJOINT, List.of(8));
    }

    @Test
    void cellsHaveOneLayer() {
        refuses("has one layer, not 2", NetKind.LTC, Rule.EP, List.of(8, 8));
    }

    @Test
    void sizesHaveARange() {
        refuses("expected one or more from 1 to 1024", NetKind.MLP, Rule.BPTT, List.of());
        refuses("expected one or more from 1 to 1024", NetKind.MLP, Rule.BPTT, List.of(0));
    }
}
