package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.Transitions;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Env;
import gaitd.sim.task.A1Task;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Velocities that robots of a training are asked for, after one robot was watched. */
class AskedVelocitiesTest {
    private static final int ROBOTS = 512;

    private final AskedVelocities asked = new AskedVelocities();
    private final ExperienceFrame step = new ExperienceFrame();

    private void watch(final double vx, final double vy, final double yawRate) {
        step.putReal(ExperienceField.COMMAND, 0, vx);
        step.putReal(ExperienceField.COMMAND, 1, vy);
        step.putReal(ExperienceField.COMMAND, 2, yawRate);
        asked.add(step);
    }

    /** Forward velocities of robots of the task, sorted, m/s. */
    private static double[] forward(final A1Task task) {
        try (A1Env env = new A1Env(task, ROBOTS, 1, FaultPlan.NONE)) {
            final Transitions transitions = Transitions.of(env);
            env.reset(7, transitions);
            return IntStream.range(0, ROBOTS)
                    .mapToDouble(robot -> env.quantities().command[3 * robot])
                    .sorted()
                    .toArray();
        }
    }

    private static double share(final double[] values, final double low, final double high) {
        return Arrays.stream(values).filter(x -> low <= x && x <= high).count() / (double) values.length;
    }

    @Test
    void mostCommandsAreAroundASteadyOne() {
        for (int i = 0; i < 100; i++) {
            watch(0.3, 0, 0);
        }
        final double[] values = forward(asked.of(A1Task.of("a1-stage1")));
        assertTrue(share(values, 0.2, 0.4) > 0.75);
        assertTrue(values[0] < 0 && values[ROBOTS - 1] > 0.45, "the others are those of the task");
    }

    @Test
    void theRangeIsAsWideAsWhatWasAsked() {
        for (int i = 0; i < 100; i++) {
            watch(i % 2 == 0 ? -0.2 : 0.4, 0, 0);
        }
        final double[] values = forward(asked.of(A1Task.of("a1-stage1")));
        // Mean 0.1, two deviations of 0.3.
        assertTrue(values[0] < -0.4 && values[ROBOTS - 1] > 0.6);
    }

    @Test
    void whatWasAskedBeforeIsForgotten() {
        watch(-0.3, 0, 0);
        asked.clear();
        watch(0.3, 0, 0);
        assertTrue(share(forward(asked.of(A1Task.of("a1-stage1"))), 0.2, 0.4) > 0.75);
    }
}
