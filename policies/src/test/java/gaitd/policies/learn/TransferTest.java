package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.SequenceData;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferTest {
    private static final int STEPS = 3;

    @ParameterizedTest
    @CsvSource({
        "LTC, EP, 8",
        "ENERGY, EP, 8",
        "ENERGY, EP, 8 6",
        "MLP, BPTT, 8",
        "LSTM, BPTT, 8",
        "GRU, BPTT, 8",
        "CTRNN, BPTT, 8",
        "CFC, BPTT, 8",
        "CFC_PURE, BPTT, 8",
        "CT_GRU, BPTT, 8",
        "NCPS_LTC, BPTT, 8"
    })
    void aLargerNetworkComputesTheSameUntilItLearns(final NetKind kind, final Rule rule, final String hidden) {
        final NetPlan plan = NetPlan.of(
                kind,
                rule,
                Arrays.stream(hidden.split(" ")).map(Integer::valueOf).toList());
        final Net small = Nets.of(plan, 3, 2);
        final Net large = Nets.of(plan, 5, 4);
        final float[] from = small.initial(new SplittableRandom(1), 1);
        final float[] to = large.initial(new SplittableRandom(2), 1);
        Transfer.copy(small, from, large, to);
        final float[] before = outputs(small, from, 3);
        final float[] after = outputs(large, to, 5);
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < 2; i++) {
                assertEquals(before[2 * step + i], after[4 * step + i], 1e-6);
                assertEquals(0, after[4 * step + 2 + i], 1e-6);
            }
        }
    }

    /** Another number of inputs draws another circuit, which has no place for all synapses of the first. */
    @Test
    void aCircuitDoesNotGrow() {
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.BPTT, List.of(12), WiringPlan.parse("ncp:0.5"), false);
        final Net small = Nets.of(plan, 3, 2);
        final Net large = Nets.of(plan, 5, 2);
        final IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Transfer.copy(
                        small,
                        new float[small.layout().size()],
                        large,
                        new float[large.layout().size()]));
        assertTrue(refusal.getMessage().contains("whose wiring is another"), refusal.getMessage());
        final Net same = Nets.of(plan, 3, 2);
        final float[] from = small.initial(new SplittableRandom(1), 1);
        final float[] to = new float[from.length];
        Transfer.copy(small, from, same, to);
        assertArrayEquals(from, to);
    }

    /** A step after the other; inputs 0.1, 0.2, ... for as many as both networks have, and 9 for the others. */
    private static float[] outputs(final Net net, final float[] parameters, final int inputs) {
        final BatchGradient<float[]> gradient = net.gradient(1, STEPS);
        final SequenceData<float[]> data = gradient.data();
        for (int i = 0; i < STEPS * inputs; i++) {
            data.inputs[i] = i % inputs < 3 ? 0.1f * (i % inputs + 1) : 9;
        }
        Arrays.fill(data.elapsed, (float) net.elapsed());
        gradient.load(parameters, 0);
        gradient.forward(data);
        return data.outputs.clone();
    }

    @ParameterizedTest
    @CsvSource({"MLP, BPTT"})
    void refusesASmallerNetwork(final NetKind kind, final Rule rule) {
        final NetPlan plan = NetPlan.of(kind, rule, List.of(8));
        final Net before = Nets.of(plan, 5, 4);
        final Net after = Nets.of(plan, 3, 2);
        assertThrows(
                IllegalArgumentException.class,
                () -> Transfer.copy(
                        before,
                        new float[before.layout().size()],
                        after,
                        new float[after.layout().size()]));
    }

    @Test
    void marksWhatItCopies() {
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(8));
        final Net small = Nets.of(plan, 3, 2);
        final Net large = Nets.of(plan, 5, 4);
        final float[] ones = new float[small.layout().size()];
        Arrays.fill(ones, 1);
        final float[] to = new float[large.layout().size()];
        Transfer.copy(small, ones, large, to);
        final boolean[] known = new boolean[to.length];
        Transfer.mark(small, large, known);
        for (int i = 0; i < to.length; i++) {
            assertEquals(to[i] == 1, known[i]);
        }
    }
}
