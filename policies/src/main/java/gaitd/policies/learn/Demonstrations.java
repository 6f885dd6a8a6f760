package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a teacher would have done along so many ways of the same length: inputs of the student's network and the teacher's actions,
 * step by step. Rows are step x sequences + sequence. Inputs are normalised as the teacher's are.
 */
public final class Demonstrations {
    final int sequences;
    final int steps;
    /** Inputs, rows x inputs. */
    public final float[] input;
    /** What the teacher would have done, rows x actions, from -1 to 1. */
    public final float[] action;
    /** Whether an episode begins with a step, by rows. */
    public final boolean[] begins;

    private final int inputs;
    private final int actions;

    /**
     * Zeros.
     *
     * @param sequences how many
     * @param steps of each
     * @param inputs of the network
     * @param actions of the network
     */
    public Demonstrations(final int sequences, final int steps, final int inputs, final int actions) {
        this.sequences = sequences;
        this.steps = steps;
        this.inputs = inputs;
        this.actions = actions;
        final int rows = Math.multiplyExact(sequences, steps);
        input = new float[Math.multiplyExact(rows, inputs)];
        action = new float[Math.multiplyExact(rows, actions)];
        begins = new boolean[rows];
    }

    /**
     * Where a step of a sequence is.
     *
     * @param sequence which
     * @param step which
     * @return its row
     */
    public int row(final int sequence, final int step) {
        return step * sequences + sequence;
    }

    /** Copies a step of a sequence into a row of a batch. */
    void copyInput(final int sequence, final int step, final float[] to, final int row) {
        System.arraycopy(input, row(sequence, step) * inputs, to, row * inputs, inputs);
    }

    /** Where the teacher's action of a step begins. */
    int actionAt(final int sequence, final int step) {
        return row(sequence, step) * actions;
    }

    void write(final DataOutput out) throws IOException {
        CheckpointArrays.write(out, input);
        CheckpointArrays.write(out, action);
        for (final boolean begin : begins) {
            out.writeBoolean(begin);
        }
    }

    void read(final DataInput in) throws IOException {
        CheckpointArrays.read(in, input);
        CheckpointArrays.read(in, action);
        for (int i = 0; i < begins.length; i++) {
            begins[i] = in.readBoolean();
        }
    }
}
