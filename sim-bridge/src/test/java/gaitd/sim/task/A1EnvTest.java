package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.Transitions;
import gaitd.sim.env.StepQuantity;
import gaitd.sim.fault.FaultPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks as learners see them. */
class A1EnvTest {
    private static final int ROBOTS = 12;

    /** A task whose episodes last half a second. */
    private static A1Task brief(final String name) {
        return TaskFile.of(name).with("episode_s = 20", "episode_s = 0.5").task();
    }

    private static Transitions run(final A1Env env, final long seed, final int steps) {
        final Transitions transitions = Transitions.of(env);
        env.reset(seed, transitions);
        for (int step = 0; step < steps; step++) {
            Trials.act(transitions, step, 1.2);
            env.step(transitions);
        }
        return transitions;
    }

    private static void same(final Transitions a, final Transitions b) {
        assertArrayEquals(a.observation, b.observation, 0);
        assertArrayEquals(a.finalObservation, b.finalObservation, 0);
        assertArrayEquals(a.reward, b.reward, 0);
        assertArrayEquals(a.terminated, b.terminated);
        assertArrayEquals(a.truncated, b.truncated);
    }

    /** Where success decides how hard the ground is, what was reached goes on over resets, and can be taken along. */
    @Tag("slow")
    @Test
    void levelsGoOnOverResetsAndCanBeTakenAlong() throws IOException {
        final A1Task task =
                TaskFile.of("a1-stage3").with("episode_s = 20", "episode_s = 4").task();
        try (A1Env used = new A1Env(task, ROBOTS, 1, FaultPlan.NONE);
                A1Env fresh = new A1Env(task, ROBOTS, 2, FaultPlan.NONE)) {
            final Transitions first = run(used, 11, 220);
            final Transitions second = run(used, 11, 220);
            assertFalse(Arrays.equals(first.observation, second.observation));
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            used.write(new DataOutputStream(out));
            fresh.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
            same(second, run(fresh, 11, 220));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"a1-stage1", "a1-stage2", "a1-legs"})
    void aSeedDecidesEverythingWhateverWasBefore(final String name) {
        final A1Task task = brief(name);
        try (A1Env fresh = new A1Env(task, ROBOTS, 1, FaultPlan.NONE);
                A1Env used = new A1Env(task, ROBOTS, 2, FaultPlan.NONE)) {
            fresh.progress(1);
            used.progress(1);
            final Transitions expected = run(fresh, 11, 120);
            run(used, 12, 77);
            same(expected, run(used, 11, 120));
            assertFalse(Arrays.equals(expected.observation, run(fresh, 12, 120).observation));
        }
    }

    @Test
    void robotsWithoutActionsEarnNearlyAll() {
        final A1Task task = TaskFile.of("a1-stage1")
                .with("vary = \"mild\"", "vary = \"none\"")
                .without("[config]", "[[observation]]")
                .task();
        try (A1Env env = new A1Env(task, 8, 2, FaultPlan.NONE)) {
            final Transitions transitions = Transitions.of(env);
            env.reset(3, transitions);
            double earned = 0;
            for (int step = 0; step < 300; step++) {
                env.step(transitions);
                for (int robot = 0; robot < 8; robot++) {
                    assertFalse(transitions.terminated[robot]);
                    earned += transitions.reward[robot];
                }
            }
            final double perSecond = earned / (8 * 3.0);
            assertTrue(perSecond > 0.5 && perSecond < 1, "reward a second " + perSecond);
        }
    }

    /** Fast actions shake robots until some fall, so that every term but the one without a weight has something to say. */
    @Tag("slow")
    @Test
    void termsOfTheRewardAddUpToIt() {
        final A1Task task = TaskFile.of("a1-stage2")
                .with("power = -0.0005", "power = 0\nalive = 0.125")
                .task();
        try (A1Env env = new A1Env(task, ROBOTS, 2, FaultPlan.NONE)) {
            final List<String> names = env.rewardTerms();
            assertFalse(names.contains("power"));
            final Transitions transitions = Transitions.of(env);
            env.progress(1);
            env.reset(5, transitions);
            final double[] sum = new double[names.size()];
            for (int step = 0; step < 300; step++) {
                Trials.act(transitions, step, 3);
                env.step(transitions);
                for (int robot = 0; robot < ROBOTS; robot++) {
                    double all = 0;
                    for (int i = 0; i < sum.length; i++) {
                        final float given = transitions.rewardTerm[robot * sum.length + i];
                        all += given;
                        sum[i] += given;
                    }
                    assertEquals(transitions.reward[robot], all, 1e-5 * (1 + Math.abs(all)));
                    assertEquals(
                            transitions.terminated[robot] ? -60 : 0,
                            0 + transitions.rewardTerm[robot * sum.length + names.indexOf("fall")]);
                }
            }
            assertEquals(0.125 * 3 * ROBOTS, sum[names.indexOf("alive")], 1e-4);
            for (int i = 0; i < sum.length; i++) {
                assertTrue(sum[i] != 0, names.get(i));
            }
        }
    }

    @Tag("slow")
    @Test
    void firstEpisodesEndAtDifferentTimes() {
        final Set<Integer> ends = new HashSet<>();
        try (A1Env env = new A1Env(brief("a1-stage1"), ROBOTS, 1, FaultPlan.NONE)) {
            final Transitions transitions = Transitions.of(env);
            env.reset(4, transitions);
            for (int step = 1; step <= 50; step++) {
                env.step(transitions);
                for (int robot = 0; robot < ROBOTS; robot++) {
                    if (transitions.truncated[robot] && env.quantities().episode[robot] == 0) {
                        ends.add(step);
                        assertTrue(transitions.success[robot]);
                    }
                }
            }
        }
        assertTrue(ends.size() > ROBOTS / 2, "ends at steps " + ends);
    }

    @Tag("slow")
    @Test
    void groundGetsHarderWithTraining() {
        try (A1Env env = new A1Env(brief("a1-stage2"), ROBOTS, 2, FaultPlan.NONE)) {
            final double easy = roughness(env, 0);
            final double hard = roughness(env, 1);
            assertTrue(hard > 1.5 * easy, "vertical motion " + easy + " then " + hard);
        }
    }

    private static double roughness(final A1Env env, final double share) {
        env.progress(share);
        final Transitions transitions = Transitions.of(env);
        env.reset(6, transitions);
        double sum = 0;
        for (int step = 0; step < 200; step++) {
            env.step(transitions);
            for (int robot = 0; robot < ROBOTS; robot++) {
                sum += env.quantities().quantity(robot, StepQuantity.VERTICAL_VELOCITY_SQUARE);
            }
        }
        return sum;
    }

    @Test
    void sizesAreThoseOfTheLists() {
        final A1Task first = A1Task.of("a1-stage1");
        final A1Task second = A1Task.of("a1-stage2");
        assertEquals(12, first.actionSize());
        assertEquals(24, second.actionSize());
        assertEquals(
                first.observed(), second.observed().subList(0, first.observed().size()));
        try (A1Env env = new A1Env(second, 1, 1, FaultPlan.NONE)) {
            assertEquals(second.observationSize(), env.observations());
            assertEquals(24, env.actions());
            assertEquals(100, env.rateHz());
        }
    }
}
