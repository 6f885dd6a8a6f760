package gaitd.sim.task;

import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.StepMeter;
import gaitd.sim.measure.PhysicsSums;
import gaitd.sim.measure.WalkSample;

/**
 * A task's reward of a robot that walks, by the ground truth of its simulation and without the terms of actions, as {@code eval} has it
 * but for falls, which end no walk here. Used by one thread; allocates nothing once made.
 */
public final class TrueReward {
    private final WalkReward reward;
    private final EnvBuffers row = new EnvBuffers(1);
    private final StepMeter meter;
    private final int ticksPerStep;
    private final double stepS;
    private int ticks;

    /**
     * The reward of a task.
     *
     * @param task which
     * @param stepS length of a policy step, s
     * @param ticksPerStep control ticks of a policy step
     */
    public TrueReward(final A1Task task, final double stepS, final int ticksPerStep) {
        reward = new WalkReward(task);
        meter = new StepMeter(1.0 / ticksPerStep);
        this.ticksPerStep = ticksPerStep;
        this.stepS = stepS;
    }

    /**
     * Begins a policy step, as after a robot was placed.
     *
     * @param sums of the robot's physics
     */
    public void begin(final PhysicsSums sums) {
        ticks = 0;
        meter.beginStep(sums);
    }

    /**
     * Takes a control tick.
     *
     * @param sample how the robot moves
     * @param sums of its physics
     * @param vx forward velocity asked for, m/s
     * @param vy left velocity asked for, m/s
     * @param yawRate rate of turn asked for, rad/s
     * @return what the policy step that ends with this tick gave, NaN where none ends
     */
    public double tick(
            final WalkSample sample, final PhysicsSums sums, final double vx, final double vy, final double yawRate) {
        meter.tick(sample);
        ticks++;
        if (ticks < ticksPerStep) {
            return Double.NaN;
        }
        meter.endStep(sample, sums, row.quantity, 0);
        begin(sums);
        row.step[0]++;
        row.target[0] = (float) vx;
        row.target[1] = (float) vy;
        row.target[2] = (float) yawRate;
        return reward.of(row, 0, stepS);
    }
}
