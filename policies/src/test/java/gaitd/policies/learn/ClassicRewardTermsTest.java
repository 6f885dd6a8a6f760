package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.Pendulum;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassicRewardTermsTest {
    @Test
    void termsAddUpToTheReward() {
        for (final VectorEnv env : List.of(new CartPole(3, false), new Pendulum(3, true))) {
            final int terms = env.rewardTerms().size();
            final Transitions transitions = Transitions.of(env);
            final RandomStream random = new RandomStream(2);
            env.reset(1, transitions);
            for (int step = 0; step < 50; step++) {
                for (int i = 0; i < 3; i++) {
                    transitions.action[i] = (float) random.nextDouble(-1, 1);
                }
                env.step(transitions);
                for (int i = 0; i < 3; i++) {
                    final int at = i * terms;
                    final double sum = IntStream.range(0, terms)
                            .mapToDouble(k -> transitions.rewardTerm[at + k])
                            .sum();
                    assertEquals(transitions.reward[i], sum, 1e-6);
                    assertTrue(IntStream.range(0, terms).allMatch(k -> transitions.rewardTerm[at + k] != 0));
                }
            }
        }
    }
}
