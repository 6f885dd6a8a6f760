package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The two networks of a learner with their parameters: the actor gives the mean of each action, the critic the value of an observation.
 *
 * <p>Actions are drawn from independent normal distributions around the means; their standard deviations are learned with the actor and do
 * not depend on the observation.
 */
final class ActorCritic {
    /** Scale of the actor's initial readout, so that first actions are close to 0. */
    private static final double ACTOR_READOUT = 0.01;

    private static final long INITIAL = 1;

    final Net actorNet;
    final Net criticNet;
    /** Parameters of the actor's network, then the logarithms of the standard deviations, one an action. */
    final float[] actor;
    /** Parameters of the critic's network. */
    final float[] critic;
    /** Index in {@link #actor} of the first logarithm. */
    final int logAt;

    /**
     * Initial parameters.
     *
     * @param deviation standard deviation of all actions
     * @param seed decides the weights
     */
    ActorCritic(final Net actorNet, final Net criticNet, final double deviation, final long seed) {
        this.actorNet = actorNet;
        this.criticNet = criticNet;
        final RandomStream random = new RandomStream(RandomStream.seed(seed, INITIAL));
        final float[] weights = actorNet.initial(random, ACTOR_READOUT);
        logAt = weights.length;
        actor = Arrays.copyOf(weights, logAt + actorNet.outputs());
        Arrays.fill(actor, logAt, actor.length, (float) StrictMath.log(deviation));
        critic = criticNet.initial(random, 1);
        constrain();
    }

    /** Moves parameters back to where the networks need them. */
    void constrain() {
        actorNet.constrain(actor);
        criticNet.constrain(critic);
    }

    /** Mean standard deviation of the actions. */
    double deviation() {
        double sum = 0;
        for (int i = logAt; i < actor.length; i++) {
            sum += StrictMath.exp(actor[i]);
        }
        return sum / (actor.length - logAt);
    }

    /** Copy of the actor's parameters, without the standard deviations. */
    float[] actorWeights() {
        return Arrays.copyOf(actor, logAt);
    }

    /** Takes over what networks of a task with fewer observations or actions have learned. */
    void transfer(final TrainedNetworks before, final Net actorBefore, final Net criticBefore) {
        Transfer.copy(actorBefore, before.actor, actorNet, actor);
        Transfer.copy(criticBefore, before.critic, criticNet, critic);
        System.arraycopy(before.logDeviation, 0, actor, logAt, before.logDeviation.length);
        constrain();
    }

    /** Marks the parameters of {@link #actor} that {@link #transfer} takes from an earlier actor. */
    void markTransferred(final Net actorBefore, final boolean[] out) {
        Transfer.mark(actorBefore, actorNet, out);
        Arrays.fill(out, logAt, logAt + actorBefore.outputs(), true);
    }

    void write(final DataOutput out) throws IOException {
        CheckpointArrays.write(out, actor);
        CheckpointArrays.write(out, critic);
    }

    void read(final DataInput in) throws IOException {
        CheckpointArrays.read(in, actor);
        CheckpointArrays.read(in, critic);
    }
}
