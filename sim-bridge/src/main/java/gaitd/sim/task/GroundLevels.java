package gaitd.sim.task;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How hard the ground of each robot is, where success decides it: a level more after an episode in which the robot went where it was
 * asked to, one less after a fall or where it did not get on.
 *
 * <p>A quarter of the episodes are on some level below, to keep what was learned there, and count for nothing. Levels stay from reset to
 * reset; what they were at the last one is what a checkpoint holds. Called by several threads at once, each with its own robots.
 */
final class GroundLevels {
    private static final double BELOW_SHARE = 0.25;
    private static final double LEAST_ASKED_M = 1;
    private static final double UP_SHARE = 0.75;
    private static final double DOWN_SHARE = 0.5;

    private final int[] top;
    private final int[] level;
    private final int[] drawn;
    private final int[] atReset;

    /**
     * Levels at a beginning.
     *
     * @param levels how many each robot's ground has, 1 or more
     * @param first share of them at which robots begin, 0 to 1
     */
    GroundLevels(final int[] levels, final double first) {
        top = new int[levels.length];
        level = new int[levels.length];
        for (int robot = 0; robot < levels.length; robot++) {
            top[robot] = levels[robot] - 1;
            level[robot] = (int) Math.rint(first * top[robot]);
        }
        drawn = level.clone();
        atReset = level.clone();
    }

    /** All episodes begin anew. */
    void reset() {
        System.arraycopy(level, 0, atReset, 0, level.length);
    }

    /** Draws the level of a robot's next episode; {@code chance} and {@code which} are drawn from 0 to 1. */
    int draw(final int robot, final double chance, final double which) {
        drawn[robot] = chance < BELOW_SHARE ? (int) (which * (level[robot] + 1)) : level[robot];
        return drawn[robot];
    }

    /** Takes how a robot's episode ended. */
    void ended(final int robot, final boolean fell, final double askedM, final double wentM) {
        if (drawn[robot] != level[robot]) {
            return;
        }
        if (fell || (askedM >= LEAST_ASKED_M && wentM < DOWN_SHARE * askedM)) {
            level[robot] = Math.max(0, level[robot] - 1);
        } else if (askedM >= LEAST_ASKED_M && wentM >= UP_SHARE * askedM) {
            level[robot] = Math.min(top[robot], level[robot] + 1);
        }
    }

    /** Level of a robot's episode over the highest of its ground, 0 to 1. */
    double share(final int robot) {
        return top[robot] == 0 ? 0 : (double) drawn[robot] / top[robot];
    }

    void write(final DataOutput out) throws IOException {
        for (final int each : atReset) {
            out.writeByte(each);
        }
    }

    void read(final DataInput in) throws IOException {
        for (int robot = 0; robot < level.length; robot++) {
            level[robot] = Math.clamp(in.readUnsignedByte(), 0, top[robot]);
        }
        reset();
    }
}
