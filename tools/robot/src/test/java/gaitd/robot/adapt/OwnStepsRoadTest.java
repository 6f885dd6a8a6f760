package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.LearnedWeights;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learns from the steps of a robot whose reward is known; the policy in force is a network, the candidate before. */
class OwnStepsRoadTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final double BOX = 0.3;
    private static final int LAST = SteppingRobot.OUTPUTS - 1;
    private static final int ROUNDS = 5;

    private ShippedPolicy policy;
    private SteppingRobot robot;
    private OwnStepsRoad road;
    private Bundle inForce;

    @BeforeEach
    void begin() throws IOException {
        policy = ShippedPolicy.of(BundleStore.read(POLICY));
        start(1, 0.2, 0.06);
    }

    /** Outputs would be better by a constant and a multiple of the sine, up and down in turn. */
    private void start(final long seed, final double constant, final double sine) {
        robot = new SteppingRobot(policy.bundle(), seed);
        for (int i = 0; i < SteppingRobot.OUTPUTS; i++) {
            robot.best[i] = i % 2 == 0 ? constant : -constant;
            robot.best[SteppingRobot.OUTPUTS + i] = i % 2 == 0 ? -sine : sine;
        }
        road = new OwnStepsRoad(
                new AdaptPlan(AdaptRoad.OWN, 30, 1, 1, 64, 1, 5, BOX, 0.1, null, LearnedWeights.ALL, seed, null),
                policy);
        inForce = policy.bundle();
    }

    private void walk(final int count) {
        for (int n = 0; n < count; n++) {
            road.take(robot.step(), robot.given());
        }
    }

    /** Puts the candidate in force if it is better, as a trial without noise would. */
    private void judge(final int version) {
        final Bundle before = inForce;
        final double reward = robot.reward(robot.place());
        if (follow(version) && robot.reward(robot.place()) <= reward) {
            inForce = before;
            robot.drive(before, version - 1);
        }
    }

    /** Puts the candidate in force, or says that there is none. */
    private boolean follow(final int version) {
        road.begin(inForce, version);
        if (!road.work(0)) {
            return false;
        }
        final Candidates candidates =
                new Candidates(policy.bundle(), policy.files().copy(BundlePart.LEARNER), null);
        inForce = Bundle.open(
                candidates.bundle(road.network(), version, road.maker()), Trust.ANYBODY, null, PolicyFit.CELLS);
        robot.drive(inForce, version);
        return true;
    }

    @Test
    void findsABetterPolicyFromItsOwnSteps() {
        final double lost = SteppingRobot.REWARD - robot.reward(robot.place());
        for (int version = 1; version <= ROUNDS; version++) {
            walk(3000);
            judge(version);
        }
        final double last = robot.reward(robot.place());
        assertTrue(last > SteppingRobot.REWARD - 0.5 * lost, () -> road.cause() + " gives " + last);
    }

    @Test
    void outputsFollowThePhase() {
        start(2, 0, 0.15);
        for (int version = 1; version <= ROUNDS; version++) {
            walk(3000);
            judge(version);
        }
        final double[] place = robot.place();
        double along = 0;
        double whole = 0;
        for (int i = SteppingRobot.OUTPUTS; i < 2 * SteppingRobot.OUTPUTS; i++) {
            along += place[i] * robot.best[i];
            whole += robot.best[i] * robot.best[i];
        }
        assertEquals(1, along / whole, 0.5, () -> Arrays.toString(place));
    }

    @Test
    void neverLeavesTheBox() {
        start(3, 0.9, 0);
        for (int version = 1; version <= ROUNDS; version++) {
            walk(2000);
            follow(version);
            final double[] place = robot.place();
            for (int i = 0; i < SteppingRobot.OUTPUTS; i++) {
                assertTrue(Math.abs(place[i]) < BOX + 0.02, () -> Arrays.toString(place));
            }
        }
        final double[] place = robot.place();
        assertEquals(BOX, place[0], 0.05);
        assertEquals(-BOX, place[LAST], 0.05);
    }

    @Test
    void repeatsToTheBit() {
        walk(3000);
        assertTrue(follow(1));
        final double[] first = robot.place();
        start(1, 0.2, 0.06);
        walk(3000);
        assertTrue(follow(1));
        assertArrayEquals(first, robot.place());
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
        robot.control.lose(1);
        walk(1 + 200 + 49);
        assertEquals(2, road.updates());
        walk(1 + 50);
        assertEquals(3, road.updates());
        road.take(robot.step(), Double.NaN);
        walk(200 + 50);
        assertEquals(3, road.updates(), "a reward that is no number ends the sample as a gap does");
        walk(50);
        assertEquals(4, road.updates());
    }
}
