package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.FormatException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerPartTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final NetPlan CRITIC = NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(5, 4));

    private static LearnerPart part(
            final NetPlan actor, final float[] critic, final float[] logs, final float deviation) {
        return new LearnerPart(
                actor, CRITIC, "a1-stage1", "[task]\nlines = \"of text\"", "train it", critic, logs, deviation);
    }

    private static float[] critic() {
        return Nets.of(CRITIC, INPUTS, 1).initial(new SplittableRandom(1), 1);
    }

    private static LearnerPart good() {
        return part(NetPlan.of(NetKind.LTC, Rule.EP, List.of(9)), critic(), new float[] {-1.5f, -2}, 0.25f);
    }

    private static String refusal(final LearnerPart part) {
        return assertThrows(FormatException.class, () -> LearnerPart.read(part.write(), INPUTS, OUTPUTS))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "LTC, EP, 9, full, false",
        "LTC, BPTT, 9, ncp:0.5:7, false",
        "ENERGY, EP, 8, full, false",
        "NODE, ADJOINT, 9, random:0.25, false",
        "CFC_NO_GATE, BPTT, 12, ncp:0.5, true"
    })
    void saysAllOfIt(final NetKind kind, final Rule rule, final int hidden, final String wiring, final boolean memory)
            throws FormatException {
        final NetPlan plan = NetPlan.of(kind, rule, List.of(hidden), WiringPlan.parse(wiring), memory);
        final LearnerPart given = part(plan, critic(), new float[] {-1.5f, -2}, 0.25f);
        final LearnerPart read = LearnerPart.read(given.write(), INPUTS, OUTPUTS);
        assertEquals(plan, read.actorPlan());
        assertEquals(CRITIC, read.criticPlan());
        assertEquals(given.task(), read.task());
        assertEquals(given.taskText(), read.taskText());
        assertEquals(given.command(), read.command());
        assertArrayEquals(given.critic(), read.critic());
        assertArrayEquals(given.logDeviation(), read.logDeviation());
        assertEquals(given.rewardDeviation(), read.rewardDeviation());
    }

    @Test
    void refusesOtherSizes() {
        final byte[] bytes = good().write();
        final String inputs = assertThrows(FormatException.class, () -> LearnerPart.read(bytes, INPUTS + 1, OUTPUTS))
                .getMessage();
        assertTrue(inputs.matches("critic has [0-9]+ numbers, expected [0-9]+"), inputs);
        final String outputs = assertThrows(FormatException.class, () -> LearnerPart.read(bytes, INPUTS, OUTPUTS + 1))
                .getMessage();
        assertEquals("log_deviation has 2 numbers, expected 3", outputs);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWeightsThatAreNoNumbers(final float bad) {
        final float[] critic = critic();
        critic[critic.length - 1] = bad;
        final String line = refusal(part(good().actorPlan(), critic, new float[] {-1, -1}, 1));
        assertTrue(line.startsWith("tensor 'critic' value " + (critic.length - 1) + " is " + bad), line);
    }

    @ParameterizedTest
    @ValueSource(floats = {-12, 2})
    void takesDeviationsOnTheirLimits(final float log) throws FormatException {
        final LearnerPart part = part(good().actorPlan(), critic(), new float[] {-1, log}, 1);
        assertEquals(log, LearnerPart.read(part.write(), INPUTS, OUTPUTS).logDeviation()[1]);
    }

    @ParameterizedTest
    @ValueSource(floats = {-12.001f, 2.001f})
    void refusesDeviationsBeyondThem(final float log) {
        assertTrue(refusal(part(good().actorPlan(), critic(), new float[] {-1, log}, 1))
                .startsWith("log_deviation "));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1})
    void refusesAScaleOfRewardsThatIsNone(final float deviation) {
        assertTrue(refusal(part(good().actorPlan(), critic(), new float[] {-1, -1}, deviation))
                .startsWith("reward_deviation " + deviation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ltc",
                "ep ltc --hidden 64",
                "ep ltc --hidden --wiring full",
                "ep nothing --hidden 64 --wiring full",
                "by ltc --hidden 64 --wiring full",
                "ep mlp --hidden 64 --wiring full",
                "ep ltc --hidden 64 --wiring half"
            })
    void refusesNetworksThatAreNone(final String text) {
        assertThrows(IllegalArgumentException.class, () -> NetPlan.parse(text));
    }
}
