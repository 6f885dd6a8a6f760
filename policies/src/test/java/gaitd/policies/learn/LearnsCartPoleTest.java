package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class LearnsCartPoleTest {
    private static final int ITERATIONS_MAX = 120;

    private static final int SEEDS = 3;
    /** At twice the rate an LTC's gradient by integrating backwards is not finite any more for about every other seed. */
    private static final double ADJOINT_RATE = 5e-3;
    /** Sequences of this length fill vectors; a gradient that integrates backwards over them is not always finite. */
    private static final int SEGMENT = 16;

    /** The pole stands for 475 of 500 steps on average. An untrained network holds it for about 30. */
    @ParameterizedTest
    @CsvSource({
        "LTC, EP",
        "ENERGY, EP",
        "LTC, BPTT",
        "LTC, ADJOINT",
        "MLP, BPTT",
        "CTRNN, BPTT",
        "NODE, BPTT",
        "CTRNN, ADJOINT",
        "LSTM, BPTT",
        "GRU, BPTT",
        "CFC, BPTT",
        "CFC_NO_GATE, BPTT",
        "CFC_PURE, BPTT"
    })
    void balancesThePole(final NetKind kind, final Rule rule) {
        final EpisodeLog episodes = learned(NetPlan.of(kind, rule, List.of(16)), 0.95 * CartPole.STEPS);
        assertTrue(isReached(episodes, 0.95 * CartPole.STEPS), () -> "mean length " + episodes.length());
    }

    /** These take more computing or more steps, and need not get as far either; untrained they hold it for about 30 steps. */
    @ParameterizedTest
    @CsvSource({
        "CT_GRU, BPTT, full, false",
        "NCPS_LTC, BPTT, full, false",
        "NCPS_LTC, BPTT, ncp:0.5, false",
        "LTC, EP, random:0.5, false",
        "LTC, EP, ncp:0.5, false",
        "CTRNN, BPTT, ncp:0.5, false",
        "CFC, BPTT, ncp:0.5, false",
        "CFC, BPTT, full, true"
    })
    void timeScalesSparseWiringsAndMemoriesLearnToo(
            final NetKind kind, final Rule rule, final String wiring, final boolean memory) {
        final EpisodeLog episodes =
                learned(NetPlan.of(kind, rule, List.of(16), WiringPlan.parse(wiring), memory), 0.4 * CartPole.STEPS);
        assertTrue(isReached(episodes, 0.4 * CartPole.STEPS), () -> "mean length " + episodes.length());
    }

    /** An RNN-ODE has no leak and forgets nothing; it is the slowest of all, and need not get as far. */
    @Test
    void integratorsLearnToo() {
        final EpisodeLog episodes = learned(NetPlan.of(NetKind.RNNODE, Rule.BPTT, List.of(16)), 0.4 * CartPole.STEPS);
        assertTrue(isReached(episodes, 0.4 * CartPole.STEPS), () -> "mean length " + episodes.length());
    }

    /** Of the first three seeds, the first that learns: which of them goes astray is decided by the last bit of a sum. */
    private static EpisodeLog learned(final NetPlan plan, final double goal) {
        EpisodeLog episodes = learned(plan, goal, 1);
        for (int seed = 2; seed <= SEEDS && !isReached(episodes, goal); seed++) {
            episodes = learned(plan, goal, seed);
        }
        return episodes;
    }

    private static EpisodeLog learned(final NetPlan plan, final double goal, final int seed) {
        final CartPole env = new CartPole(32, false);
        final PpoSettings settings = PpoSettings.ppo()
                .twoSidedClip(plan.rule() == Rule.EP)
                .set(PpoSetting.ROLLOUT, 64)
                .set(PpoSetting.SEGMENT, plan.rule() == Rule.ADJOINT ? 0 : SEGMENT)
                .set(PpoSetting.EPOCHS, 5)
                .set(PpoSetting.RATE, plan.rule() == Rule.ADJOINT ? ADJOINT_RATE : 1e-2)
                .set(PpoSetting.KL, 0)
                .set(PpoSetting.DEVIATION, 0.5)
                .build();
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, env.observations(), env.actions()),
                Nets.of(plan, env.observations(), 1),
                env,
                settings,
                TaskExecutor.SERIAL,
                seed);
        learner.restart(seed);
        while (learner.iteration() < ITERATIONS_MAX && !isReached(learner.episodes(), goal)) {
            learner.iterate();
        }
        return learner.episodes();
    }

    private static boolean isReached(final EpisodeLog episodes, final double goal) {
        return episodes.ended() > EpisodeLog.WINDOW && episodes.length() > goal;
    }
}
