package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkWatchTest {
    private static final int OUTPUTS = 5;
    private static final double STEP_S = 0.01;
    /** Beyond this many half widths of the default box of 0.3 an output is far outside: once the box, and half its width more. */
    private static final double FAR = 0.6;

    private final Config config =
            Config.defaults().change().set(Setting.ADAPT_BOX, 0.3, "test").conclude();
    private final double[] half = {1, 2, 1, 0.5, 1};
    private final NetworkWatch watch = new NetworkWatch(config, new OutputBox(config, half), STEP_S);
    private final float[] shipped = {0.1f, -0.2f, 0, 0.3f, 0};
    private final float[] output = shipped.clone();

    private void put(final int index, final double halfWidths) {
        System.arraycopy(shipped, 0, output, 0, OUTPUTS);
        output[index] = (float) (shipped[index] + halfWidths * half[index]);
    }

    private RollbackCause steps(final int count) {
        RollbackCause cause = RollbackCause.NONE;
        for (int i = 0; i < count; i++) {
            cause = watch.judge(output, shipped);
        }
        return cause;
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anOutputThatIsNoNumberAtOnceWhicheverItIs(final float bad) {
        for (int i = 0; i < OUTPUTS; i++) {
            put(i, 0);
            output[i] = bad;
            assertEquals(RollbackCause.NOT_FINITE, watch.judge(output, shipped));
        }
    }

    @Test
    void anOutputFarOutsideTheBoxAfterItsTime() {
        final int allowed = (int) Math.round(config.get(Setting.POLICY_BOUNDS_MS) / 1e3 / STEP_S);
        for (int i = 0; i < OUTPUTS; i++) {
            for (final double sign : new double[] {-1, 1}) {
                watch.reset();
                put(i, sign * FAR * 0.999);
                assertEquals(RollbackCause.NONE, steps(10 * allowed), "output " + i);
                put(i, sign * FAR * 1.001);
                assertEquals(RollbackCause.NONE, steps(allowed), "output " + i);
                assertEquals(RollbackCause.OUT_OF_BOX, steps(1), "output " + i);
            }
        }
    }

    @Test
    void theTimeOutsideCountsInARow() {
        final int allowed = (int) Math.round(config.get(Setting.POLICY_BOUNDS_MS) / 1e3 / STEP_S);
        for (int i = 0; i < 5; i++) {
            put(2, 10);
            assertEquals(RollbackCause.NONE, steps(allowed));
            put(2, 0.3);
            assertEquals(RollbackCause.NONE, steps(1));
        }
    }

    /** From side to side of the box every fifth step is 10 Hz, the limit; every sixth is slower, every fourth faster. */
    @Test
    void anOscillationFasterThanTheLimit() {
        for (int i = 0; i < OUTPUTS; i++) {
            assertEquals(RollbackCause.NONE, oscillate(i, 6, 300), "output " + i);
            assertEquals(RollbackCause.UNREST, oscillate(i, 4, 300), "output " + i);
            assertEquals(RollbackCause.UNREST, oscillate(i, 1, 300), "output " + i);
        }
    }

    private RollbackCause oscillate(final int index, final int every, final int count) {
        watch.reset();
        for (int i = 0; i < count; i++) {
            // As a triangle, so that all steps change it alike.
            final int within = i % (2 * every);
            final double up = (within < every ? within : 2 * every - within) / (double) every;
            put(index, 0.3 * (2 * up - 1));
            final RollbackCause cause = watch.judge(output, shipped);
            if (cause != RollbackCause.NONE) {
                return cause;
            }
        }
        return RollbackCause.NONE;
    }

    @Test
    void whatTheShippedPolicyDoesItselfIsNoUnrest() {
        final float[] lively = new float[OUTPUTS];
        for (int i = 0; i < 300; i++) {
            Arrays.fill(lively, i % 2 == 0 ? 1 : -1);
            assertEquals(RollbackCause.NONE, watch.judge(lively, lively));
        }
    }
}
