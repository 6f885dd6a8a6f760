package gaitd.sim.planar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Transitions;
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
}
