package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads float arrays of checkpoints: the length, then the values. */
final class CheckpointArrays {
    /** Longest array that is accepted. */
    static final int LENGTH_MAX = 10_000_000;

    private CheckpointArrays() {}

    static void write(final DataOutput out, final float[] values) throws IOException {
        out.writeInt(values.length);
        for (final float value : values) {
            out.writeFloat(value);
        }
    }

    /** Reads into an array; a stored array of another length is refused. */
    static void read(final DataInput in, final float[] values) throws IOException {
        final int length = in.readInt();
        if (length != values.length) {
            throw new IOException("an array of " + length + " numbers where " + values.length
                    + " were expected: the checkpoint is of another task or network");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
    }

    /** Reads an array of any length. */
    static float[] readSized(final DataInput in) throws IOException {
        final int length = in.readInt();
        if (length < 0 || length > LENGTH_MAX) {
            throw new IOException("an array of " + length + " numbers: not what a training wrote");
        }
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
