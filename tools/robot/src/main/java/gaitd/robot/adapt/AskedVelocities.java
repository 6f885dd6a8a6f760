package gaitd.robot.adapt;

import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.sim.task.A1Task;

/** What velocities a robot was asked for while it was watched; its policy is trained mostly with velocities like them. Used by one thread. */
final class AskedVelocities {
    /** Share of the training's commands that are like the robot's; the others keep what the policy can do otherwise. */
    private static final double SHARE = 0.8;

    private static final double DEVIATIONS = 2;
    /** Forward and left velocity, m/s, and yaw rate, rad/s, around what was asked for on the mean. */
    private static final double[] LEAST = {0.1, 0.05, 0.1};

    private final double[] sum = new double[LEAST.length];
    private final double[] squares = new double[LEAST.length];
    private long steps;

    AskedVelocities() {}

    void clear() {
        steps = 0;
        for (int i = 0; i < LEAST.length; i++) {
            sum[i] = 0;
            squares[i] = 0;
        }
    }

    void add(final ExperienceFrame step) {
        steps++;
        for (int i = 0; i < LEAST.length; i++) {
            final double asked = step.real(ExperienceField.COMMAND, i);
            sum[i] += asked;
            squares[i] += asked * asked;
        }
    }

    /** A task with velocities like these, once there was a step. */
    A1Task of(final A1Task task) {
        final double[][] ranges = new double[LEAST.length][];
        for (int i = 0; i < LEAST.length; i++) {
            final double mean = sum[i] / steps;
            final double deviation = Math.sqrt(Math.max(0, squares[i] / steps - mean * mean));
            final double half = Math.max(LEAST[i], DEVIATIONS * deviation);
            ranges[i] = new double[] {mean - half, mean + half};
        }
        return task.asked(ranges, SHARE);
    }
}
