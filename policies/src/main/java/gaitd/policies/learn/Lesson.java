package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** How a student comes closer to a teacher, round by round; what was written after a round goes on to the same bits. */
public abstract class Lesson {
    private static final long INITIAL = 1;
    private static final double READOUT = 0.1;

    private final ImitationSettings settings;
    private final int planned;
    private final SequenceLearner learner;
    private final float[] parameters;
    private int round;
    private double error = Double.NaN;

    Lesson(final Net net, final ImitationSettings settings, final int rounds, final long seed) {
        this.settings = settings;
        planned = rounds;
        learner = new SequenceLearner(net, settings, seed);
        parameters = net.initial(new RandomStream(RandomStream.seed(seed, INITIAL)), READOUT);
    }

    /** What is learned from in this round. */
    abstract List<Demonstrations> shown();

    /**
     * One round.
     *
     * @throws NonFiniteException when a value is infinite or not a number
     */
    public final void round() {
        error = learner.learn(parameters, shown(), settings.rate(round, planned));
        round++;
    }

    /**
     * Rounds so far.
     *
     * @return a count
     */
    public final int rounds() {
        return round;
    }

    /**
     * The student's difference from its teacher when it was last learned from.
     *
     * @return mean square of a component of the actions, whose range is -1 to 1; NaN before the first round
     */
    public final double error() {
        return error;
    }

    /**
     * The student.
     *
     * @return live, in the order of its layout
     */
    public final float[] student() {
        return parameters;
    }

    /**
     * Writes all that goes on.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    public void write(final DataOutput out) throws IOException {
        out.writeInt(round);
        out.writeDouble(error);
        CheckpointArrays.write(out, parameters);
        learner.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in read
     * @throws IOException when it cannot be, or is of another lesson
     */
    public void read(final DataInput in) throws IOException {
        round = in.readInt();
        error = in.readDouble();
        CheckpointArrays.read(in, parameters);
        learner.read(in);
    }
}
