package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The result of a training that another one can start from: weights of actor and critic, the lists of observations and actions, and the
 * normalisation of observations.
 */
public final class TrainedNetworks {
    private static final double COUNT_MAX = 100_000;

    final List<Signal> observed;
    final List<Signal> acted;
    final String actorDesign;
    final String criticDesign;
    final float[] actor;
    final float[] critic;
    final float[] logDeviation;
    final Moments seen;

    TrainedNetworks(
            final List<Signal> observed,
            final List<Signal> acted,
            final String actorDesign,
            final String criticDesign,
            final float[] actor,
            final float[] critic,
            final float[] logDeviation,
            final Moments seen) {
        this.observed = List.copyOf(observed);
        this.acted = List.copyOf(acted);
        this.actorDesign = actorDesign;
        this.criticDesign = criticDesign;
        this.actor = actor;
        this.critic = critic;
        this.logDeviation = logDeviation;
        this.seen = seen;
    }

    /**
     * Writes all of it.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    public void write(final DataOutput out) throws IOException {
        Signal.write(out, observed);
        Signal.write(out, acted);
        out.writeUTF(actorDesign);
        out.writeUTF(criticDesign);
        CheckpointArrays.write(out, actor);
        CheckpointArrays.write(out, critic);
        CheckpointArrays.write(out, logDeviation);
        seen.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in read
     * @return the networks
     * @throws IOException when it cannot be read, or a weight is not finite
     */
    public static TrainedNetworks read(final DataInput in) throws IOException {
        final List<Signal> observed = Signal.read(in);
        final List<Signal> acted = Signal.read(in);
        final String actorDesign = in.readUTF();
        final String criticDesign = in.readUTF();
        final float[] actor = weights(in);
        final float[] critic = weights(in);
        final float[] logDeviation = weights(in);
        final Moments seen = new Moments(observed.size());
        seen.read(in);
        return new TrainedNetworks(observed, acted, actorDesign, criticDesign, actor, critic, logDeviation, seen);
    }

    private static float[] weights(final DataInput in) throws IOException {
        final float[] weights = CheckpointArrays.readSized(in);
        final int first = FiniteCheck.first(weights);
        if (first >= 0) {
            throw new IOException("a weight is " + weights[first]);
        }
        return weights;
    }

    /**
     * Values of an observation of that training.
     *
     * @return 1 or more
     */
    public int inputs() {
        return observed.size();
    }

    /**
     * Values of an action of that training.
     *
     * @return 1 or more
     */
    public int outputs() {
        return acted.size();
    }

    /**
     * Refuses networks of other designs, and a task whose observations or actions do not begin with those of the earlier one.
     *
     * @throws IllegalArgumentException with the first difference
     */
    void requireFit(final Net actorNet, final Net criticNet, final VectorEnv env) {
        requireDesign("actor", actorDesign, actorNet.design());
        requireDesign("critic", criticDesign, criticNet.design());
        requireSignals(env);
    }

    /**
     * Refuses a task whose observations or actions do not begin with those of the training.
     *
     * @throws IllegalArgumentException with the first difference
     */
    void requireSignals(final VectorEnv env) {
        requireNone(Signal.firstDifference("observation", observed, env.observationSignals()));
        requireNone(Signal.firstDifference("action", acted, env.actionSignals()));
    }

    /**
     * The actor's network.
     *
     * @throws IllegalArgumentException in one line when the weights are of another one
     */
    Net actorNet() {
        final Net net = Nets.of(NetPlan.ofDesign(actorDesign), inputs(), outputs());
        if (net.layout().size() != actor.length) {
            throw new IllegalArgumentException("the actor, %s, has %d weights, expected %d"
                    .formatted(actorDesign, actor.length, net.layout().size()));
        }
        return net;
    }

    private static void requireDesign(final String network, final String before, final String now) {
        requireNone(before.equals(now) ? null : "the %s was %s and is %s now".formatted(network, before, now));
    }

    private static void requireNone(final String difference) {
        if (difference != null) {
            throw new IllegalArgumentException(difference);
        }
    }

    /** Moments for a task with more observations: new ones get mean 0 and deviation 1, and the count is limited so that they adapt. */
    Moments momentsFor(final int moreInputs) {
        return seen.widened(moreInputs, COUNT_MAX);
    }
}
