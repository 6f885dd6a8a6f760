package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.ReplayLearner;
import gaitd.policies.learn.Rule;
import gaitd.policies.text.Words;
import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * The robot's own last steps, replayed: updates of proximal policy optimisation by the policy's own rule, in several passes, whoever drove.
 * Deterministic. Used by one thread.
 */
final class ReplayRoad implements Road {
    private static final double AGAIN_S = 10;
    private static final double KEPT = 4096;
    private static final double SEGMENT = 32;
    private static final int UPDATES = 4;
    /** Far wider than of PPO as published: a candidate has to differ enough for a trial to tell. */
    private static final double CLIP = 3;

    private static final double KL = 0.5;
    private static final double GAMMA = 0.97;
    private static final double LAMBDA = 0.9;
    private static final int GOES_ON = EpisodeEnd.GOES_ON.ordinal();

    private final AdaptPlan plan;
    private final Rule rule;
    private final Net net;
    private final ReplayLearner learner;
    private final float[] observation;
    private final float[] mean;
    private final float[] action;
    private long record = Long.MIN_VALUE;
    private int done;
    private boolean once;

    /**
     * A road that has not begun.
     *
     * @param plan how
     * @param policy as shipped
     * @throws ConfigException in one line when there is no exploration, or the network cannot learn so
     */
    ReplayRoad(final AdaptPlan plan, final ShippedPolicy policy) {
        this.plan = plan;
        if (!(plan.deviation() > 0)) {
            throw new ConfigException("--adapt-road replay learns from exploration, and there is none: set "
                    + Setting.ADAPT_DEVIATION.key + " above 0");
        }
        final CellFacts facts = policy.bundle().manifest().cell();
        final NetPlan actor = policy.part().actorPlan();
        rule = plan.rule(actor);
        net = Nets.of(actor.by(rule), facts.inputs(), facts.outputs());
        if (!plan.weights().isOf(net)) {
            throw new ConfigException(
                    "--adapt-weights " + Words.lower(plan.weights()) + ": the network has none apart; expected all");
        }
        final NetPlan critic = policy.part().criticPlan();
        learner = new ReplayLearner(
                net,
                Nets.of(critic.kind().learnsBy(rule) ? critic.by(rule) : critic, facts.inputs(), 1),
                policy.part(),
                plan.deviation(),
                plan.weights(),
                PpoSettings.ppo()
                        .twoSidedClip(rule == Rule.EP)
                        .set(PpoSetting.ROLLOUT, KEPT)
                        .set(PpoSetting.SEGMENT, SEGMENT)
                        .set(PpoSetting.SHARDS, 1)
                        .set(PpoSetting.KL, KL)
                        .set(PpoSetting.KL_END, KL)
                        .set(PpoSetting.CLIP, CLIP)
                        .set(PpoSetting.GAMMA, GAMMA)
                        .set(PpoSetting.LAMBDA, LAMBDA)
                        .set(PpoSetting.DEVIATION, plan.deviation())
                        .set(PpoSetting.DEVIATION_MIN, plan.deviation())
                        .build(),
                plan.seed());
        observation = new float[facts.inputs()];
        mean = new float[facts.outputs()];
        action = new float[facts.outputs()];
    }

    @Override
    public void take(final ExperienceFrame step, final double reward) {
        final long number = step.get(ExperienceField.RECORD);
        final boolean follows = number == record + 1;
        record = number;
        if (!follows) {
            learner.interrupt(false);
        }
        if (!Adaptation.walks(step) || !Double.isFinite(reward)) {
            learner.interrupt(false);
            return;
        }
        read(step, ExperienceField.OBSERVATION, observation);
        read(step, ExperienceField.MEAN, mean);
        read(step, ExperienceField.ACTION, action);
        learner.add(observation, mean, action, reward);
        final int end = (int) step.get(ExperienceField.END);
        if (end != GOES_ON) {
            learner.interrupt(end == EpisodeEnd.FAULT.ordinal());
        }
    }

    private static void read(final ExperienceFrame step, final ExperienceField field, final float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) step.real(field, i);
        }
    }

    @Override
    public double watchS() {
        return once ? AGAIN_S : plan.watchS();
    }

    @Override
    public String begin(final Bundle inForce, final int version) {
        once = true;
        done = 0;
        learner.begin(net.parameters(inForce.tensors()));
        return "learns from its last %d steps".formatted((int) KEPT);
    }

    @Override
    public boolean work(final double passedS) {
        if (!learner.isFull()) {
            return false;
        }
        learner.learn();
        done++;
        return done >= UPDATES;
    }

    @Override
    public void tried() {
        // the next one comes from what the robot does until then
    }

    @Override
    public boolean goesOn() {
        return false;
    }

    @Override
    public boolean isBusy() {
        return learner.isFull();
    }

    @Override
    public long updates() {
        return learner.updates();
    }

    @Override
    public ImportedNetwork network() {
        return net.export(learner.actor());
    }

    @Override
    public String cause() {
        return "its last %d steps".formatted((int) KEPT);
    }

    @Override
    public String maker() {
        return "own steps replayed, %s, %s weights".formatted(rule.key(), Words.lower(plan.weights()));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
