package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.Pendulum;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LearnsPendulumTest {
    private static final int COPIES = 64;

    /** Hanging still earns 79 of an episode's 200; who swings up and holds comes near 190. */
    private static final double HELD = 175;

    @Test
    void swingsUpByEquilibriumPropagation() {
        assertTrue(reward(NetKind.LTC, Rule.EP, new Pendulum(COPIES, false), HELD, 140) >= HELD);
    }

    @Test
    void swingsUpByBackpropagation() {
        assertTrue(reward(NetKind.GRU, Rule.BPTT, new Pendulum(COPIES, false), HELD, 140) >= HELD);
    }

    /** Without the pole's and the cart's velocity a network has to remember; a picture of the moment is not enough. */
    @Test
    void balancesThePoleWithoutVelocities() {
        final double solved = 0.95 * CartPole.STEPS;
        assertTrue(reward(NetKind.GRU, Rule.BPTT, new CartPole(COPIES, true), solved, 100) >= solved);
    }

    /** The reward of an episode when it first reaches the goal, or at the last iteration. */
    private static double reward(
            final NetKind kind, final Rule rule, final VectorEnv env, final double goal, final int iterations) {
        final NetPlan plan = NetPlan.of(kind, rule, List.of(16));
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, env.observations(), env.actions()),
                Nets.of(plan, env.observations(), 1),
                env,
                PpoSettings.ppo()
                        .twoSidedClip(rule == Rule.EP)
                        .set(PpoSetting.ROLLOUT, 64)
                        .set(PpoSetting.EPOCHS, 5)
                        .set(PpoSetting.RATE, 1e-2)
                        .set(PpoSetting.KL, 0)
                        .set(PpoSetting.DEVIATION, 0.5)
                        .build(),
                TaskExecutor.SERIAL,
                1);
        learner.restart(1);
        while (learner.iteration() < iterations
                && (learner.episodes().ended() <= EpisodeLog.WINDOW
                        || learner.episodes().reward() < goal)) {
            learner.iterate();
        }
        return learner.episodes().reward();
    }
}
