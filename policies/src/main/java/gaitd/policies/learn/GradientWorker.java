package gaitd.policies.learn;

import java.util.Arrays;

/**
 * Gradient of both losses over one shard of a minibatch: forward pass, gradient of the losses by the outputs, backward pass.
 *
 * <p>The actor's gradient ends with that of the logarithms of the standard deviations. Workers run in parallel, each on its own shard.
 */
final class GradientWorker {
    final NetBatch actor;
    final NetBatch critic;
    /** Sum over samples of the KL divergence from the policy that collected the rollout, nats. */
    double divergence;
    /** Sum over samples of the squared value error. */
    double valueError;
    /** Samples whose policy gradient is zero because their ratio is clipped. */
    int clipped;

    private final ActorCritic networks;
    private final double clip;
    private final boolean twoSidedClip;
    private final double valueClip;
    private final double bound;
    private final double entropy;
    private final RolloutStorage rollout;
    private final int count;

    GradientWorker(
            final ActorCritic networks, final PpoSettings settings, final RolloutStorage rollout, final int count) {
        this.networks = networks;
        clip = settings.get(PpoSetting.CLIP);
        twoSidedClip = settings.twoSidedClip();
        valueClip = settings.get(PpoSetting.VALUE_CLIP);
        bound = settings.get(PpoSetting.BOUND);
        entropy = settings.get(PpoSetting.ENTROPY);
        this.rollout = rollout;
        this.count = count;
        actor = new NetBatch(networks.actorNet, count, rollout.segment, rollout.actions);
        critic = new NetBatch(networks.criticNet, count, rollout.segment, 0);
    }

    /**
     * This shard's part of the gradient of the mean loss of a minibatch.
     *
     * @param order sequences, shuffled
     * @param from where this shard begins in it
     * @param samples of the whole minibatch
     */
    void computeGradient(final int[] order, final int from, final int samples) {
        Arrays.fill(actor.gradient, 0);
        Arrays.fill(critic.gradient, 0);
        divergence = 0;
        valueError = 0;
        clipped = 0;
        gather(actor, rollout.actorState, order, from);
        gather(critic, rollout.criticState, order, from);
        actor.load(networks.actor);
        actor.forward();
        policyGradient(order, from, 1.0 / samples);
        actor.backward();
        critic.load(networks.critic);
        critic.forward();
        valueGradient(order, from, 1.0 / samples);
        critic.backward();
    }

    private void gather(final NetBatch network, final float[] states, final int[] order, final int from) {
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            final int sequence = order[from + i];
            System.arraycopy(
                    states, sequence * network.states, network.data.initialState, i * network.states, network.states);
            for (int step = 0; step < rollout.segment; step++) {
                final int source = rollout.cell(sequence, step);
                final int target = step * count + i;
                System.arraycopy(rollout.input, source * n, network.data.inputs, target * n, n);
                network.data.restarts[target] = rollout.restarted[source];
            }
        }
    }

    private void policyGradient(final int[] order, final int from, final double weight) {
        final float[] parameters = networks.actor;
        final float[] oldLog = rollout.logDeviation;
        final int a = rollout.actions;
        final int logAt = networks.logAt;
        final float[] mean = actor.data.outputs;
        for (int step = 0; step < rollout.segment; step++) {
            for (int i = 0; i < count; i++) {
                final int source = rollout.cell(order[from + i], step);
                final int target = (step * count + i) * a;
                divergence += Gaussian.divergence(rollout.mean, source * a, oldLog, mean, target, parameters, logAt, a);
                final double logNew =
                        Gaussian.logProbability(rollout.action, source * a, mean, target, parameters, logAt, a);
                final double surrogate = weight
                        * surrogate(StrictMath.exp(logNew - rollout.logProbability[source]), rollout.advantage[source]);
                for (int k = 0; k < a; k++) {
                    final double spread = StrictMath.exp(-parameters[logAt + k]);
                    final double z = (rollout.action[source * a + k] - mean[target + k]) * spread;
                    final double excess = Math.max(0, Math.abs(mean[target + k]) - 1);
                    actor.data.dOutputs[target + k] = (float)
                            (-surrogate * z * spread + 2 * weight * bound * Math.copySign(excess, mean[target + k]));
                    actor.gradient[logAt + k] -= (float) (surrogate * (z * z - 1) + weight * entropy);
                }
            }
        }
    }

    /** Factor of the log-probability in the gradient of the clipped surrogate: advantage times ratio, 0 where the ratio is clipped. */
    private double surrogate(final double ratio, final double advantage) {
        final double low = 1 - clip;
        final double high = 1 + clip;
        if (advantage >= 0 ? ratio > high : ratio < low) {
            clipped++;
            return 0;
        }
        return advantage * (twoSidedClip ? Math.clamp(ratio, low, high) : ratio);
    }

    private void valueGradient(final int[] order, final int from, final double weight) {
        for (int step = 0; step < rollout.segment; step++) {
            for (int i = 0; i < count; i++) {
                final int source = rollout.cell(order[from + i], step);
                final int row = step * count + i;
                final double value = critic.data.outputs[row];
                final double old = rollout.value[source];
                final double target = rollout.returns[source];
                final double clippedValue = old + Math.clamp(value - old, -valueClip, valueClip);
                final double error = (value - target) * (value - target);
                final double clippedError = (clippedValue - target) * (clippedValue - target);
                valueError += error;
                final boolean isClipped = clippedError > error && clippedValue != value;
                critic.data.dOutputs[row] = (float) (isClipped ? 0 : weight * (value - target));
            }
        }
    }
}
