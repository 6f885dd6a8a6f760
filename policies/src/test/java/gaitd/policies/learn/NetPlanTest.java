package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.ParameterLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void anotherRuleLeavesTheNetworkAsItIs() {
        final NetPlan ep = NetPlan.of(NetKind.LTC, Rule.EP, List.of(8));
        assertEquals(NetPlan.of(NetKind.LTC, Rule.BPTT, List.of(8)), ep.by(Rule.BPTT));
        final NetPlan dense = NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8));
        assertThrows(IllegalArgumentException.class, () -> dense.by(Rule.EP));
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

    private static void refuses(final String words, final NetKind kind, final String wiring, final boolean memory) {
        final IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> NetPlan.of(kind, Rule.BPTT, List.of(16), WiringPlan.parse(wiring), memory));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    @Test
    void wiringsAreForCellsWithSynapses() {
        refuses(
                "mlp takes no wiring ncp:0.5:22222: expected full, or one of [ltc, ncps-ltc, ctrnn,",
                NetKind.MLP,
                "ncp:0.5",
                false);
        refuses("cfc takes no wiring random:0.5:3", NetKind.CFC, "random:0.5:3", false);
        refuses("energy takes no wiring random:0.5:3", NetKind.ENERGY, "random:0.5:3", false);
    }

    @Test
    void memoryIsForCellsOfNcps() {
        refuses(
                "gru takes no memory in front of its neurons: expected one of [ncps-ltc, cfc,",
                NetKind.GRU,
                "full",
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "random:0.5:22222", "random:0.95:1", "ncp:0.1:0", "ncp:0.95:999999999"})
    void aWiringIsReadAsItIsWritten(final String text) {
        assertEquals(text, WiringPlan.parse(text).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "full:0.5",
                "random",
                "random:0",
                "random:0.96",
                "random:1",
                "random:-0.5",
                "random:.NaN",
                "ncp:0.05",
                "ncp:0.0999",
                "ncp:0.5:",
                "ncp:0.5:-1",
                "ncp:0.5:9999999999",
                "ncp:0.5:1:2"
            })
    void refusesOtherWirings(final String text) {
        final IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> WiringPlan.parse(text));
        assertTrue(
                refusal.getMessage().startsWith("wiring " + text + ": expected full, random:SPARSITY"),
                refusal.getMessage());
    }

    @Test
    void aCircuitNeedsNeuronsBehindItsOutputs() {
        final NetPlan plan = NetPlan.of(NetKind.CFC, Rule.BPTT, List.of(6), WiringPlan.parse("ncp:0.5"), false);
        assertEquals(3, Nets.of(plan, 4, 3).outputs());
        final IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Nets.of(plan, 4, 4));
        assertEquals("6 neurons for a circuit with 4 motor neurons: expected 7 or more", refusal.getMessage());
    }

    /** Outputs of liquid neurons are sums of motor neurons, so that a small circuit can have fewer of them. */
    @Test
    void aSmallCircuitHasAThirdOfItsNeuronsAsMotorNeurons() {
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.BPTT, List.of(19), WiringPlan.parse("ncp:0.5"), false);
        assertEquals(6 * 27, readout(plan, 27));
        assertEquals(6 * 10, readout(plan, 10));
        assertEquals(9 * 9, readout(plan, 9));
    }

    private static long readout(final NetPlan plan, final int outputs) {
        final Net net = Nets.of(plan, 86, outputs);
        final float[] weights = net.initial(new RandomStream(1), 1);
        net.constrain(weights);
        final ParameterLayout layout = net.layout();
        final ParameterLayout.Slice sums = IntStream.range(0, layout.count())
                .mapToObj(layout::slice)
                .filter(slice -> slice.name().equals("Wout"))
                .findFirst()
                .orElseThrow();
        return IntStream.range(sums.offset(), sums.offset() + sums.size())
                .filter(i -> weights[i] != 0)
                .count();
    }
}
