package gaitd.policies.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.kernel.Synapses;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void automaticCircuitsHaveTheKnownNumbersOfSynapses() {
        final int[][] known = {
            {8, 1, 4, 9, 8}, {19, 1, 32, 46, 160}, {32, 4, 20, 117, 160}, {32, 12, 48, 104, 288}, {64, 12, 48, 460, 768}
        };
        for (final int[] row : known) {
            final Wiring wiring = CircuitSpec.auto(row[2], row[0], row[1], 0.5).wiring(CircuitSpec.DEFAULT_SEED);
            assertEquals(row[3], wiring.inner().count(), "inner of " + row[0]);
            assertEquals(row[4], wiring.sensory().count(), "sensory of " + row[0]);
            assertEquals(row[1], wiring.outputs());
        }
    }

    @Test
    void circuitsConnectLayersOnlyForwardAndCommandNeuronsAmongThemselves() {
        for (int seed = 0; seed < 50; seed++) {
            final CircuitSpec spec = new CircuitSpec(7, 12, 6, 4, 1, 1, 5, 1);
            final Wiring wiring = spec.wiring(seed);
            final boolean[] reached = new boolean[22];
            final boolean[] used = new boolean[22];
            for (int k = 0; k < wiring.inner().count(); k++) {
                final int source = wiring.inner().source(k);
                final int target = wiring.inner().target(k);
                assertTrue(source >= 4 && target < 10, "seed " + seed);
                assertTrue(source < 10 || target >= 4, "inter reaches motor, seed " + seed);
                assertEquals(1, Math.abs(wiring.innerPolarity(k)));
                reached[target] = true;
                used[source] = true;
            }
            for (int k = 0; k < wiring.sensory().count(); k++) {
                assertTrue(wiring.sensory().target(k) >= 10);
                assertEquals(1, Math.abs(wiring.sensoryPolarity(k)));
                reached[wiring.sensory().target(k)] = true;
            }
            for (int neuron = 0; neuron < 22; neuron++) {
                assertTrue(reached[neuron], "seed " + seed + ": nothing reaches " + neuron);
                assertTrue(used[neuron] || neuron < 4, "seed " + seed + ": unused " + neuron);
            }
        }
    }

    @Test
    void randomWiringsHaveTheirDensityAndNoPreferredPlace() {
        final int[] hits = new int[10];
        for (int seed = 0; seed < 400; seed++) {
            final Wiring wiring = Wiring.random(3, 10, 2, 0.75, seed);
            assertEquals(25, wiring.inner().count());
            assertEquals(8, wiring.sensory().count());
            for (int k = 0; k < 25; k++) {
                hits[wiring.inner().source(k)]++;
            }
        }
        for (final int hit : hits) {
            assertEquals(1000, hit, 150);
        }
    }

    @Test
    void seedsDecide() {
        assertEquals(draws(Wiring.random(3, 10, 2, 0.5, 4)), draws(Wiring.random(3, 10, 2, 0.5, 4)));
        assertFalse(draws(Wiring.random(3, 10, 2, 0.5, 4)).equals(draws(Wiring.random(3, 10, 2, 0.5, 5))));
    }

    private static String draws(final Wiring wiring) {
        final StringBuilder text = new StringBuilder();
        for (int k = 0; k < wiring.inner().count(); k++) {
            text.append(wiring.inner().source(k))
                    .append(' ')
                    .append(wiring.inner().target(k));
            text.append(' ').append(wiring.innerPolarity(k)).append(',');
        }
        return text.toString();
    }

    @Test
    void symmetricWiringsConnectBothWaysWithOneSign() {
        final Wiring drawn = CircuitSpec.auto(5, 16, 3, 0.5).wiring(7);
        final Wiring mutual = drawn.symmetric();
        final int[][] signs = signs(mutual);
        final int[][] before = signs(drawn);
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                assertEquals(signs[i][j], signs[j][i]);
                assertEquals(before[i][j] != 0 || before[j][i] != 0, signs[i][j] != 0);
            }
        }
        assertEquals(drawn.sensory().count(), mutual.sensory().count());
        assertEquals(drawn.sensoryPolarity(3), mutual.sensoryPolarity(3));
    }

    private static int[][] signs(final Wiring wiring) {
        final Synapses inner = wiring.inner();
        final int[][] signs = new int[inner.sources()][inner.targets()];
        for (int k = 0; k < inner.count(); k++) {
            signs[inner.source(k)][inner.target(k)] = wiring.innerPolarity(k);
        }
        return signs;
    }

    @Test
    void refusesSizesThatCannotBe() {
        refuses(() -> Wiring.full(3, 4, 5, 1), "5 outputs");
        refuses(() -> Wiring.random(3, 4, 1, 1, 1), "sparsity");
        refuses(() -> CircuitSpec.auto(3, 8, 6, 0.5), "motor neurons");
        refuses(() -> CircuitSpec.auto(3, 8, 1, 0.05), "sparsity");
        refuses(() -> new CircuitSpec(3, 4, 2, 1, 5, 1, 0, 1), "sensory fan-out");
        refuses(() -> new CircuitSpec(3, 4, 2, 1, 1, 3, 0, 1), "inter fan-out");
        refuses(() -> new CircuitSpec(3, 4, 2, 1, 1, 1, -1, 1), "recurrent");
        refuses(() -> new CircuitSpec(3, 4, 2, 1, 1, 1, 0, 3), "motor fan-in");
    }

    private static void refuses(final Runnable draw, final String why) {
        final String message =
                assertThrows(IllegalArgumentException.class, draw::run).getMessage();
        assertTrue(message.contains(why), message);
    }
}
