package gaitd.sim.task;

import gaitd.policies.bundle.PolicyCell;
import java.util.Arrays;

/** Stands in for a network in a robot's policy: gives what a learner wrote into its row. One thread at a time. */
final class GivenAction implements PolicyCell {
    private static final float EXCESS_MAX = 2;

    /** What was given last, zeros at the beginning of an episode. */
    final float[] last;

    private final int at;
    private float[] rows;
    private double changeSquare;
    private double excessSquare;

    GivenAction(final int robot, final int actions) {
        last = new float[actions];
        at = robot * actions;
    }

    /** Takes the array that actions are in from now on. */
    void use(final float[] actions) {
        rows = actions;
    }

    @Override
    public void reset() {
        Arrays.fill(last, 0);
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        changeSquare = 0;
        excessSquare = 0;
        for (int i = 0; i < last.length; i++) {
            final float given = rows[at + i];
            final float held = Math.clamp(given, -1, 1);
            final double change = held - Math.clamp(last[i], -1f, 1f);
            final double excess = Math.clamp(given - held, -EXCESS_MAX, EXCESS_MAX);
            changeSquare += change * change;
            excessSquare += excess * excess;
            last[i] = given;
            output[i] = given;
        }
    }

    /** Sum of squared changes of the last step, of actions within -1 to 1. */
    double changeSquare() {
        return changeSquare;
    }

    /** Sum of squares of what the last actions exceeded -1 to 1 by. */
    double excessSquare() {
        return excessSquare;
    }
}
