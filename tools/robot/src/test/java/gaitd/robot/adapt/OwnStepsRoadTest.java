package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learns from the steps of a robot whose reward is known: best where two outputs differ from the shipped policy's, after a while. */
class OwnStepsRoadTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final double BOX = 0.3;
    private static final double DEVIATION = 0.1;
    private static final double REWARD = 0.8;
    private static final int HOLD = 100;
    private static final int OUTPUTS = 12;
    private static final double ANSWER = 0.02;

    private ShippedPolicy policy;
    private FakeControl control;
    private OwnStepsRoad road;
    private double[] best;
    private double[] bias;
    private double[] felt;
    private RandomStream random;
    private final double[] exploration = new double[OUTPUTS];
    private int steps;

    @BeforeEach
    void begin() throws IOException {
        policy = ShippedPolicy.of(BundleStore.read(POLICY));
        start(1, 0.2, -0.25);
    }

    private void start(final long seed, final double first, final double last) {
        control = new FakeControl(policy.bundle());
        road = new OwnStepsRoad(new AdaptPlan(AdaptRoad.OWN, 30, 1, 1, 64, 1, 5, BOX, seed), policy);
        best = new double[OUTPUTS];
        best[0] = first;
        best[OUTPUTS - 1] = last;
        bias = new double[OUTPUTS];
        felt = new double[OUTPUTS];
        random = new RandomStream(seed);
        steps = 0;
    }

    /** Reward a second at a place, without noise. */
    private double reward(final double[] place) {
        double sum = REWARD;
        for (int i = 0; i < OUTPUTS; i++) {
            sum -= (place[i] - best[i]) * (place[i] - best[i]);
        }
        return sum;
    }

    private void walk(final int count) {
        for (int n = 0; n < count; n++) {
            final ExperienceFrame step = control.step(0);
            for (int i = 0; i < OUTPUTS; i++) {
                if (steps % HOLD == 0) {
                    exploration[i] = DEVIATION * random.nextGaussian();
                }
                final double shipped = Math.sin(0.1 * steps + i);
                step.putReal(ExperienceField.SHIPPED_OUTPUT, i, shipped);
                step.putReal(ExperienceField.MEAN, i, shipped + bias[i]);
                step.putReal(ExperienceField.ACTION, i, shipped + bias[i] + exploration[i]);
                felt[i] += ANSWER * (bias[i] + exploration[i] - felt[i]);
            }
            steps++;
            road.take(step, FakeControl.STEP_S * (reward(felt) + 0.1 * random.nextGaussian()));
        }
    }

    private float[] biases(final Bundle bundle) {
        final Net net = Nets.of(policy.part().actorPlan(), 68, OUTPUTS);
        final int at = net.outputBias().offset();
        return Arrays.copyOfRange(net.parameters(bundle.tensors()), at, at + OUTPUTS);
    }

    /** Takes the candidate as the policy in force, or says that there is none. */
    private boolean follow(final int version) {
        road.begin(policy.bundle(), version);
        if (!road.work(0)) {
            return false;
        }
        final Candidates candidates =
                new Candidates(policy.bundle(), policy.files().copy(BundlePart.LEARNER), null);
        final Bundle candidate = Bundle.open(
                candidates.bundle(road.network(), version, road.maker()), Trust.ANYBODY, null, PolicyFit.CELLS);
        final float[] now = biases(candidate);
        final float[] shipped = biases(policy.bundle());
        final double[] before = bias.clone();
        for (int i = 0; i < OUTPUTS; i++) {
            bias[i] = before[i] + now[i] - shipped[i];
        }
        return true;
    }

    @Test
    void findsABetterPolicyFromItsOwnSteps() {
        walk(3000);
        assertTrue(follow(1), road.cause());
        final double lost = REWARD - reward(new double[OUTPUTS]);
        assertTrue(reward(bias) > REWARD - 0.8 * lost, () -> road.cause() + " gives " + reward(bias));
        for (int version = 2; version < 6; version++) {
            walk(3000);
            follow(version);
        }
        assertTrue(reward(bias) > REWARD - 0.2 * lost, () -> road.cause() + " gives " + reward(bias));
    }

    @Test
    void neverLeavesTheBox() {
        start(3, 0.9, -0.9);
        for (int version = 1; version < 8; version++) {
            walk(2000);
            follow(version);
            for (final double each : bias) {
                assertTrue(Math.abs(each) < BOX + 0.01, () -> Arrays.toString(bias));
            }
        }
        assertEquals(BOX, bias[0], 0.01);
        assertEquals(-BOX, bias[OUTPUTS - 1], 0.01);
    }

    @Test
    void offersNothingWhereNothingIsBetter() {
        int offered = 0;
        for (int seed = 1; seed <= 10; seed++) {
            start(seed, 0, 0);
            walk(6000);
            offered += follow(1) ? 1 : 0;
        }
        assertTrue(offered <= 2, offered + " of 10");
    }

    @Test
    void repeatsToTheBit() {
        walk(3000);
        assertTrue(follow(1));
        final double[] first = bias;
        start(1, 0.2, -0.25);
        walk(3000);
        assertTrue(follow(1));
        assertArrayEquals(first, bias);
    }

    @Test
    void waitsForTheRobotBetweenLooks() {
        walk(100);
        road.begin(policy.bundle(), 1);
        assertTrue(road.isBusy());
        assertFalse(road.work(0), "nothing is known yet");
        assertFalse(road.isBusy());
        assertFalse(road.work(4.9));
        assertFalse(road.isBusy());
    }

    @Test
    void countsNoSamplesOverGapsAndBeginnings() {
        walk(1 + 200 + 3 * 50);
        assertEquals(2, road.updates(), "of the three samples after 2 s the first follows none");
        control.lose(1);
        walk(1 + 200 + 49);
        assertEquals(2, road.updates());
        walk(1 + 50);
        assertEquals(3, road.updates());
        road.take(control.step(0), Double.NaN);
        walk(200 + 50);
        assertEquals(3, road.updates(), "a reward that is no number ends the sample as a gap does");
        walk(50);
        assertEquals(4, road.updates());
    }
}
