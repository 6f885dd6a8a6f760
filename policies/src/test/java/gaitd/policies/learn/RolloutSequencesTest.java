package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutSequencesTest {
    private static final int COPIES = 8;
    private static final int ROLLOUT = 24;

    @Test
    void everyTransitionIsOfOneSequence() {
        final RolloutStorage rollout = new RolloutStorage(3, 8, 4, 1, 1, 0, 0);
        final boolean[] met = new boolean[24];
        for (int sequence = 0; sequence < rollout.sequences; sequence++) {
            for (int step = 0; step < rollout.segment; step++) {
                final int cell = rollout.cell(sequence, step);
                assertFalse(met[cell]);
                met[cell] = true;
                assertEquals(sequence % 3, cell % 3);
            }
        }
        assertEquals(12, rollout.sequences);
    }

    /** Sequences begin from the states that were met: the networks repeat what they did in the rollout. */
    @ParameterizedTest
    @CsvSource({"LTC, EP, 0", "LTC, EP, 8", "LTC, EP, 3", "GRU, BPTT, 0", "GRU, BPTT, 6", "GRU, BPTT, 1"})
    void repeatsTheRollout(final NetKind kind, final Rule rule, final int segment) {
        final CartPole pole = new CartPole(COPIES, true);
        final NetPlan plan = NetPlan.of(kind, rule, List.of(8));
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, pole.observations(), pole.actions()),
                Nets.of(plan, pole.observations(), 1),
                pole,
                PpoSettings.ppo()
                        .twoSidedClip(rule == Rule.EP)
                        .set(PpoSetting.ROLLOUT, ROLLOUT)
                        .set(PpoSetting.SEGMENT, segment)
                        .set(PpoSetting.EPOCHS, 1)
                        .set(PpoSetting.MINIBATCHES, 1)
                        .build(),
                TaskExecutor.SERIAL,
                5);
        learner.restart(5);
        for (int i = 0; i < 3; i++) {
            learner.iterate();
            assertEquals(0, learner.update().divergence(), 1e-9);
        }
        assertTrue(learner.episodes().ended() > 0, "episodes end inside of sequences");
    }

    @Test
    void aSegmentDividesTheRollout() {
        final PpoSettings.Builder settings = PpoSettings.ppo().set(PpoSetting.ROLLOUT, ROLLOUT);
        assertEquals(1, settings.build().segments());
        assertEquals(4, settings.set(PpoSetting.SEGMENT, 6).build().segments());
        settings.set(PpoSetting.SEGMENT, 7);
        assertEquals(
                "--rollout 24 is not divided by --segment 7: choose a divisor, or 0 for whole rollouts",
                assertThrows(IllegalArgumentException.class, settings::build).getMessage());
    }
}
