package gaitd.sim.task;

import gaitd.policies.bundle.PolicyCell;
import java.util.Arrays;

/** The network of a robot's policy in training: outputs the action that the learner has sampled. Used by one thread at a time. */
final class LearnerAction implements PolicyCell {
    private static final float EXCESS_MAX = 2;

    /** The last action, zeros at the beginning of an episode. */
    final float[] last;

    private final int at;
    private float[] actions;
    private int steps;
    private double changeSquare;
    private double excessSquare;

    LearnerAction(final int robot, final int size) {
        last = new float[size];
        at = robot * size;
    }

    /** Reads actions from this array from now on, robots x actions. */
    void use(final float[] all) {
        actions = all;
    }

    @Override
    public void reset() {
        Arrays.fill(last, 0);
        steps = 0;
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        steps++;
        changeSquare = 0;
        excessSquare = 0;
        for (int i = 0; i < last.length; i++) {
            final float given = actions[at + i];
            final float held = Math.clamp(given, -1, 1);
            final double change = held - Math.clamp(last[i], -1f, 1f);
            final double excess = Math.clamp(given - held, -EXCESS_MAX, EXCESS_MAX);
            changeSquare += change * change;
            excessSquare += excess * excess;
            last[i] = given;
            output[i] = given;
        }
    }

    /** Steps since the beginning of the episode. */
    int steps() {
        return steps;
    }

    /** Sum of squared differences between the last two actions, both clamped to -1 to 1. */
    double changeSquare() {
        return changeSquare;
    }

    /** Sum of squared excesses of the last action beyond -1 to 1. */
    double excessSquare() {
        return excessSquare;
    }
}
