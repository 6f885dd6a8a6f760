package gaitd.lab.policyplot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.Networks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PolicyRunTest {
    @Test
    void goldenInputsGiveTheStatesBehindTheOutputs() {
        final PolicyRun run = PolicyRun.golden(Bundles.lstm(), Networks.FASTEST);
        final int last = BundleMaker.GOLDEN_STEPS - 1;
        assertEquals(last + 1, run.steps());
        assertEquals(8, run.hidden()[0].length);
        assertArrayEquals(run.outputs()[last], Arrays.copyOf(run.hidden()[last], 4), 0);
        assertTrue(run.source().contains("golden inputs, " + run.steps() + " steps"), run.source());
    }

    @Test
    void aSeedDecidesTheObservations() {
        final PolicyRun run = PolicyRun.smooth(Bundles.circuit(), Networks.FASTEST, 3, 4);
        final PolicyRun same = PolicyRun.smooth(Bundles.circuit(), Networks.FASTEST, 3, 4);
        final PolicyRun other = PolicyRun.smooth(Bundles.circuit(), Networks.FASTEST, 4, 4);
        assertEquals(200, run.steps());
        assertArrayEquals(run.hidden()[199], same.hidden()[199], 0);
        assertFalse(Arrays.equals(run.inputs()[199], other.inputs()[199]));
        assertEquals("smooth random observations, seed 3, 4 s at 50 Hz", run.source());
    }

    @Test
    void observationsAreSmoothAndWithinTheManifestsLimits() {
        final PolicyRun run = PolicyRun.smooth(Bundles.circuit(), Networks.FASTEST, 3, 20);
        double greatest = 0;
        for (int k = 1; k < run.steps(); k++) {
            for (int i = 0; i < 3; i++) {
                greatest = Math.max(greatest, Math.abs(run.inputs()[k][i]));
                assertTrue(Math.abs(run.inputs()[k][i] - run.inputs()[k - 1][i]) < 0.5, "step " + k);
            }
        }
        assertEquals(0.5, greatest, 1e-9);
    }

    @Test
    void theLastActionObservedIsTheNetworksOwn() {
        final PolicyRun run = PolicyRun.smooth(Bundles.circuit(), Networks.FASTEST, 3, 1);
        assertEquals(0, run.inputs()[0][3]);
        for (int i = 0; i < Bundles.ACTIONS; i++) {
            assertEquals(Math.clamp(run.outputs()[8][i], -0.25, 0.25), run.inputs()[9][3 + i], 1e-12);
        }
    }
}
