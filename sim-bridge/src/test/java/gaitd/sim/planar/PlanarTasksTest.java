package gaitd.sim.planar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Transitions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanarTasksTest {
    private static List<PlanarEnv> all(final boolean masked) {
        return List.of(
                new HalfCheetah(3, masked, PlanarDynamics::new),
                new Hopper(3, masked, PlanarDynamics::new),
                new DoublePendulum(3, masked, PlanarDynamics::new));
    }

    @Test
    void sizesAreThePublishedOnes() {
        assertEquals(
                List.of(17, 11, 8),
                all(false).stream().map(PlanarEnv::observations).toList());
        assertEquals(
                List.of(8, 5, 5),
                all(true).stream().map(PlanarEnv::observations).toList());
        assertEquals(
                List.of(6, 3, 1), all(true).stream().map(PlanarEnv::actions).toList());
        assertArrayEquals(
                new double[] {20, 125, 20},
                all(false).stream().mapToDouble(PlanarEnv::rateHz).toArray(),
                1e-9);
        assertEquals(14, DoubleStream.of(HalfCheetah.model().massKg).sum(), 1e-12);
        /* volumes of cylinder and ball at 1000 kg/m^3: torso, thigh, leg, foot */
        assertArrayEquals(new double[] {0, 0, 3.665191, 4.057891, 2.781357, 5.315576}, Hopper.model().massKg, 1e-5);
    }

    /** The masked task is the same but for what is seen. */
    @Test
    void velocitiesComeLastAndAreHidden() {
        for (int k = 0; k < 3; k++) {
            final PlanarEnv open = all(false).get(k);
            final PlanarEnv masked = all(true).get(k);
            final Transitions a = run(open, 20);
            final Transitions b = run(masked, 20);
            assertArrayEquals(a.reward, b.reward);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < masked.observations(); j++) {
                    assertEquals(
                            a.observation[i * open.observations() + j], b.observation[i * masked.observations() + j]);
                }
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsAndTermsAddUp() {
        for (int k = 0; k < 3; k++) {
            final PlanarEnv env = all(false).get(k);
            final Transitions first = run(env, 60);
            final float[] seen = first.observation.clone();
            final float[] reward = first.reward.clone();
            final Transitions again = run(env, 60);
            assertArrayEquals(seen, again.observation);
            assertArrayEquals(reward, again.reward);
            final int terms = env.rewardTerms().size();
            for (int i = 0; i < 3; i++) {
                final int at = i * terms;
                assertEquals(
                        reward[i],
                        IntStream.range(0, terms)
                                .mapToDouble(t -> again.rewardTerm[at + t])
                                .sum(),
                        1e-5);
            }
        }
    }

    private static Transitions run(final PlanarEnv env, final int steps) {
        final Transitions transitions = Transitions.of(env);
        final RandomStream random = new RandomStream(4);
        env.reset(7, transitions);
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < transitions.action.length; i++) {
                transitions.action[i] = (float) random.nextDouble(-1.2, 1.2);
            }
            env.step(transitions);
        }
        return transitions;
    }

    @Test
    void theCheetahPaysForItsActionAndIsNeverLost() {
        final HalfCheetah env = new HalfCheetah(1, false, PlanarDynamics::new);
        final Transitions transitions = Transitions.of(env);
        env.reset(1, transitions);
        for (int step = 0; step < 50; step++) {
            System.arraycopy(new float[] {1, -3, 0.5f, 0, 0, 0}, 0, transitions.action, 0, 6);
            env.step(transitions);
            assertEquals(-0.225, transitions.rewardTerm[1], 1e-6);
            assertFalse(transitions.terminated[0]);
        }
    }

    @Test
    void theHopperIsLostAtItsBounds() {
        assertFalse(Hopper.isLost(hopper(0.7001, 0.1999, 99.9), 0));
        assertTrue(Hopper.isLost(hopper(0.7, 0, 0), 0));
        assertTrue(Hopper.isLost(hopper(1, 0.2, 0), 0));
        assertTrue(Hopper.isLost(hopper(1, -0.2, 0), 0));
        assertFalse(Hopper.isLost(hopper(1, -0.1999, 0), 0));
        assertTrue(Hopper.isLost(hopper(1, 0, 100), 0));
        assertTrue(Hopper.isLost(hopper(1, 0, Double.NaN), 0));
    }

    private static double[] hopper(final double height, final double lean, final double speed) {
        return new double[] {500, height, lean, 0, 0, 0, speed, 0, 0, 0, 0, 0};
    }

    @Test
    void theDoublePendulumIsLostWhenItsTipIsDown() {
        final double bound = StrictMath.acos(1 / 1.2);
        assertFalse(DoublePendulum.isLost(new double[] {0, bound - 1e-6, 0, 0, 0, 0}, 0));
        assertTrue(DoublePendulum.isLost(new double[] {0, bound + 1e-6, 0, 0, 0, 0}, 0));
        assertTrue(DoublePendulum.isLost(new double[] {0, Double.NaN, 0, 0, 0, 0}, 0));
    }

    /** A physics that sets velocities, and moves positions by them for a step. */
    private static PlanarPhysics.Maker driven(final double... speeds) {
        return (model, stepS) -> (state, at, torque) -> {
            for (int i = 0; i < speeds.length; i++) {
                state[at + speeds.length + i] = speeds[i];
                state[at + i] += stepS * speeds[i];
            }
        };
    }

    private static Transitions stepped(final PlanarEnv env, final float... action) {
        final Transitions transitions = Transitions.of(env);
        env.resetWhole(3, transitions);
        System.arraycopy(action, 0, transitions.action, 0, action.length);
        env.step(transitions);
        return transitions;
    }

    /** Forward speed is the way of a policy step by its time, whatever the velocity at its end is; either sense. */
    @Test
    void theCheetahEarnsItsForwardSpeed() {
        for (final double speed : new double[] {3.5, -1.25}) {
            final PlanarEnv env = new HalfCheetah(1, false, driven(speed, 0, 0, 0, 0, 0, 0, 0, 0));
            final Transitions transitions = stepped(env, 0.5f, 0, 0, -0.5f, 0, 0);
            assertEquals(speed, transitions.rewardTerm[0], 1e-5);
            assertEquals(-0.05, transitions.rewardTerm[1], 1e-6);
            assertEquals(speed - 0.05, transitions.reward[0], 1e-5);
        }
        final double[] ways = {1, 2, 3, 4, 5};
        final int[] step = {0};
        final PlanarEnv uneven = new HalfCheetah(
                1, false, (model, stepS) -> (state, at, torque) -> state[at] += stepS * ways[step[0]++ % ways.length]);
        assertEquals(3, stepped(uneven, 0, 0, 0, 0, 0, 0).rewardTerm[0], 1e-5);
    }

    @Test
    void theHopperEarnsSpeedAndLifeAndPaysForItsAction() {
        final Transitions well = stepped(new Hopper(1, false, driven(2, 0, 0, 0, 0, 0)), 1, -1, 0.5f);
        assertArrayEquals(new float[] {1, 2, -0.00225f}, well.rewardTerm, 1e-5f);
        assertFalse(well.terminated[0]);
        final Transitions fallen = stepped(new Hopper(1, false, driven(2, -75, 0, 0, 0, 0)), 1, -1, 0.5f);
        assertArrayEquals(new float[] {0, 2, -0.00225f}, fallen.rewardTerm, 1e-5f);
        assertTrue(fallen.terminated[0]);
    }

    /** Velocities that are seen are held to 10 on either side; positions and velocities within are not. */
    @Test
    void theHopperSeesVelocitiesUpToTen() {
        final Transitions transitions = stepped(new Hopper(1, false, driven(30, 0, 0, 10.5, -10.5, 9.5)), 0, 0, 0);
        assertArrayEquals(new float[] {10, 0, 0, 10, -10, 9.5f}, Arrays.copyOfRange(transitions.observation, 5, 11), 0);
        final Transitions lower = stepped(new Hopper(1, false, driven(-30, 9.9, 0, 0, 0, -9.5)), 0, 0, 0);
        assertArrayEquals(new float[] {-10, 9.9f, 0, 0, 0, -9.5f}, Arrays.copyOfRange(lower.observation, 5, 11), 0);
        final Transitions high = stepped(new Hopper(1, false, driven(0, 2000, 0, 0, 0, 0)), 0, 0, 0);
        assertTrue(high.finalObservation[0] > 10, "a height beyond 10 m stays one");
    }

    @Test
    void theDoublePendulumSeesVelocitiesUpToTen() {
        final Transitions above = stepped(new DoublePendulum(1, false, still(0, 0, 10.5, 9.5, -10.5)), 0);
        assertArrayEquals(new float[] {10, 9.5f, -10}, Arrays.copyOfRange(above.observation, 5, 8), 0);
        final Transitions below = stepped(new DoublePendulum(1, false, still(0, 0, -10.5, 10.5, -9.5)), 0);
        assertArrayEquals(new float[] {-10, 10, -9.5f}, Arrays.copyOfRange(below.observation, 5, 8), 0);
    }

    /** A physics that puts the poles at angles, the cart at 0.3 m, with velocities. */
    private static PlanarPhysics.Maker still(
            final double lower,
            final double upper,
            final double speed,
            final double lowerRate,
            final double upperRate) {
        return (model, stepS) -> (state, at, torque) -> {
            final double[] all = {0.3, lower, upper, speed, lowerRate, upperRate};
            System.arraycopy(all, 0, state, at, all.length);
        };
    }

    /** The tip is 1.2 cos above the cart where both poles lean alike; at 1 m an episode is lost, and 10 with it. */
    @Test
    void theDoublePendulumEarnsTenWhileItsTipIsUp() {
        final double bound = StrictMath.acos(1 / 1.2);
        for (final double lean : new double[] {bound - 1e-4, bound + 1e-4}) {
            final boolean up = lean < bound;
            for (final int side : new int[] {-1, 1}) {
                final Transitions t = stepped(new DoublePendulum(1, false, still(side * lean, 0, 5, 2, -3)), 1);
                final double x = 0.3 + side * 1.2 * StrictMath.sin(lean);
                final double down = 1.2 * StrictMath.cos(lean) - 2;
                assertEquals(!up, t.terminated[0]);
                assertEquals(up ? 10 : 0, t.rewardTerm[0]);
                assertEquals(-0.01 * x * x - down * down, t.rewardTerm[1], 1e-6);
                assertEquals(-0.001 * 4 - 0.005 * 9, t.rewardTerm[2], 1e-6);
            }
        }
        final Transitions bent = stepped(new DoublePendulum(1, false, still(0.4, -0.8, 0, 0, 0)), 0);
        final double high = 1.2 * StrictMath.cos(0.4) - 2;
        assertEquals(-0.01 * 0.09 - high * high, bent.rewardTerm[1], 1e-6);
        assertEquals(0, bent.rewardTerm[2], 1e-12);
    }
}
