package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.Transitions;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.EnvPlan;
import gaitd.sim.env.EnvTask;
import gaitd.sim.env.EpisodeStart;
import gaitd.sim.env.WalkEnv;
import gaitd.sim.fault.FaultPlan;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles of tasks do on the robot what their networks did in training. */
class TaskBundleTest {
    private static final Provenance TEST = new Provenance("test", 1, "test");

    private static Bundle bundle(final A1Task task, final float mean, final float deviation) {
        final float[] means = new float[task.observationSize()];
        final float[] deviations = new float[task.observationSize()];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, deviation);
        final BundleFiles files = TaskBundle.make(task, "trial", Trials.network(task), means, deviations, 10, TEST);
        return Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(task.config()), PolicyFit.CELLS);
    }

    /** Trunk places of two robots with the bundle in the pilot, as on the robot. */
    private static double[] onTheRobot(final A1Task task, final Bundle bundle, final int steps) {
        final PolicyFit fit = PolicyFit.of(bundle, task.config());
        final Patchwork ground = task.grounds.getFirst().make(0);
        final TaskRobots starts = new TaskRobots(
                task,
                Collections.nCopies(2, task.grounds.getFirst()),
                Collections.nCopies(2, ground),
                FaultPlan.NONE,
                FieldCase.NOMINAL);
        final EnvTask robots = new EnvTask() {
            @Override
            public WalkingPolicy[] policies(final int robot) {
                return new WalkingPolicy[] {fit.create()};
            }

            @Override
            public void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
                starts.begin(robot, episode, seed, start);
            }

            @Override
            public void observe(final int robot, final RobotSignals signals, final boolean last) {
                // the pilot observes
            }
        };
        final EnvBuffers rows = new EnvBuffers(2);
        try (WalkEnv env = new WalkEnv(
                new EnvPlan(task.config(), Collections.nCopies(2, ground.terrain), 0, 1, task.episodeS, robots))) {
            env.reset(9, rows);
            Arrays.fill(rows.command, 0.2);
            for (int step = 0; step < steps; step++) {
                env.step(rows);
            }
        }
        return rows.quantity.clone();
    }

    /** The same with the network outside, fed by rows. */
    private static double[] inTraining(
            final A1Task task, final Bundle bundle, final float mean, final float deviation) {
        final ImportedNetwork network = Trials.network(task);
        final PolicyCell[] cells = {
            PolicyFit.CELLS.create(network.facts(), network.tensors()),
            PolicyFit.CELLS.create(network.facts(), network.tensors())
        };
        final float[] input = new float[task.observationSize()];
        final float[] output = new float[task.actionSize()];
        try (A1Env env = new A1Env(task, 2, 1, FaultPlan.NONE)) {
            final Transitions rows = Transitions.of(env);
            env.reset(9, rows);
            for (int step = 0; step < 150; step++) {
                Arrays.fill(env.quantities().command, 0.2);
                for (int robot = 0; robot < 2; robot++) {
                    for (int i = 0; i < input.length; i++) {
                        input[i] = Math.clamp((rows.observation[robot * input.length + i] - mean) / deviation, -10, 10);
                    }
                    cells[robot].step(input, bundle.manifest().cell().elapsedPerStep(), output);
                    System.arraycopy(output, 0, rows.action, robot * output.length, output.length);
                }
                env.step(rows);
            }
            return env.quantities().quantity.clone();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"a1-stage1", "a1-stage2", "a1-legs"})
    void robotsWithTheBundleDoWhatTheyDidInTraining(final String name) {
        final A1Task task =
                TaskFile.of(name).with("episode_s = 20", "episode_s = 900").task();
        final Bundle bundle = bundle(task, 0, 1);
        assertArrayEquals(onTheRobot(task, bundle, 150), inTraining(task, bundle, 0, 1), 0);
        final Bundle normalised = bundle(task, 0.2f, 0.7f);
        final double[] robot = onTheRobot(task, normalised, 150);
        final double[] training = inTraining(task, normalised, 0.2f, 0.7f);
        assertArrayEquals(robot, training, 0.1);
        assertTrue(!Arrays.equals(robot, onTheRobot(task, bundle, 150)), "normalisation makes no difference");
    }

    @Test
    void listsAreTheTasks() {
        final A1Task task = A1Task.of("a1-stage1");
        final Bundle bundle = bundle(task, 0.5f, 2);
        assertEquals(
                task.observed(),
                bundle.manifest().observations().stream().map(c -> c.signal()).toList());
        assertEquals(0.125, bundle.manifest().observations().get(1).scale()[0], 1e-12);
        assertEquals(2, bundle.manifest().observations().get(1).offset()[0], 1e-12);
        assertEquals(10, bundle.manifest().observations().get(1).max()[0]);
        assertEquals(
                task.acted(),
                bundle.manifest().actions().stream().map(c -> c.signal()).toList());
        assertEquals(0.5, bundle.manifest().actions().getFirst().scale()[0]);
    }

    @Test
    void refusesWhatDoesNotFit() {
        final A1Task task = A1Task.of("a1-stage1");
        final float[] good = new float[task.observationSize()];
        Arrays.fill(good, 1);
        final ImportedNetwork network = Trials.network(task);
        assertThrows(BundleException.class, () -> TaskBundle.make(task, "t", network, new float[3], good, 10, TEST));
        assertThrows(BundleException.class, () -> TaskBundle.make(task, "t", network, good, good, 0, TEST));
        final float[] bad = good.clone();
        bad[7] = 0;
        final BundleException refused =
                assertThrows(BundleException.class, () -> TaskBundle.make(task, "t", network, good, bad, 10, TEST));
        assertTrue(refused.getMessage().contains("observation 7"), refused.getMessage());
    }
}
