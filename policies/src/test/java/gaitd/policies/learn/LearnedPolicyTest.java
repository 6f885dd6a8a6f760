package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.Pendulum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedPolicyTest {
    private static final int COPIES = 8;

    private static PpoLearner learner(final NetPlan plan, final VectorEnv env) {
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, env.observations(), env.actions()),
                Nets.of(plan.by(Rule.BPTT), env.observations(), 1),
                env,
                PpoSettings.ppo().set(PpoSetting.MINIBATCHES, 1).build(),
                TaskExecutor.SERIAL,
                1);
        learner.restart(1);
        learner.iterate();
        learner.iterate();
        return learner;
    }

    private static TrainedNetworks written(final TrainedNetworks trained) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trained.write(new DataOutputStream(bytes));
        return TrainedNetworks.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** What a bundle of the same weights computes, with a state of its own for each copy, zero where an episode begins. */
    @ParameterizedTest
    @CsvSource({"MLP, BPTT, full", "LSTM, BPTT, full", "LTC, BPTT, full", "LTC, EP, random:0.5", "ENERGY, EP, full"})
    void actsAsTheDeployedNetworkDoes(final NetKind kind, final Rule rule, final String wiring) throws IOException {
        final VectorEnv env = new CartPole(COPIES, true);
        final NetPlan plan = NetPlan.of(kind, rule, List.of(8), WiringPlan.parse(wiring), false);
        final PpoLearner learner = learner(plan, env);
        final LearnedPolicy policy = new LearnedPolicy(written(learner.trained()), env);
        final ImportedNetwork network =
                Nets.of(plan, env.observations(), env.actions()).export(learner.actor());
        final PolicyCell[] cells = new PolicyCell[COPIES];
        for (int i = 0; i < COPIES; i++) {
            cells[i] = new Networks(FloatKernels.INSTANCE).create(network.facts(), network.tensors());
        }
        final Transitions transitions = Transitions.of(env);
        env.reset(5, transitions);
        final float[] expected = new float[COPIES];
        int ended = 0;
        for (int step = 0; step < 100; step++) {
            for (int i = 0; i < COPIES; i++) {
                if (transitions.terminated[i] || transitions.truncated[i]) {
                    cells[i].reset();
                    ended++;
                }
                final float[] out = new float[1];
                cells[i].step(
                        normalised(transitions.observation, 2 * i, learner.observations()),
                        network.facts().elapsedPerStep(),
                        out);
                expected[i] = out[0];
            }
            policy.act(transitions);
            assertArrayEquals(expected, transitions.action, 1e-5f);
            for (int i = 0; i < COPIES; i++) {
                transitions.action[i] = step % 20 < 10 ? 1 : -1;
            }
            env.step(transitions);
        }
        assertTrue(ended >= COPIES, ended + " episodes ended");
    }

    private static float[] normalised(final float[] seen, final int at, final Moments moments) {
        final float[] values = new float[2];
        for (int k = 0; k < 2; k++) {
            values[k] = (float) Math.clamp((seen[at + k] - moments.mean(k)) / moments.deviation(k), -10, 10);
        }
        return values;
    }

    @Test
    void refusesAnotherTask() {
        final NetPlan plan = NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8));
        final TrainedNetworks masked = learner(plan, new CartPole(COPIES, true)).trained();
        final String sizes = refusal(masked, new CartPole(1, false));
        assertEquals("learned with 2 observations and 1 actions, the task has 4 and 1", sizes);
        final String names = refusal(masked, new Pendulum(1, true));
        assertEquals("observation 1 was position and is angle_cosine now", names);
    }

    private static String refusal(final TrainedNetworks trained, final VectorEnv env) {
        return assertThrows(IllegalArgumentException.class, () -> new LearnedPolicy(trained, env))
                .getMessage();
    }
}
