package gaitd.sim.robot;

import gaitd.hal.JointCommands;
import java.util.Arrays;

/**
 * Delay line of commands, first in, first out, by a constant number of physics steps; one slot a step.
 *
 * <p>Allocates nothing after construction.
 */
final class CommandDelay {
    private static final int ROOM = Wear.LATENCY_STEPS_MAX + 1;

    private final JointCommands[] waiting = new JointCommands[ROOM];
    private final long[] dueStep = new long[ROOM];
    private int slots = 1;

    CommandDelay() {
        for (int i = 0; i < ROOM; i++) {
            waiting[i] = new JointCommands();
        }
    }

    /**
     * Empties it.
     *
     * @param latencySteps delay from now on, at most {@link Wear#LATENCY_STEPS_MAX}
     */
    void clear(final int latencySteps) {
        slots = latencySteps + 1;
        Arrays.fill(dueStep, -1);
    }

    /** Whether the delay is zero; then neither of the others is called. */
    boolean isNone() {
        return slots == 1;
    }

    /** Takes a command; a later one in the same step takes its place. */
    void put(final JointCommands commands, final long step) {
        final long due = step + slots - 1;
        final int slot = (int) (due % slots);
        waiting[slot].set(commands);
        dueStep[slot] = due;
    }

    /** The command that arrives in a step, or null; asked in every step. */
    JointCommands take(final long step) {
        final int slot = (int) (step % slots);
        return dueStep[slot] == step ? waiting[slot] : null;
    }
}
