package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.adapt.TrialJudge.Judgement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialJudgeTest {
    private static final int TRIALS = 20_000;
    private static final double NOISE = 0.03;

    /** Share of trials that end so, for a candidate that is better by so much. */
    private static double share(final Judgement end, final double better) {
        final SplittableRandom random = new SplittableRandom(11);
        int count = 0;
        for (int i = 0; i < TRIALS; i++) {
            final TrialJudge judge = new TrialJudge();
            Judgement now = Judgement.GOES_ON;
            while (now == Judgement.GOES_ON) {
                now = judge.add(0.8 + NOISE * random.nextGaussian(), 0.8 + better + NOISE * random.nextGaussian());
            }
            count += now == end ? 1 : 0;
        }
        return (double) count / TRIALS;
    }

    @Test
    void seldomTakesWhatIsNoDifferent() {
        final double share = share(Judgement.BETTER, 0);
        assertTrue(share < 0.05, () -> "accepted " + share);
    }

    @Test
    void hardlyEverTakesWhatIsWorse() {
        final double share = share(Judgement.BETTER, -NOISE);
        assertTrue(share < 0.003, () -> "accepted " + share);
    }

    @Test
    void takesWhatIsClearlyBetter() {
        final double share = share(Judgement.BETTER, 3 * NOISE);
        assertTrue(share > 0.98, () -> "accepted " + share);
    }

    @Test
    void refusesWhatIsClearlyWorse() {
        final double share = share(Judgement.WORSE, -3 * NOISE);
        assertTrue(share > 0.98, () -> "refused " + share);
    }

    /** Differences without any noise leave no doubt, but not before there are enough. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, -0.01})
    void waitsForEnoughPairs(final double better) {
        final TrialJudge judge = new TrialJudge();
        for (int i = 1; i < TrialJudge.PAIRS_MIN; i++) {
            assertEquals(Judgement.GOES_ON, judge.add(0.5, 0.5 + better));
        }
        assertEquals(better > 0 ? Judgement.BETTER : Judgement.WORSE, judge.add(0.5, 0.5 + better));
        assertEquals(better, judge.mean(), 1e-12);
    }

    @Test
    void givesUpAfterTheLastPair() {
        final TrialJudge judge = new TrialJudge();
        for (int i = 1; i < TrialJudge.PAIRS_MAX; i++) {
            assertEquals(Judgement.GOES_ON, judge.add(0.5, i % 2 == 0 ? 0.6 : 0.4));
        }
        assertEquals(Judgement.NO_BETTER, judge.add(0.5, 0.6));
        assertEquals(TrialJudge.PAIRS_MAX, judge.pairs());
    }

    @Test
    void anEqualRewardIsNoBetter() {
        final TrialJudge judge = new TrialJudge();
        Judgement now = Judgement.GOES_ON;
        while (now == Judgement.GOES_ON) {
            now = judge.add(0.5, 0.5);
        }
        assertEquals(Judgement.NO_BETTER, now);
    }
}
