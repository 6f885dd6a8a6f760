package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Episodes of two environments that earn 2 a step: 3 by one term, -1 by the other. */
class EpisodeLogTest {
    private final Transitions transitions = new Transitions(2, 1, 1, 2);
    private final EpisodeLog log = new EpisodeLog(2, 2);

    private void live(final int steps, final boolean cut) {
        Arrays.fill(transitions.reward, 2);
        for (int env = 0; env < 2; env++) {
            transitions.rewardTerm[2 * env] = 3;
            transitions.rewardTerm[2 * env + 1] = -1;
        }
        for (int i = 1; i <= steps; i++) {
            final boolean ends = i == steps;
            Arrays.fill(transitions.terminated, ends && !cut);
            Arrays.fill(transitions.truncated, ends && cut);
            Arrays.fill(transitions.success, ends && cut);
            log.step(transitions);
        }
    }

    @Test
    void episodesCutOffAfterACommonBeginningCountAsWholeOnes() {
        live(100, true);
        log.restart();
        live(50, true);
        assertEquals(4, log.ended());
        assertEquals(100, log.length());
        assertEquals(200, log.reward());
        live(80, true);
        assertEquals((4 * 100 + 2 * 80) / 6.0, log.length(), 1e-4);
    }

    @Test
    void termsAddUpToTheReward() {
        live(100, true);
        log.restart();
        live(50, true);
        live(40, false);
        assertEquals((4 * 100 + 2 * 40) / 6.0 * 3, log.rewardTerm(0), 1e-4);
        assertEquals((4 * 100 + 2 * 40) / 6.0 * -1, log.rewardTerm(1), 1e-4);
        assertEquals(log.reward(), log.rewardTerm(0) + log.rewardTerm(1), 1e-4);
    }

    @Test
    void veryShortOnesDoNotCount() {
        live(100, true);
        log.restart();
        live(24, true);
        assertEquals(2, log.ended());
    }

    @Test
    void lostOnesCountAsTheyAre() {
        live(100, true);
        log.restart();
        live(20, false);
        assertEquals(60, log.length());
        assertEquals(0.5, log.success());
    }

    @Test
    void aCheckpointKnowsWhichEpisodesAreFirst() throws IOException {
        live(100, true);
        log.restart();
        live(30, false);
        log.restart();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.write(new DataOutputStream(bytes));
        live(50, true);
        final double expected = log.length();
        final double expectedTerm = log.rewardTerm(1);
        log.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        live(50, true);
        assertEquals(expected, log.length());
        assertEquals(expectedTerm, log.rewardTerm(1));
        assertEquals((2 * 100 + 2 * 30 + 2 * 100) / 6.0, log.length(), 1e-4);
    }
}
