package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** A student learns to do what a teacher did in recordings, and nothing about where its own mistakes would lead. */
public final class Copying implements Lesson {
    private final Demonstrations shown;
    private final ImitationSettings settings;
    private final int planned;
    private final SequenceLearner learner;
    private final float[] parameters;
    private int round;
    private double error = Double.NaN;

    /**
     * Before the first round.
     *
     * @param net the student
     * @param shown what the teacher did
     * @param settings how the student learns
     * @param rounds of the whole, which the step size is spread over
     * @param seed decides everything that is drawn
     * @throws IllegalArgumentException when there are fewer sequences than a batch has
     */
    public Copying(
            final Net net,
            final Demonstrations shown,
            final ImitationSettings settings,
            final int rounds,
            final long seed) {
        if (shown.sequences < settings.batch()) {
            throw new IllegalArgumentException("%d sequences for batches of %d: expected as many or more"
                    .formatted(shown.sequences, settings.batch()));
        }
        this.shown = shown;
        this.settings = settings;
        planned = rounds;
        learner = new SequenceLearner(net, settings, seed);
        parameters = net.initial(new RandomStream(RandomStream.seed(seed, Imitation.INITIAL)), Imitation.READOUT);
    }

    @Override
    public void round() {
        error = learner.learn(parameters, List.of(shown), settings.rate(round, planned));
        round++;
    }

    @Override
    public int rounds() {
        return round;
    }

    @Override
    public double error() {
        return error;
    }

    @Override
    public float[] student() {
        return parameters;
    }

    @Override
    public void write(final DataOutput out) throws IOException {
        out.writeInt(round);
        out.writeDouble(error);
        CheckpointArrays.write(out, parameters);
        learner.write(out);
    }

    @Override
    public void read(final DataInput in) throws IOException {
        round = in.readInt();
        error = in.readDouble();
        CheckpointArrays.read(in, parameters);
        learner.read(in);
    }
}
