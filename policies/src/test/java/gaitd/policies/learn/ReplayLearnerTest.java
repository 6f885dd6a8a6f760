package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayLearnerTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final int STEPS = 256;
    private static final double DEVIATION = 0.1;
    /** What earns most lies so far from what the policy does, with another sign for each output. */
    private static final float[] BETTER = {0.3f, -0.3f};

    private final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(8));
    private final Net net = Nets.of(plan, INPUTS, OUTPUTS);
    private final float[] initial = net.initial(new Random(1), 0.1);
    private final Random random = new Random(2);

    private ReplayLearner learner(final LearnedWeights learned, final Rule rule) {
        final Net criticNet = Nets.of(plan.by(rule), INPUTS, 1);
        final LearnerPart part =
                new LearnerPart(plan, plan, "task", "", "", criticNet.initial(new Random(3), 1), new float[OUTPUTS], 2);
        final ReplayLearner learner = new ReplayLearner(
                Nets.of(plan.by(rule), INPUTS, OUTPUTS),
                criticNet,
                part,
                DEVIATION,
                learned,
                PpoSettings.ppo()
                        .twoSidedClip(rule == Rule.EP)
                        .set(PpoSetting.ROLLOUT, STEPS)
                        .set(PpoSetting.SEGMENT, 16)
                        .set(PpoSetting.SHARDS, 1)
                        .set(PpoSetting.CLIP, 1)
                        .set(PpoSetting.KL, 0)
                        .set(PpoSetting.DEVIATION, DEVIATION)
                        .set(PpoSetting.DEVIATION_MIN, DEVIATION)
                        .build(),
                1);
        learner.begin(initial);
        return learner;
    }

    /** Steps of a robot whose policy outputs nothing, but for exploration. */
    private void explore(final ReplayLearner learner, final int steps) {
        final float[] observation = new float[INPUTS];
        final float[] mean = new float[OUTPUTS];
        final float[] action = new float[OUTPUTS];
        for (int n = 0; n < steps; n++) {
            double reward = 0;
            for (int i = 0; i < INPUTS; i++) {
                observation[i] = (float) random.nextGaussian();
            }
            for (int k = 0; k < OUTPUTS; k++) {
                action[k] = (float) (DEVIATION * random.nextGaussian());
                reward -= (action[k] - BETTER[k]) * (action[k] - BETTER[k]);
            }
            learner.add(observation, mean, action, reward);
        }
    }

    private double[] meanOutputs(final Rule rule, final float[] parameters) {
        final NetBatch network = new NetBatch(Nets.of(plan.by(rule), INPUTS, OUTPUTS), 1, 1, 0);
        network.load(parameters);
        final double[] sum = new double[OUTPUTS];
        final Random inputs = new Random(4);
        for (int n = 0; n < 200; n++) {
            for (int i = 0; i < INPUTS; i++) {
                network.data.inputs[i] = (float) inputs.nextGaussian();
            }
            network.forward();
            for (int k = 0; k < OUTPUTS; k++) {
                sum[k] += network.data.outputs[k] / 200;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"ALL, EP", "OUTPUT, EP", "BIASES, EP", "ALL, BPTT", "BIASES, BPTT"})
    void movesToWhatEarnsMore(final LearnedWeights learned, final Rule rule) {
        final ReplayLearner learner = learner(learned, rule);
        explore(learner, STEPS);
        for (int i = 0; i < 10; i++) {
            learner.learn();
        }
        final double[] before = meanOutputs(rule, initial);
        final double[] after = meanOutputs(rule, learner.actor());
        assertTrue(after[0] > before[0] + 0.02, after[0] + " after " + before[0]);
        assertTrue(after[1] < before[1] - 0.02, after[1] + " after " + before[1]);
        assertEquals(10, learner.updates());
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheRest(final LearnedWeights learned) {
        final ReplayLearner learner = learner(learned, Rule.EP);
        explore(learner, STEPS);
        learner.learn();
        final boolean[] frozen = new boolean[initial.length];
        learned.freeze(net, frozen);
        final float[] after = learner.actor();
        int moved = 0;
        for (int i = 0; i < after.length; i++) {
            moved += after[i] == initial[i] ? 0 : 1;
            assertTrue(!frozen[i] || after[i] == initial[i], "parameter " + i);
        }
        assertTrue(moved > 0);
        assertEquals(
                switch (learned) {
                    case ALL -> initial.length;
                    case OUTPUT -> OUTPUTS * (net.states() + 1);
                    case BIASES -> OUTPUTS;
                },
                initial.length - count(frozen));
    }

    private static int count(final boolean[] marks) {
        int sum = 0;
        for (final boolean mark : marks) {
            sum += mark ? 1 : 0;
        }
        return sum;
    }

    @Test
    void keepsTheLastSteps() {
        final ReplayLearner learner = learner(LearnedWeights.ALL, Rule.EP);
        explore(learner, STEPS - 1);
        assertFalse(learner.isFull());
        explore(learner, 1);
        assertTrue(learner.isFull());
        for (int n = 0; n < 40; n++) {
            explore(learner, 1);
            assertTrue(learner.isFull(), "whenever it is asked");
        }
    }

    /** What was recorded long ago has no part in what is learned. */
    @Test
    void forgetsWhatIsOld() {
        final ReplayLearner fresh = learner(LearnedWeights.ALL, Rule.EP);
        explore(fresh, STEPS);
        fresh.learn();
        random.setSeed(77);
        final ReplayLearner old = learner(LearnedWeights.ALL, Rule.EP);
        explore(old, 100);
        old.interrupt(true);
        random.setSeed(2);
        explore(old, 12);
        random.setSeed(2);
        explore(old, STEPS);
        assertTrue(old.isFull());
        old.learn();
        assertArrayEquals(fresh.actor(), old.actor(), 1e-3f);
    }

    /** A fall ends what could be earned: it is worth less to come near it. */
    @Test
    void aFallEndsWhatCouldBeEarned() {
        final float[][] learned = new float[2][];
        for (int fell = 0; fell < 2; fell++) {
            random.setSeed(5);
            final ReplayLearner learner = learner(LearnedWeights.ALL, Rule.EP);
            explore(learner, STEPS / 2);
            learner.interrupt(fell == 1);
            explore(learner, STEPS / 2);
            learner.learn();
            learned[fell] = learner.actor();
        }
        boolean differs = false;
        for (int i = 0; i < learned[0].length; i++) {
            differs |= learned[0][i] != learned[1][i];
        }
        assertTrue(differs);
    }
}
