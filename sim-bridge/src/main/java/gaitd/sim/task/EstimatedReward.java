package gaitd.sim.task;

import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * A task's reward of a robot's policy step, from what the robot itself knows: the terms of training with estimates in place of the truth.
 * What training sees at the end of 10 ms is here a mean over the ticks of the step.
 */
public final class EstimatedReward {
    private static final EpisodeEnd[] ENDS = EpisodeEnd.values();
    private static final double EXCESS_MAX = 2;

    private final Reward reward;
    private final double stepS;

    /**
     * The reward of a task.
     *
     * @param task which
     * @param stepS length of a policy step, s
     * @throws gaitd.runtime.config.ConfigException in one line when only the environments of training measure a term
     */
    public EstimatedReward(final A1Task task, final double stepS) {
        reward = task.reward;
        reward.requireKnown(task.name());
        this.stepS = stepS;
    }

    /**
     * What a step gave.
     *
     * @param step read
     * @return reward, as an episode's sum has it
     */
    public double of(final ExperienceFrame step) {
        return reward.sum(term -> term == RewardTerm.FALL
                ? ENDS[(int) step.get(ExperienceField.END)] == EpisodeEnd.FAULT ? 1 : 0
                : stepS * rate(term, step));
    }

    private double rate(final RewardTerm term, final ExperienceFrame step) {
        return switch (term) {
            case FORWARD_VELOCITY -> reward.moving(step.real(ExperienceField.VELOCITY_ERROR, 0));
            case LEFT_VELOCITY -> reward.moving(step.real(ExperienceField.VELOCITY_ERROR, 1));
            case YAW_RATE -> reward.turning(step.real(ExperienceField.VELOCITY_ERROR, 2));
            case VERTICAL_VELOCITY_SQUARE -> step.real(ExperienceField.VERTICAL_VELOCITY_SQUARE, 0);
            case ROLL_PITCH_RATE_SQUARE -> step.real(ExperienceField.ROLL_PITCH_RATE_SQUARE, 0);
            case TILT_SQUARE -> step.real(ExperienceField.TILT_SQUARE, 0);
            case POWER -> step.real(ExperienceField.POWER, 0);
            case TORQUE_SQUARE -> step.real(ExperienceField.TORQUE_SQUARE, 0);
            case SLIP -> step.real(ExperienceField.SLIP, 0);
            case ACTION_CHANGE_SQUARE -> step.real(ExperienceField.ACTION_CHANGE_SQUARE, 0);
            case ACTION_EXCESS_SQUARE -> excessSquare(step);
            case ALIVE -> 1;
            case FALL -> 0;
            case HEIGHT_SQUARE, RHYTHM -> throw new IllegalStateException("refused when it was made");
        };
    }

    private static double excessSquare(final ExperienceFrame step) {
        double sum = 0;
        for (int i = 0; i < step.get(ExperienceField.ACTIONS); i++) {
            final double given = step.real(ExperienceField.ACTION, i);
            final double excess = Math.clamp(given - Math.clamp(given, -1, 1), -EXCESS_MAX, EXCESS_MAX);
            sum += excess * excess;
        }
        return sum;
    }
}
