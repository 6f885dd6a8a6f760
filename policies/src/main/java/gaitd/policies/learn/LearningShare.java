package gaitd.policies.learn;

/**
 * Learns from some sequences of a minibatch: forwards, the losses' gradients by the outputs, and back. One task of a crew.
 *
 * <p>The actor's gradient has the deviations' logarithms behind the network's parameters.
 */
final class LearningShare {
    final Engine actor;
    final Engine critic;
    /** Sum of the divergence from the policy that acted. */
    double divergence;
    /** Sum of squared errors of values. */
    double valueError;
    /** Samples whose force was cut by the clip. */
    int clipped;

    private final PpoSettings settings;
    private final Rollout rollout;
    private final int count;

    LearningShare(
            final Net actorNet,
            final Net criticNet,
            final PpoSettings settings,
            final Rollout rollout,
            final int count) {
        this.settings = settings;
        this.rollout = rollout;
        this.count = count;
        actor = new Engine(actorNet, count, rollout.steps, rollout.actions);
        critic = new Engine(criticNet, count, rollout.steps, 0);
    }

    /**
     * One gradient, of the mean loss of the whole minibatch.
     *
     * @param order environments, shuffled
     * @param from first of this share's in it
     * @param samples in the whole minibatch
     */
    void learn(
            final int[] order,
            final int from,
            final int samples,
            final float[] actorParameters,
            final float[] criticParameters,
            final float[] oldLog) {
        java.util.Arrays.fill(actor.gradient, 0);
        java.util.Arrays.fill(critic.gradient, 0);
        divergence = 0;
        valueError = 0;
        clipped = 0;
        gather(actor, rollout.actorState, order, from);
        gather(critic, rollout.criticState, order, from);
        actor.load(actorParameters);
        actor.forward();
        force(order, from, 1.0 / samples, actorParameters, oldLog);
        actor.backward();
        critic.load(criticParameters);
        critic.forward();
        error(order, from, 1.0 / samples);
        critic.backward();
    }

    private void gather(final Engine engine, final float[] states, final int[] order, final int from) {
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            final int env = order[from + i];
            System.arraycopy(states, env * engine.states, engine.data.initialState, i * engine.states, engine.states);
            for (int step = 0; step < rollout.steps; step++) {
                final int source = step * rollout.environments + env;
                final int target = step * count + i;
                System.arraycopy(rollout.input, source * n, engine.data.inputs, target * n, n);
                engine.data.restarts[target] = rollout.restarted[source];
            }
        }
    }

    private void force(
            final int[] order, final int from, final double weight, final float[] parameters, final float[] oldLog) {
        final int a = rollout.actions;
        final int logAt = actor.gradient.length - a;
        final float[] mean = actor.data.outputs;
        for (int step = 0; step < rollout.steps; step++) {
            for (int i = 0; i < count; i++) {
                final int source = step * rollout.environments + order[from + i];
                final int target = (step * count + i) * a;
                divergence += Gaussian.divergence(rollout.mean, source * a, oldLog, mean, target, parameters, logAt, a);
                final double logNew =
                        Gaussian.logProbability(rollout.action, source * a, mean, target, parameters, logAt, a);
                final double pull =
                        weight * pull(Math.exp(logNew - rollout.logProbability[source]), rollout.advantage[source]);
                for (int k = 0; k < a; k++) {
                    final double spread = Math.exp(-parameters[logAt + k]);
                    final double z = (rollout.action[source * a + k] - mean[target + k]) * spread;
                    final double excess = Math.max(0, Math.abs(mean[target + k]) - 1);
                    actor.data.dOutputs[target + k] = (float) (-pull * z * spread
                            + 2 * weight * settings.bound() * Math.copySign(excess, mean[target + k]));
                    actor.gradient[logAt + k] -= (float) (pull * (z * z - 1) + weight * settings.entropy());
                }
            }
        }
    }

    /** Factor on the gradient of the log-probability: advantage times ratio, none where moving on would earn nothing more. */
    private double pull(final double ratio, final double advantage) {
        final double low = 1 - settings.clip();
        final double high = 1 + settings.clip();
        if (advantage >= 0 ? ratio > high : ratio < low) {
            clipped++;
            return 0;
        }
        return advantage * (settings.twoSided() ? Math.clamp(ratio, low, high) : ratio);
    }

    private void error(final int[] order, final int from, final double weight) {
        for (int step = 0; step < rollout.steps; step++) {
            for (int i = 0; i < count; i++) {
                final int source = step * rollout.environments + order[from + i];
                final int target = step * count + i;
                final double value = critic.data.outputs[target];
                final double old = rollout.value[source];
                final double goal = rollout.returns[source];
                final double near = old + Math.clamp(value - old, -settings.valueClip(), settings.valueClip());
                final double free = (value - goal) * (value - goal);
                final double bound = (near - goal) * (near - goal);
                valueError += free;
                final boolean held = bound > free && near != value;
                critic.data.dOutputs[target] = (float) (held ? 0 : weight * (value - goal));
            }
        }
    }
}
