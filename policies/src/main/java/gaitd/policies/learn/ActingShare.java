package gaitd.policies.learn;

import java.util.Arrays;

/** Acts for some neighbouring environments: normalises what they see, runs both networks, draws actions. One task of a crew. */
final class ActingShare {
    final Moments seen;
    final RandomStream random;

    private final int first;
    private final int count;
    private final Engine actor;
    private final Engine critic;
    private final Rollout rollout;
    private final EnvRows rows;
    private final float[] actorState;
    private final float[] criticState;

    ActingShare(
            final Net actorNet,
            final Net criticNet,
            final int first,
            final int count,
            final Rollout rollout,
            final EnvRows rows,
            final float[] actorState,
            final float[] criticState) {
        this.first = first;
        this.count = count;
        this.rollout = rollout;
        this.rows = rows;
        this.actorState = actorState;
        this.criticState = criticState;
        actor = new Engine(actorNet, count, 1, 0);
        critic = new Engine(criticNet, count, 1, 0);
        seen = new Moments(rollout.inputs);
        random = new RandomStream(0);
    }

    void load(final float[] actorParameters, final float[] criticParameters) {
        actor.load(actorParameters);
        critic.load(criticParameters);
    }

    /** Decides the actions of a step and records it. */
    void act(final int step, final Normaliser normaliser, final float[] parameters, final int logAt) {
        final int cell = step * rollout.environments + first;
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            seen.add(rows.observation, (first + i) * n);
            normaliser.apply(
                    rows.observation, (first + i) * n, rollout.input, (cell + i) * n, PpoSettings.OBSERVATION_MAX);
        }
        System.arraycopy(rollout.input, cell * n, actor.data.inputs, 0, count * n);
        System.arraycopy(rollout.input, cell * n, critic.data.inputs, 0, count * n);
        System.arraycopy(rollout.restarted, cell, actor.data.restarts, 0, count);
        System.arraycopy(rollout.restarted, cell, critic.data.restarts, 0, count);
        forward(actor, actorState);
        keep(actor, actorState);
        forward(critic, criticState);
        keep(critic, criticState);
        draw(cell, parameters, logAt);
    }

    private void draw(final int cell, final float[] parameters, final int logAt) {
        final int a = rollout.actions;
        for (int i = 0; i < count; i++) {
            final int row = (cell + i) * a;
            for (int k = 0; k < a; k++) {
                final float mean = actor.data.outputs[i * a + k];
                rollout.mean[row + k] = mean;
                rollout.action[row + k] = (float) (mean + Math.exp(parameters[logAt + k]) * random.nextGaussian());
            }
            System.arraycopy(rollout.action, row, rows.action, (first + i) * a, a);
            rollout.logProbability[cell + i] =
                    (float) Gaussian.logProbability(rollout.action, row, rollout.mean, row, parameters, logAt, a);
            rollout.value[cell + i] = critic.data.outputs[i];
        }
    }

    /** Values of the last observations of episodes that were cut off in this step. */
    void bootstrap(final int step, final Normaliser normaliser) {
        boolean any = false;
        final int n = rollout.inputs;
        for (int i = 0; i < count; i++) {
            final boolean cut = isCut(i);
            any |= cut;
            final float[] from = cut ? rows.finalObservation : rows.observation;
            normaliser.apply(from, (first + i) * n, critic.data.inputs, i * n, PpoSettings.OBSERVATION_MAX);
        }
        if (!any) {
            return;
        }
        Arrays.fill(critic.data.restarts, false);
        forward(critic, criticState);
        final int cell = step * rollout.environments + first;
        for (int i = 0; i < count; i++) {
            if (isCut(i)) {
                rollout.bootstrap[cell + i] = critic.data.outputs[i];
            }
        }
    }

    private boolean isCut(final int i) {
        return rows.truncated[first + i] && !rows.done[first + i];
    }

    /** Values of what is seen behind the last step. */
    void last(final Normaliser normaliser) {
        final int n = rollout.inputs;
        final int behind = (rollout.steps - 1) * rollout.environments + first;
        for (int i = 0; i < count; i++) {
            normaliser.apply(rows.observation, (first + i) * n, critic.data.inputs, i * n, PpoSettings.OBSERVATION_MAX);
            critic.data.restarts[i] = rollout.ended[behind + i];
        }
        forward(critic, criticState);
        System.arraycopy(critic.data.outputs, 0, rollout.lastValue, first, count);
    }

    private void forward(final Engine engine, final float[] state) {
        final int s = engine.states;
        System.arraycopy(state, first * s, engine.data.initialState, 0, s * count);
        engine.forward();
    }

    private void keep(final Engine engine, final float[] state) {
        System.arraycopy(engine.data.finalState, 0, state, first * engine.states, engine.states * count);
    }
}
