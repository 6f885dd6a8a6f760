package gaitd.sim.task;

import gaitd.hal.A1;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.env.EnvBuffers;
import gaitd.sim.env.StepQuantity;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The terms of a task's reward that have a weight, in the order of {@link RewardTerm}. Immutable; allocates nothing once made. */
final class Reward {
    private static final double WEIGHT_MAX = 1e4;

    private final RewardTerm[] terms;
    private final double[] weight;
    private final double velocityWidth;
    private final double yawWidth;
    private final Rhythm rhythm;
    private final double heightM;

    private Reward(
            final RewardTerm[] terms,
            final double[] weight,
            final double velocityWidth,
            final double yawWidth,
            final Rhythm rhythm,
            final double heightM) {
        this.terms = terms;
        this.weight = weight;
        this.velocityWidth = velocityWidth;
        this.yawWidth = yawWidth;
        this.rhythm = rhythm;
        this.heightM = heightM;
    }

    /** Reads the weights; {@code rhythm} is what legs are to keep to, null for none, {@code heightM} the height of the trunk. */
    static Reward read(final TomlView table, final Rhythm rhythm, final double heightM) {
        final double velocityWidth = table.number("velocity_width", 1e-6, 1e3);
        final double yawWidth = table.number("yaw_width", 1e-6, 1e3);
        final RewardTerm[] all = RewardTerm.values();
        final double[] weights = Arrays.stream(all)
                .mapToDouble(term -> table.number(Words.lower(term), -WEIGHT_MAX, WEIGHT_MAX, 0))
                .toArray();
        table.end();
        final RewardTerm[] used =
                Arrays.stream(all).filter(term -> weights[term.ordinal()] != 0).toArray(RewardTerm[]::new);
        if (used.length == 0) {
            table.problem("", "no term has a weight, expected one or more");
        }
        if (rhythm == null && weights[RewardTerm.RHYTHM.ordinal()] != 0) {
            table.problem(Words.lower(RewardTerm.RHYTHM), "there is no [rhythm] that feet could keep to");
        }
        return new Reward(
                used,
                Arrays.stream(used).mapToDouble(term -> weights[term.ordinal()]).toArray(),
                velocityWidth,
                yawWidth,
                rhythm,
                heightM);
    }

    /** Refuses terms that only the environments of training measure. */
    void requireKnown(final String task) {
        for (final RewardTerm term : terms) {
            if (term == RewardTerm.HEIGHT_SQUARE || term == RewardTerm.RHYTHM) {
                throw new ConfigException(
                        "task %s: its reward has %s, which only training measures".formatted(task, Words.lower(term)));
            }
        }
    }

    /** Names of the terms that have a weight. */
    List<String> names() {
        return Arrays.stream(terms).map(Words::lower).toList();
    }

    /**
     * Reward of a robot's last step, the sum of what its terms give.
     *
     * @param buffers quantities, velocity in force and end of the step
     * @param robot its index
     * @param action its policy's actions
     * @param stepS length of the step, s
     * @param out what each term gives, written
     * @param at where it begins
     */
    double of(
            final EnvBuffers buffers,
            final int robot,
            final LearnerAction action,
            final double stepS,
            final float[] out,
            final int at) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            final double given = given(i, buffers, robot, action, stepS);
            out[at + i] = (float) given;
            sum += given;
        }
        return sum;
    }

    /** The same without the terms of an action. */
    double ofWalk(final EnvBuffers buffers, final int robot, final double stepS) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] != RewardTerm.ACTION_CHANGE_SQUARE && terms[i] != RewardTerm.ACTION_EXCESS_SQUARE) {
                sum += given(i, buffers, robot, null, stepS);
            }
        }
        return sum;
    }

    private double given(
            final int i, final EnvBuffers buffers, final int robot, final LearnerAction action, final double stepS) {
        return weight[i]
                * (terms[i] == RewardTerm.FALL
                        ? buffers.terminated[robot] ? 1 : 0
                        : stepS * rate(terms[i], buffers, robot, action, stepS));
    }

    private double rate(
            final RewardTerm term,
            final EnvBuffers buffers,
            final int robot,
            final LearnerAction action,
            final double stepS) {
        return switch (term) {
            case FORWARD_VELOCITY -> moving(error(buffers, robot, StepQuantity.FORWARD_VELOCITY, 0));
            case LEFT_VELOCITY -> moving(error(buffers, robot, StepQuantity.LEFT_VELOCITY, 1));
            case YAW_RATE -> turning(error(buffers, robot, StepQuantity.YAW_RATE, 2));
            case VERTICAL_VELOCITY_SQUARE -> buffers.quantity(robot, StepQuantity.VERTICAL_VELOCITY_SQUARE);
            case ROLL_PITCH_RATE_SQUARE -> buffers.quantity(robot, StepQuantity.ROLL_PITCH_RATE_SQUARE);
            case TILT_SQUARE -> buffers.quantity(robot, StepQuantity.TILT) * buffers.quantity(robot, StepQuantity.TILT);
            case HEIGHT_SQUARE -> {
                final double error = buffers.quantity(robot, StepQuantity.HEIGHT) - heightM;
                yield error * error;
            }
            case RHYTHM -> rhythm(buffers, robot, stepS);
            case POWER -> buffers.quantity(robot, StepQuantity.POWER);
            case TORQUE_SQUARE -> buffers.quantity(robot, StepQuantity.TORQUE_SQUARE);
            case SLIP -> buffers.quantity(robot, StepQuantity.SLIP) / stepS;
            case ACTION_CHANGE_SQUARE -> action.changeSquare();
            case ACTION_EXCESS_SQUARE -> action.excessSquare();
            case ALIVE -> 1;
            case FALL -> 0;
        };
    }

    private double rhythm(final EnvBuffers buffers, final int robot, final double stepS) {
        double sum = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int sole = robot * StepQuantity.COUNT + StepQuantity.SOLE_FRONT_RIGHT.ordinal() + leg;
            sum += rhythm.kept(leg, buffers.step[robot] * stepS, buffers.quantity[sole]);
        }
        return sum / A1.LEGS;
    }

    private static double error(final EnvBuffers buffers, final int robot, final StepQuantity term, final int command) {
        return buffers.quantity(robot, term) - buffers.target[robot * EnvBuffers.COMMANDS + command];
    }

    /** What an error of a horizontal velocity earns, m/s. */
    double moving(final double error) {
        return StrictMath.exp(-error * error / velocityWidth);
    }

    /** What an error of the yaw rate earns, rad/s. */
    double turning(final double error) {
        return StrictMath.exp(-error * error / yawWidth);
    }

    /** Weighted sum of what each term gives. */
    double sum(final ToDoubleFunction<RewardTerm> given) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += weight[i] * given.applyAsDouble(terms[i]);
        }
        return sum;
    }
}
