package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a learner of one task can hand to a learner of a larger one: both networks and how observations were normalised. */
public final class Learned {
    private static final double COUNT_MAX = 100_000;

    final int inputs;
    final int outputs;
    final float[] actor;
    final float[] critic;
    final float[] logDeviation;
    final Moments seen;

    Learned(
            final int inputs,
            final int outputs,
            final float[] actor,
            final float[] critic,
            final float[] logDeviation,
            final Moments seen) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.actor = actor;
        this.critic = critic;
        this.logDeviation = logDeviation;
        this.seen = seen;
    }

    /**
     * Writes it.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    public void write(final DataOutput out) throws IOException {
        out.writeInt(inputs);
        out.writeInt(outputs);
        CheckpointArrays.write(out, actor);
        CheckpointArrays.write(out, critic);
        CheckpointArrays.write(out, logDeviation);
        seen.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in read
     * @return it
     * @throws IOException when it cannot be
     */
    public static Learned read(final DataInput in) throws IOException {
        final int inputs = in.readInt();
        final int outputs = in.readInt();
        if (inputs < 1
                || inputs > CheckpointArrays.LENGTH_MAX
                || outputs < 1
                || outputs > CheckpointArrays.LENGTH_MAX) {
            throw new IOException(
                    "networks from %d to %d numbers: not what a training wrote".formatted(inputs, outputs));
        }
        final float[] actor = CheckpointArrays.readSized(in);
        final float[] critic = CheckpointArrays.readSized(in);
        final float[] logDeviation = CheckpointArrays.readSized(in);
        final Moments seen = new Moments(inputs);
        seen.read(in);
        return new Learned(inputs, outputs, actor, critic, logDeviation, seen);
    }

    /**
     * Numbers in an observation then.
     *
     * @return 1 or more
     */
    public int inputs() {
        return inputs;
    }

    /**
     * Numbers in an action then.
     *
     * @return 1 or more
     */
    public int outputs() {
        return outputs;
    }

    /**
     * Refuses networks of other sizes, and a task that sees or does less.
     *
     * @throws IllegalArgumentException with all sizes
     */
    void requireFit(final Net actorBefore, final Net criticBefore, final VectorEnv env) {
        if (actor.length != actorBefore.layout().size()
                || critic.length != criticBefore.layout().size()
                || logDeviation.length != actorBefore.outputs()
                || actorBefore.outputs() > env.actions()
                || actorBefore.inputs() > env.observations()) {
            throw new IllegalArgumentException(
                    "networks from %d to %d of %d and %d parameters, expected %d and %d, and at most %d to %d"
                            .formatted(
                                    inputs,
                                    outputs,
                                    actor.length,
                                    critic.length,
                                    actorBefore.layout().size(),
                                    criticBefore.layout().size(),
                                    env.observations(),
                                    env.actions()));
        }
    }

    /** Moments of a task that sees more: what is new counts as mean 0 and deviation 1, and old experience weighs less. */
    Moments seenBy(final int moreInputs) {
        return seen.widened(moreInputs, COUNT_MAX);
    }
}
