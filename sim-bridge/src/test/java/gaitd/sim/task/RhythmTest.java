package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.Transitions;
import gaitd.policies.text.TomlReader;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.fault.FaultPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feet that stand on the ground and swing over it in turn. */
class RhythmTest {
    private static final String TROT = """
            period_s = 0.5
            phase = [0, 0.5, 0.5, 0]
            standing = 0.6
            lift_m = 0.05
            """;

    private final Rhythm trot = Rhythm.read(TomlReader.parse(TROT, "trot", ConfigException.thrower()));

    @ParameterizedTest
    @CsvSource({
        // standing: from the beginning to 0.3 s
        "0, 0.00, 0, 1",
        "0, 0.29, 0, 1",
        "0, 0.10, 0.025, 0.5",
        "0, 0.10, 0.2, 0",
        "0, 0.10, -0.005, 1",
        // swinging, highest at 0.4 s
        "0, 0.40, 0, 0",
        "0, 0.40, -0.005, 0",
        "0, 0.40, 0.025, 0.5",
        "0, 0.35, 0.017677669530, 0.5",
        "0, 0.40, 0.05, 1",
        "0, 0.40, 0.075, 0.5",
        "0, 0.40, 0.11, 0",
        "0, 0.90, 0.025, 0.5",
        // half a period later
        "1, 0.15, 0.025, 0.5",
        "2, 0.15, 0, 0",
        "3, 0.15, 0, 1"
    })
    void aFootKeepsToIt(final int leg, final double timeS, final double heightM, final double kept) {
        assertEquals(kept, trot.kept(leg, timeS, heightM), 1e-9);
    }

    /** A robot that holds its pose keeps all feet down, which is right for two of them, and for all in the step where feet change. */
    @Test
    void whoStandsStillKeepsHalfOfIt() {
        final A1Task task = TaskFile.of("a1-legs")
                .with("vary = \"mild\"", "vary = \"none\"")
                .without("[config]", "# Gains")
                .task();
        try (A1Env env = new A1Env(task, 8, 1, FaultPlan.NONE)) {
            final Transitions transitions = Transitions.of(env);
            final int terms = env.rewardTerms().size();
            env.reset(3, transitions);
            double rhythm = 0;
            double height = 0;
            for (int step = 0; step < 150; step++) {
                env.step(transitions);
                if (step >= 100) {
                    rhythm += transitions.rewardTerm[env.rewardTerms().indexOf("rhythm")] / (50 * 0.02 * 1.5);
                    height += transitions.rewardTerm[env.rewardTerms().indexOf("height_square")] / (50 * 0.02 * -10);
                }
            }
            assertEquals(0.5 + 0.5 / 25, rhythm, 0.005);
            final double heightM = env.quantities().quantity(0, StepQuantity.HEIGHT);
            assertEquals((heightM - 0.27) * (heightM - 0.27), height, 1e-4);
            assertTrue(heightM > 0.2 && heightM < 0.27, "trunk at " + heightM);
            assertEquals(8 * terms, transitions.rewardTerm.length);
        }
    }
}
