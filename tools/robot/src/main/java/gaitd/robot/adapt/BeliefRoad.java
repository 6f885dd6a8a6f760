package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.Rule;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.sim.task.A1Task;
import java.util.function.Function;

/** A simulator aboard: finds out what is different about the robot, and trains in robots like it. */
final class BeliefRoad implements Road {
    /** Trains on during a trial, for up to so many candidates. */
    private static final int AHEAD = 2;

    private final AskedVelocities asked = new AskedVelocities();
    private final AdaptPlan plan;
    private final LearnerPart part;
    private final Rule rule;
    private final A1Task task;
    private final Function<A1Task, Belief> beliefs;
    private Belief belief;
    private BeliefTraining training;
    private double allowedSteps;
    private long goal;
    private long updates;

    /**
     * A road that has not begun.
     *
     * @param plan how
     * @param part the learner's part of the policy
     * @param task what it was trained for
     * @param beliefs asked when the robot was watched for long enough
     * @throws ConfigException in one line when the network cannot learn by the plan's rule
     */
    BeliefRoad(
            final AdaptPlan plan, final LearnerPart part, final A1Task task, final Function<A1Task, Belief> beliefs) {
        this.plan = plan;
        this.part = part;
        rule = plan.rule(part.actorPlan());
        this.task = task;
        this.beliefs = beliefs;
    }

    @Override
    public void take(final ExperienceFrame step, final double reward) {
        // What it learns from are the ticks' frames, which the belief is made of; here is only what the robot is asked
        // for.
        if (Adaptation.walks(step)) {
            asked.add(step);
        }
    }

    @Override
    public double watchS() {
        return plan.watchS();
    }

    @Override
    public String begin(final Bundle inForce, final int version) {
        belief = beliefs.apply(task);
        close();
        training = new BeliefTraining(
                inForce, part, rule, asked.of(task), belief, plan.robots(), plan.threads(), plan.seed() + version);
        asked.clear();
        allowedSteps = 0;
        goal = plan.trainSteps();
        return belief.text();
    }

    @Override
    public boolean work(final double passedS) {
        allowedSteps = Math.min(allowedSteps + plan.stepsPerS() * passedS, (double) (goal + AHEAD * plan.trainSteps()));
        if (training.steps() < allowedSteps) {
            training.iterate();
            updates++;
        }
        return training.steps() >= goal;
    }

    @Override
    public void tried() {
        goal = training.steps() + plan.trainSteps();
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public boolean isBusy() {
        return training.steps() < allowedSteps;
    }

    @Override
    public ImportedNetwork network() {
        return training.network();
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public String cause() {
        return belief.text();
    }

    @Override
    public String maker() {
        return "simulator aboard, %s, %d steps of %d robots".formatted(rule.key(), training.steps(), plan.robots());
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
        }
    }
}
