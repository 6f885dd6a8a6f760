package gaitd.policies.learn;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Collects rollouts: {@link #begin}, for every step {@link #act}, a step of the environments and {@link #record}, then {@link #end}.
 *
 * <p>Observations are normalised by running moments that change between rollouts only, rewards by {@link RewardScale}. Allocates nothing
 * after construction.
 */
final class RolloutCollector {
    private static final long NOISE = 3;

    final RolloutWorker[] workers;
    /** Moments of the observations. */
    final Moments seen;

    final RewardScale rewards;
    final EpisodeLog episodes;
    /** Recurrent states of each environment's actor. */
    final float[] actorState;
    /** Recurrent states of each environment's critic. */
    final float[] criticState;
    /** Whether an episode begins with the next step. */
    final boolean[] restarted;

    private final ActorCritic networks;
    private final Transitions transitions;
    private final RolloutStorage rollout;
    private final FiniteCheck check;
    private final TaskExecutor executor;
    private final Normaliser normaliser;
    private final IntConsumer actTask = this::runAct;
    private final IntConsumer bootstrapTask = this::runBootstrap;
    private final IntConsumer lastTask = this::runLast;
    private int nowStep;
    private boolean keeps;

    /**
     * A collector whose environments are not reset yet.
     *
     * @param transitions read and written by the environments
     * @param rollout filled
     * @param check ends the training at a value that is not finite
     * @param seed decides the noise of the actions
     */
    RolloutCollector(
            final ActorCritic networks,
            final Transitions transitions,
            final RolloutStorage rollout,
            final PpoSettings settings,
            final TaskExecutor executor,
            final FiniteCheck check,
            final long seed) {
        this.networks = networks;
        this.transitions = transitions;
        this.rollout = rollout;
        this.executor = executor;
        this.check = check;
        final int n = rollout.environments;
        actorState = new float[n * networks.actorNet.states()];
        criticState = new float[n * networks.criticNet.states()];
        rewards = new RewardScale(n, settings.get(PpoSetting.GAMMA));
        restarted = new boolean[n];
        episodes = new EpisodeLog(n, transitions.rewardTerm.length / n);
        seen = new Moments(rollout.inputs);
        normaliser = new Normaliser(rollout.inputs);
        workers = new RolloutWorker[settings.count(PpoSetting.SHARDS)];
        final int each = n / workers.length;
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new RolloutWorker(networks, i * each, each, rollout, transitions, actorState, criticState);
            workers[i].random.reseed(RandomStream.seed(seed, NOISE + i));
        }
    }

    /** All environments have begun new episodes. */
    void restart() {
        Arrays.fill(restarted, true);
        rewards.restart();
        episodes.restart();
    }

    /** Begins a rollout with the networks as they are now. */
    void begin() {
        System.arraycopy(networks.actor, networks.logAt, rollout.logDeviation, 0, rollout.actions);
        for (final RolloutWorker worker : workers) {
            worker.load();
        }
    }

    /** Samples an action for every environment. */
    void act(final int step) {
        nowStep = step;
        rollout.beginSequences(step, actorState, criticState);
        System.arraycopy(restarted, 0, rollout.restarted, step * rollout.environments, restarted.length);
        executor.run(workers.length, actTask);
        check.actions(transitions, step);
    }

    /** Records the results of the actions. */
    void record(final int step) {
        check.results(transitions, step);
        episodes.step(transitions);
        rewards.apply(transitions, rollout.reward, step * rollout.environments);
        for (int i = 0; i < rollout.environments; i++) {
            final int cell = step * rollout.environments + i;
            final boolean ended = transitions.terminated[i] || transitions.truncated[i];
            rollout.bootstrap[cell] = 0;
            rollout.ended[cell] = ended;
            restarted[i] = ended;
        }
        executor.run(workers.length, bootstrapTask);
    }

    /** Ends a rollout with the values of the observations that follow it. */
    void end() {
        executor.run(workers.length, lastTask);
        for (final RolloutWorker worker : workers) {
            seen.add(worker.seen);
            worker.seen.clear();
        }
    }

    /** Normalises by all observations so far from now on. */
    void updateNormaliser() {
        if (!keeps) {
            normaliser.take(seen);
        }
    }

    /** Normalises observations by these values from now on, whatever is seen. */
    void keep(final float[] mean, final float[] deviation) {
        normaliser.take(mean, deviation);
        keeps = true;
    }

    private void runAct(final int worker) {
        workers[worker].act(nowStep, normaliser);
    }

    private void runBootstrap(final int worker) {
        workers[worker].bootstrap(nowStep, normaliser);
    }

    private void runLast(final int worker) {
        workers[worker].last(normaliser);
    }
}
