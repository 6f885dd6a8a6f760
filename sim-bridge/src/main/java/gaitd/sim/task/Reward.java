package gaitd.sim.task;

import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.Term;

/** Weights of a task's reward, and their sum. Immutable; allocates nothing once made. */
final class Reward {
    private static final RewardTerm[] TERMS = RewardTerm.values();
    private static final double WEIGHT_MAX = 1e4;

    private final double[] weight = new double[TERMS.length];
    private final double velocityWidth;
    private final double yawWidth;

    private Reward(final double velocityWidth, final double yawWidth) {
        this.velocityWidth = velocityWidth;
        this.yawWidth = yawWidth;
    }

    static Reward read(final TomlView table) {
        final Reward reward =
                new Reward(table.number("velocity_width", 1e-6, 1e3), table.number("yaw_width", 1e-6, 1e3));
        for (final RewardTerm term : TERMS) {
            reward.weight[term.ordinal()] = table.number(Words.lower(term), -WEIGHT_MAX, WEIGHT_MAX, 0);
        }
        table.end();
        return reward;
    }

    /**
     * Reward of a robot's last step.
     *
     * @param rows quantities, velocity in force and end of the step
     * @param robot its index
     * @param action its policy's actions
     * @param stepS length of the step, s
     */
    double of(final EnvBuffers rows, final int robot, final GivenAction action, final double stepS) {
        final int at = robot * EnvBuffers.COMMANDS;
        final double tilt = rows.term(robot, Term.TILT);
        double rate = weight(RewardTerm.ALIVE);
        rate += kernel(
                RewardTerm.FORWARD_VELOCITY, rows.term(robot, Term.FORWARD_VELOCITY) - rows.target[at], velocityWidth);
        rate += kernel(
                RewardTerm.LEFT_VELOCITY, rows.term(robot, Term.LEFT_VELOCITY) - rows.target[at + 1], velocityWidth);
        rate += kernel(RewardTerm.YAW_RATE, rows.term(robot, Term.YAW_RATE) - rows.target[at + 2], yawWidth);
        rate += weight(RewardTerm.VERTICAL_VELOCITY_SQUARE) * rows.term(robot, Term.VERTICAL_VELOCITY_SQUARE);
        rate += weight(RewardTerm.ROLL_PITCH_RATE_SQUARE) * rows.term(robot, Term.ROLL_PITCH_RATE_SQUARE);
        rate += weight(RewardTerm.TILT_SQUARE) * tilt * tilt;
        rate += weight(RewardTerm.POWER) * rows.term(robot, Term.POWER);
        rate += weight(RewardTerm.TORQUE_SQUARE) * rows.term(robot, Term.TORQUE_SQUARE);
        rate += weight(RewardTerm.SLIP) * rows.term(robot, Term.SLIP) / stepS;
        rate += weight(RewardTerm.ACTION_CHANGE_SQUARE) * action.changeSquare();
        rate += weight(RewardTerm.ACTION_EXCESS_SQUARE) * action.excessSquare();
        return stepS * rate + (rows.done[robot] ? weight(RewardTerm.FALL) : 0);
    }

    private double weight(final RewardTerm term) {
        return weight[term.ordinal()];
    }

    private double kernel(final RewardTerm term, final double error, final double width) {
        return weight[term.ordinal()] * Math.exp(-error * error / width);
    }
}
