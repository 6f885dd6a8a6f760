package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteCheckTest {
    private static final PpoSettings SHORT = brief().build();

    private static PpoSettings.Builder brief() {
        return PpoSettings.ppo()
                .twoSidedClip(true)
                .set(PpoSetting.ROLLOUT, 16)
                .set(PpoSetting.EPOCHS, 2)
                .set(PpoSetting.MINIBATCHES, 2);
    }

    /** A pole one of whose transitions goes wrong in step 21, which is the fifth of iteration 2. */
    private static final class Broken implements VectorEnv {
        private final CartPole pole = new CartPole(16, false);
        private final String what;
        private int step;

        private Broken(final String what) {
            this.what = what;
        }

        @Override
        public int environments() {
            return pole.environments();
        }

        @Override
        public int observations() {
            return pole.observations();
        }

        @Override
        public int actions() {
            return pole.actions();
        }

        @Override
        public List<Signal> observationSignals() {
            return pole.observationSignals();
        }

        @Override
        public List<Signal> actionSignals() {
            return pole.actionSignals();
        }

        @Override
        public List<String> rewardTerms() {
            return pole.rewardTerms();
        }

        @Override
        public double rateHz() {
            return pole.rateHz();
        }

        @Override
        public void reset(final long seed, final Transitions transitions) {
            pole.reset(seed, transitions);
        }

        @Override
        public void step(final Transitions transitions) {
            pole.step(transitions);
            if (++step == 21) {
                switch (what) {
                    case "reward" -> transitions.reward[7] = Float.NaN;
                    case "observation" -> transitions.observation[4 * 7 + 2] = Float.POSITIVE_INFINITY;
                    default -> transitions.reward[7] = Float.MAX_VALUE;
                }
            }
        }
    }

    private static PpoLearner learner(final VectorEnv env, final PpoSettings settings) {
        final NetPlan plan = NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8));
        final PpoLearner learner =
                new PpoLearner(Nets.of(plan, 4, 1), Nets.of(plan, 4, 1), env, settings, TaskExecutor.SERIAL, 3);
        learner.restart(3);
        return learner;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reward | reward of environment 7 is NaN since step 5 of iteration 2",
                "observation | observation velocity of environment 7 is Infinity since step 5 of iteration 2"
            })
    void stopsAtWhatAnEnvironmentGives(final String what, final String expected) {
        final PpoLearner learner = learner(new Broken(what), SHORT);
        learner.iterate();
        assertEquals(
                expected,
                assertThrows(NonFiniteException.class, learner::iterate).getMessage());
        assertEquals(1, learner.iteration());
    }

    /** The reward that no float exceeds is a number. */
    @Test
    void goesOnWithTheGreatestNumber() {
        final PpoLearner learner = learner(new Broken("greatest"), SHORT);
        learner.iterate();
        assertDoesNotThrow(learner::iterate);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e30, 1e38})
    void stopsWhenStepsAreTooLong(final double rate) {
        final PpoLearner learner = learner(
                new CartPole(16, false),
                brief().set(PpoSetting.RATE, rate).set(PpoSetting.KL, 0).build());
        final String message =
                assertThrows(NonFiniteException.class, learner::iterate).getMessage();
        assertTrue(message.endsWith(" since epoch 1, minibatch 2 of iteration 1"), message);
    }

    @Test
    void namesTheWeight() {
        final Net net = Nets.of(NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8)), 4, 1);
        final FiniteCheck check = new FiniteCheck(new CartPole(1, false));
        check.begin(12);
        final float[] parameters = new float[net.layout().size() + 1];
        check.weights("actor", net.layout(), parameters, 0, 0);
        parameters[net.layout().slice("0.bias").offset() + 3] = Float.NaN;
        assertEquals(
                "weight 3 of 0.bias of the actor is NaN since epoch 2, minibatch 3 of iteration 12",
                assertThrows(NonFiniteException.class, () -> check.weights("actor", net.layout(), parameters, 1, 2))
                        .getMessage());
        parameters[net.layout().slice("0.bias").offset() + 3] = 0;
        parameters[net.layout().size()] = Float.NEGATIVE_INFINITY;
        assertTrue(assertThrows(NonFiniteException.class, () -> check.weights("actor", net.layout(), parameters, 0, 0))
                .getMessage()
                .startsWith("logarithm of deviation 0 of the actor is -Infinity"));
    }

    @Test
    void findsTheFirst() {
        assertEquals(-1, FiniteCheck.first(new float[] {1, Float.MAX_VALUE, -Float.MAX_VALUE}));
        assertEquals(1, FiniteCheck.first(new float[] {1, Float.NaN, Float.NaN}));
        assertEquals(2, FiniteCheck.first(new float[] {1, 2, Float.NEGATIVE_INFINITY}));
    }
}
