package gaitd.policies.learn;

/**
 * The transitions of one iteration, steps x environments (x values), cut over time into sequences of equal length, and the states of
 * recurrent networks before the first step of each. Sequence {@code i} is of environment {@code i % environments}.
 *
 * <p>Observations are normalised, rewards scaled; {@code ended} is set where an episode terminated or was truncated.
 */
final class RolloutStorage {
    final int environments;
    final int steps;
    /** Steps of a sequence. */
    final int segment;
    /** Sequences of all environments. */
    final int sequences;

    final int inputs;
    final int actions;
    final float[] input;
    final float[] action;
    final float[] mean;
    /** Logarithms of the standard deviations that the actions were sampled with. */
    final float[] logDeviation;

    final float[] logProbability;
    final float[] value;
    final float[] reward;
    final float[] bootstrap;
    final boolean[] ended;
    final boolean[] restarted;
    final float[] advantage;
    final float[] returns;
    final float[] lastValue;
    final float[] actorState;
    final float[] criticState;

    RolloutStorage(
            final int environments,
            final int steps,
            final int segments,
            final int inputs,
            final int actions,
            final int actorStates,
            final int criticStates) {
        this.environments = environments;
        this.steps = steps;
        segment = steps / segments;
        sequences = Math.multiplyExact(environments, segments);
        this.inputs = inputs;
        this.actions = actions;
        final int cells = Math.multiplyExact(environments, steps);
        input = new float[Math.multiplyExact(cells, inputs)];
        action = new float[Math.multiplyExact(cells, actions)];
        mean = new float[action.length];
        logDeviation = new float[actions];
        logProbability = new float[cells];
        value = new float[cells];
        reward = new float[cells];
        bootstrap = new float[cells];
        ended = new boolean[cells];
        restarted = new boolean[cells];
        advantage = new float[cells];
        returns = new float[cells];
        lastValue = new float[environments];
        actorState = new float[Math.multiplyExact(sequences, actorStates)];
        criticState = new float[Math.multiplyExact(sequences, criticStates)];
    }

    /** Keeps the states of all environments where a sequence begins. */
    void beginSequences(final int step, final float[] actor, final float[] critic) {
        if (step % segment == 0) {
            final int at = step / segment;
            System.arraycopy(actor, 0, actorState, at * actor.length, actor.length);
            System.arraycopy(critic, 0, criticState, at * critic.length, critic.length);
        }
    }

    /** Where a step of a sequence is among the transitions. */
    int cell(final int sequence, final int step) {
        return (sequence / environments * segment + step) * environments + sequence % environments;
    }

    /**
     * Generalised advantage estimation (Schulman et al., 2016). A truncated episode is bootstrapped with the value of its final
     * observation; a terminated one has no value after its end.
     */
    void computeReturns(final double gamma, final double lambda) {
        for (int env = 0; env < environments; env++) {
            double next = lastValue[env];
            double running = 0;
            for (int step = steps - 1; step >= 0; step--) {
                final int i = step * environments + env;
                if (ended[i]) {
                    next = bootstrap[i];
                    running = 0;
                }
                final double difference = reward[i] + gamma * next - value[i];
                running = difference + gamma * lambda * running;
                advantage[i] = (float) running;
                returns[i] = (float) (running + value[i]);
                next = value[i];
            }
        }
    }

    /** Scales advantages to mean 0 and standard deviation 1. */
    void normaliseAdvantages() {
        double sum = 0;
        double squares = 0;
        for (final float a : advantage) {
            sum += a;
            squares += (double) a * a;
        }
        final double mid = sum / advantage.length;
        final double deviation = Math.sqrt(Math.max(0, squares / advantage.length - mid * mid)) + 1e-8;
        for (int i = 0; i < advantage.length; i++) {
            advantage[i] = (float) ((advantage[i] - mid) / deviation);
        }
    }
}
