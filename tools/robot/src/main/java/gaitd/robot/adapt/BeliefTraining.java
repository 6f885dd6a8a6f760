package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.NonFiniteException;
import gaitd.policies.learn.PpoLearner;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.PpoUpdate;
import gaitd.policies.learn.Rule;
import gaitd.sim.env.Workers;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Env;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;

/**
 * A simulator aboard: a policy trained on in robots drawn from what is believed of the real one, by the rule that it learned by.
 *
 * <p>Observations stay normalised as the bundle has them and rewards scaled as its learner's part says, so that nothing but weights
 * changes. The same seed gives the same bits. Used by one thread.
 */
public final class BeliefTraining implements AutoCloseable {
    /** Many small updates: of what was tried, these win back most of a loss in the same number of steps. */
    private static final double KL = 0.02;

    private static final double ROLLOUT = 64;
    /** Steps of a sequence follow each other, sequences lie side by side in a vector: shorter ones fill it. */
    private static final double SEGMENT = 16;

    /** Robots of a shard relax side by side in a vector, and there are few of them. */
    private static final double SHARDS = 1;

    private static final double GAMMA = 0.97;
    private static final double LAMBDA = 0.9;

    private final A1Env env;
    private final Workers workers;
    private final Net net;
    private final PpoLearner learner;

    /**
     * A training that begins with a policy.
     *
     * @param bundle as shipped
     * @param part its learner's part
     * @param rule how gradients are computed, the critic's, too, where its network can learn by it
     * @param task what it was trained for
     * @param belief robots as they are believed to be
     * @param robots how many at once, a multiple of 8
     * @param threads how many step them; changes the speed only
     * @param seed decides all that is drawn
     * @throws BundleException in one line when they do not fit together
     */
    public BeliefTraining(
            final Bundle bundle,
            final LearnerPart part,
            final Rule rule,
            final A1Task task,
            final Belief belief,
            final int robots,
            final int threads,
            final long seed) {
        final float[][] normalisation = TaskBundle.normalisation(task, bundle.manifest());
        env = new A1Env(task.with(belief.config()), robots, threads, FaultPlan.NONE, belief.robot());
        workers = new Workers(threads);
        net = Nets.of(part.actorPlan().by(rule), env.observations(), env.actions());
        final PpoSettings settings = PpoSettings.ppo()
                .twoSidedClip(rule == Rule.EP)
                .set(PpoSetting.KL, KL)
                .set(PpoSetting.KL_END, KL)
                .set(PpoSetting.ROLLOUT, ROLLOUT)
                .set(PpoSetting.SEGMENT, SEGMENT)
                .set(PpoSetting.SHARDS, SHARDS)
                .set(PpoSetting.GAMMA, GAMMA)
                .set(PpoSetting.LAMBDA, LAMBDA)
                .build();
        final NetPlan critic = part.criticPlan();
        learner = new PpoLearner(
                net,
                Nets.of(critic.kind().learnsBy(rule) ? critic.by(rule) : critic, env.observations(), 1),
                env,
                settings,
                workers,
                seed);
        learner.adoptActor(net.parameters(bundle.tensors()), normalisation[0], normalisation[1]);
        learner.adoptLearner(part);
        learner.restart(seed);
    }

    /**
     * One rollout of all robots and the update that follows.
     *
     * @throws NonFiniteException when a value on the way is not finite; the training is of no use after it
     */
    public void iterate() {
        learner.iterate();
    }

    /**
     * The update of {@link #iterate}, with what it stores.
     *
     * @return may be run again on the last rollout, to measure it
     */
    public PpoUpdate update() {
        return learner.update();
    }

    /**
     * Policy steps of all robots between two updates.
     *
     * @return a count
     */
    public int stepsPerUpdate() {
        return learner.stepsPerIteration();
    }

    /**
     * The policy now.
     *
     * @return its network, as a bundle has it
     */
    public ImportedNetwork network() {
        return net.export(learner.actor());
    }

    /**
     * Policy steps of all robots together.
     *
     * @return a count
     */
    public long steps() {
        return learner.iteration() * learner.stepsPerIteration();
    }

    @Override
    public void close() {
        workers.close();
        env.close();
    }
}
