package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Gravity;
import gaitd.runtime.config.Config;
import gaitd.runtime.gait.PolicyInput;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.measure.WalkFigures;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class WalkEnvTest {
    private static final Config CONFIG = Config.defaults();

    private static void steps(final WalkEnv env, final EnvBuffers rows, final int count) {
        for (int i = 0; i < count; i++) {
            env.step(rows);
        }
    }

    private static EnvPlan plan(final int robots, final double episodeS, final EnvTask task) {
        return new EnvPlan(CONFIG, Collections.nCopies(robots, Terrain.FLAT), 7, 1, episodeS, task);
    }

    @Test
    void robotsWalkAsEachIsTold() {
        final EnvBuffers rows = new EnvBuffers(3);
        rows.command[0] = 0.4;
        rows.command[3] = -0.2;
        rows.command[8] = 0.5;
        double turned = 0;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(CONFIG, 3, 7, 2))) {
            env.reset(rows);
            for (int i = 0; i < 1000; i++) {
                env.step(rows);
                assertFalse(rows.terminated[0] || rows.terminated[1] || rows.terminated[2], "step " + i);
                turned += 0.01 * rows.quantity(2, StepQuantity.YAW_RATE);
            }
            env.reset(rows);
            final WalkFigures walk = env.ended(0).figures();
            assertEquals(0, walk.driftM(), 0.3);
            assertEquals(rows.quantity(0, StepQuantity.DISTANCE), walk.forwardM(), 0.01);
            assertEquals(0, walk.falls());
        }
        assertEquals(4.0, rows.quantity(0, StepQuantity.DISTANCE), 0.3);
        assertEquals(-2.0, rows.quantity(1, StepQuantity.DISTANCE), 0.3);
        assertEquals(5.0, turned, 0.5);
    }

    @Test
    void anEpisodeEndsByTimeAndTheNextBegins() {
        final EnvBuffers rows = new EnvBuffers(1);
        rows.command[0] = 0.4;
        final SteeredRobots steered = new SteeredRobots(CONFIG, 1);
        try (WalkEnv env = new WalkEnv(plan(1, 0.5, steered))) {
            env.reset(rows);
            final float[] first = steered.observation.clone();
            steps(env, rows, 49);
            assertFalse(rows.truncated[0]);
            assertEquals(49, rows.step[0]);
            env.step(rows);
            assertTrue(rows.truncated[0]);
            assertFalse(rows.terminated[0]);
            assertEquals(0, rows.episode[0]);
            assertEquals(50, rows.step[0]);
            final float[] last = steered.finalObservation.clone();
            assertTrue(Math.abs(last[SteeredRobots.Q + 2] - first[SteeredRobots.Q + 2]) > 0.01);
            assertEquals(first[SteeredRobots.Q + 2], steered.observation[SteeredRobots.Q + 2], 0.01);
            env.step(rows);
            assertFalse(rows.truncated[0]);
            assertEquals(1, rows.episode[0]);
            assertEquals(1, rows.step[0]);
            assertArrayEquals(last, steered.finalObservation);
        }
    }

    @Test
    void aFallEndsTheEpisodeAndTheRobotStandsAgain() {
        final EnvBuffers rows = new EnvBuffers(2);
        final Config strong =
                new Config.Builder().toml("policy.offset_max_rad = 1\n", "test").conclude();
        final SteeredRobots steered = new SteeredRobots(strong, 2);
        for (int leg = 0; leg < 4; leg += 2) {
            steered.action[PolicyInput.OFFSET + 3 * leg + 1] = 1;
            steered.action[PolicyInput.OFFSET + 3 * leg + 2] = -1;
        }
        try (WalkEnv env = new WalkEnv(new EnvPlan(strong, Collections.nCopies(2, Terrain.FLAT), 7, 1, 20, steered))) {
            env.reset(rows);
            int steps = 0;
            while (!rows.terminated[0] && steps < 500) {
                env.step(rows);
                steps++;
                assertFalse(rows.terminated[1]);
            }
            assertTrue(steps < 500, "never fell");
            assertFalse(rows.truncated[0]);
            assertEquals(1, env.ended(0).falls());
            assertEquals(steps, rows.step[0]);
            assertEquals(-1, steered.observation[SteeredRobots.GRAVITY + 2], 0.01);
            Arrays.fill(steered.action, 0);
            for (int i = 0; i < 100; i++) {
                env.step(rows);
                assertFalse(rows.terminated[0], "step " + i);
            }
            assertEquals(1, rows.episode[0]);
            assertEquals(0, rows.episode[1]);
            assertEquals(100, rows.step[0]);
            assertEquals(steps + 100, rows.step[1]);
        }
    }

    @Test
    void tellsTheCommandInForce() {
        final EnvBuffers rows = new EnvBuffers(2);
        rows.command[3] = 0.4;
        rows.command[4] = -0.1;
        rows.command[5] = 0.2;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(CONFIG, 2, 7, 1))) {
            env.reset(rows);
            env.step(rows);
            assertTrue(rows.target[3] > 0 && rows.target[3] < 0.1, "at once " + rows.target[3]);
            steps(env, rows, 200);
        }
        assertArrayEquals(new float[] {0, 0, 0, 0.4f, -0.1f, 0.2f}, rows.target, 1e-6f);
    }

    @Test
    void termsAddUpToTheFiguresOfTheWalk() {
        final EnvBuffers rows = new EnvBuffers(1);
        rows.command[0] = 0.4;
        double powerW = 0;
        double forwardMS = 0;
        double slipM = 0;
        double rollPitch = 0;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(CONFIG, 1, 7, 1))) {
            env.reset(rows);
            for (int i = 0; i < 300; i++) {
                env.step(rows);
                powerW += rows.quantity(0, StepQuantity.POWER) / 300;
                forwardMS += rows.quantity(0, StepQuantity.FORWARD_VELOCITY) / 300;
                slipM += rows.quantity(0, StepQuantity.SLIP);
                rollPitch += rows.quantity(0, StepQuantity.ROLL_PITCH_RATE_SQUARE) / 300;
            }
            env.reset(rows);
            final WalkFigures walk = env.ended(0).figures();
            assertEquals(3, walk.timeS(), 1e-9);
            assertEquals(walk.meanPowerW(), powerW, 1e-6);
            assertEquals(walk.meanForwardMS(), forwardMS, 1e-9);
            assertEquals(walk.slipMS(), slipM / 3, 1e-9);
            assertEquals(walk.rollPitchRmsRadS(), Math.sqrt(rollPitch), 1e-9);
            assertEquals(rows.quantity(0, StepQuantity.DISTANCE), 3 * forwardMS, 0.05);
            assertTrue(powerW > 10 && powerW < 100, "power " + powerW);
        }
    }

    @Test
    void actionsChangeTheWalk() {
        final EnvBuffers rows = new EnvBuffers(4);
        for (int i = 0; i < 4; i++) {
            rows.command[3 * i] = 0.3;
        }
        final SteeredRobots steered = new SteeredRobots(CONFIG, 4);
        Arrays.fill(
                steered.action,
                PolicyInput.ACTIONS + PolicyInput.FREQUENCY,
                PolicyInput.ACTIONS + PolicyInput.FREQUENCY + 4,
                0.5f);
        Arrays.fill(
                steered.action,
                2 * PolicyInput.ACTIONS + PolicyInput.AMPLITUDE,
                2 * PolicyInput.ACTIONS + PolicyInput.AMPLITUDE + 4,
                0.2f);
        Arrays.fill(
                steered.action,
                3 * PolicyInput.ACTIONS + PolicyInput.DIRECTION,
                3 * PolicyInput.ACTIONS + PolicyInput.DIRECTION + 4,
                0.5f);
        try (WalkEnv env = new WalkEnv(plan(4, 20, steered))) {
            env.reset(rows);
            steps(env, rows, 300);
            final int frequency = SteeredRobots.FREQUENCY;
            assertEquals(
                    0.5,
                    steered.observation[SteeredRobots.OBSERVATIONS + frequency] - steered.observation[frequency],
                    0.05);
            env.reset(rows);
            assertTrue(
                    env.ended(3).figures().meanLeftMS() > env.ended(0).figures().meanLeftMS() + 0.02);
        }
        assertTrue(rows.quantity(2, StepQuantity.DISTANCE) > rows.quantity(0, StepQuantity.DISTANCE) + 0.05);
    }

    /** Squared torque in the first 20 ms and in half a second of a walk by a robot that differs in one thing. */
    private static double[] worn(final String toml) {
        final Config config = new Config.Builder().toml(toml, "test").conclude();
        final EnvBuffers rows = new EnvBuffers(1);
        double torqueSquare = 0;
        double firstSquare = 0;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(config, 1, 7, 1))) {
            env.reset(rows);
            for (int i = 0; i < 50; i++) {
                env.step(rows);
                torqueSquare += rows.quantity(0, StepQuantity.TORQUE_SQUARE) / 50;
                firstSquare += i < 2 ? rows.quantity(0, StepQuantity.TORQUE_SQUARE) / 2 : 0;
            }
        }
        return new double[] {firstSquare, torqueSquare};
    }

    @Test
    void robotsAreWhatWasDrawn() {
        final double[] nominal = worn("");
        final double[] loaded = worn("vary.payload_kg = 5");
        final double[] late = worn("vary.latency_ms = 40");
        assertTrue(loaded[1] > 1.3 * nominal[1], "torque " + nominal[1] + ", loaded " + loaded[1]);
        assertTrue(late[0] < 0.5 * nominal[0], "first torque " + nominal[0] + ", late " + late[0]);
    }

    @Test
    void theCostOfTransportIsThatOfTheRobotWithItsLoad() {
        final Config config =
                new Config.Builder().toml("vary.payload_kg = [1, 5]", "test").conclude();
        final EnvBuffers rows = new EnvBuffers(2);
        rows.command[0] = 0.4;
        rows.command[3] = 0.4;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(config, 2, 7, 1))) {
            env.reset(rows);
            steps(env, rows, 400);
            env.reset(rows);
            final double one = massKg(env.ended(0).figures());
            final double other = massKg(env.ended(1).figures());
            final double bare = RobotModel.a1().totalMassKg();
            assertTrue(one > bare + 1 && one < bare + 5, "mass " + one);
            assertTrue(Math.abs(one - other) > 0.1, "both weigh " + one);
        }
    }

    private static double massKg(final WalkFigures walk) {
        final double workJ = walk.meanPowerW() * walk.timeS();
        return workJ / (walk.costOfTransport() * Gravity.M_S2 * walk.distanceM());
    }
}
