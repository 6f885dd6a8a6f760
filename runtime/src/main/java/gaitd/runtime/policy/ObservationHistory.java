package gaitd.runtime.policy;

import gaitd.policies.bundle.InputLayout;

/**
 * The last steps of an observation, from which a network's input is taken.
 *
 * <p>The first step after a reset stands for all before it. Called at the policy's rate; allocates nothing after construction.
 */
final class ObservationHistory {
    private final int values;
    private final int steps;
    private final int[] value;
    private final int[] lag;
    private final float[] ring;
    private int head;
    private boolean empty = true;

    ObservationHistory(final InputLayout layout) {
        values = layout.values();
        steps = layout.steps();
        value = new int[layout.inputs()];
        lag = new int[value.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = layout.value(i);
            lag[i] = layout.lag(i);
        }
        ring = new float[steps * values];
    }

    void reset() {
        empty = true;
    }

    /** Adds a step, {@code values} numbers, and writes the input. */
    void push(final float[] step, final float[] input) {
        if (empty) {
            for (int k = 0; k < steps; k++) {
                System.arraycopy(step, 0, ring, k * values, values);
            }
            empty = false;
        } else {
            head = head + 1 == steps ? 0 : head + 1;
            System.arraycopy(step, 0, ring, head * values, values);
        }
        for (int i = 0; i < input.length; i++) {
            final int at = head - lag[i];
            input[i] = ring[(at < 0 ? at + steps : at) * values + value[i]];
        }
    }
}
