package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.NonFiniteException;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.Words;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.EstimatedReward;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Adapts the policy of one robot: watches it walk, makes a candidate, tries it in turn with the policy in force, and keeps
 * what is better.
 *
 * <p>Fed with every step's experience, in order; trains inside {@link #work}. Everything that it decides is in the store before control
 * hears of it. Deterministic where it is fed by a simulated clock. Used by one thread.
 */
public final class Adaptation implements AutoCloseable {
    private static final TrialPhase[] PHASES = TrialPhase.values();
    private static final RollbackCause[] CAUSES = RollbackCause.values();

    /** What it is at. */
    public enum Stage {
        /** Watches the policy in force. */
        WATCHING,
        /** Trains a candidate. */
        TRAINING,
        /** Tries a candidate. */
        TRYING
    }

    private final AdaptPlan plan;
    private final BundleFiles shippedFiles;
    private final Bundle shipped;
    private final Candidates candidates;
    private final VersionStore store;
    private final WeightsOutlet outlet;
    private final Road road;
    private final Consumer<String> notes;
    private final EstimatedReward reward;
    private final double stepS;
    private Stage stage = Stage.WATCHING;
    private TrialWindows windows;
    private TrialJudge judge;
    private int candidate;
    private double watchedReward;
    private long watchedSteps;
    private double lastReward = Double.NaN;
    private boolean frozen;

    /**
     * An adaptation that begins with the version in force.
     *
     * @param plan how
     * @param shippedFiles the bundle as shipped, with a learner's part
     * @param store where versions are kept
     * @param outlet takes weights to control
     * @param beliefs asked when the robot was watched for long enough
     * @param notes takes what happens, in lines for a person
     * @throws BundleException in one line when the bundle has no learner's part, or it does not fit
     */
    public Adaptation(
            final AdaptPlan plan,
            final BundleFiles shippedFiles,
            final VersionStore store,
            final WeightsOutlet outlet,
            final Function<A1Task, Belief> beliefs,
            final Consumer<String> notes) {
        this.plan = plan;
        this.shippedFiles = shippedFiles;
        shipped = Bundle.open(shippedFiles, Trust.ANYBODY, null, PolicyFit.CELLS);
        final LearnerPart part = part(shippedFiles, shipped);
        this.store = store;
        this.outlet = outlet;
        this.notes = notes;
        final A1Task task = A1Task.parse(part.taskText(), part.task());
        candidates = new Candidates(shipped, shippedFiles.copy(BundlePart.LEARNER), null);
        stepS = 1 / shipped.manifest().policyHz();
        reward = new EstimatedReward(task, stepS);
        road = new BeliefRoad(plan, part, task, beliefs);
    }

    private static LearnerPart part(final BundleFiles files, final Bundle bundle) {
        if (!files.has(BundlePart.LEARNER)) {
            throw new BundleException("carries nothing that learning could go on from; expected a bundle with "
                    + BundlePart.LEARNER.fileName + ", as 'gaitd train' makes it, or 'gaitd policy critic' of any");
        }
        try {
            return LearnerPart.read(
                    files.copy(BundlePart.LEARNER),
                    bundle.manifest().cell().inputs(),
                    bundle.manifest().cell().outputs());
        } catch (final FormatException e) {
            throw new BundleException(BundlePart.LEARNER.fileName + ": " + e.getMessage());
        }
    }

    /**
     * Hands the version in force to control, as after a start.
     *
     * @throws IOException when it cannot be read
     */
    public void begin() throws IOException {
        if (store.current() != 0) {
            outlet.publish(
                    inForce(), store.current(), store.version(store.current()).parent(), WeightsRole.INCUMBENT);
        }
    }

    private Bundle inForce() throws IOException {
        return store.current() == 0
                ? shipped
                : Bundle.open(store.policy(store.current()), Trust.ANYBODY, null, PolicyFit.CELLS);
    }

    /**
     * Takes the experience of a policy step.
     *
     * @param step not kept
     * @throws IOException when a decision cannot be stored
     */
    public void take(final ExperienceFrame step) throws IOException {
        final double given = reward.of(step);
        road.take(step, given);
        switch (stage) {
            case WATCHING -> watch(step, given);
            case TRAINING -> {
                // goes on in work
            }
            case TRYING -> follow(step, given);
        }
    }

    private void watch(final ExperienceFrame step, final double given) throws IOException {
        if (frozen || step.real(ExperienceField.POLICY_SHARE, 0) < 1) {
            return;
        }
        watchedReward += given;
        watchedSteps++;
        if (watchedSteps * stepS < road.watchS()) {
            return;
        }
        lastReward = watchedReward / (watchedSteps * stepS);
        notes.accept("reward %.3f a second; %s".formatted(lastReward, road.begin(inForce(), store.next())));
        stage = Stage.TRAINING;
    }

    /**
     * Trains for the time that has passed.
     *
     * @param passedS since the last call, s
     * @throws IOException when a candidate cannot be stored
     */
    public void work(final double passedS) throws IOException {
        if (stage != Stage.TRAINING) {
            return;
        }
        try {
            if (road.work(passedS)) {
                offer();
            }
        } catch (final NonFiniteException | BundleException e) {
            notes.accept("training ended: " + e.getMessage());
            restart();
        }
    }

    private void offer() throws IOException {
        candidate = store.next();
        final BundleFiles files = candidates.bundle(road.network(), plan.seed() + candidate, road.maker());
        final Bundle bundle = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        store.add(
                files,
                new PolicyVersion(
                        candidate,
                        store.current(),
                        road.cause(),
                        road.maker(),
                        VersionState.TRIAL,
                        "",
                        bundle.sha256(),
                        Map.of("reward_before", lastReward)));
        windows = new TrialWindows(plan.windowS(), stepS);
        judge = new TrialJudge();
        stage = Stage.TRYING;
        outlet.publish(bundle, candidate, store.current(), WeightsRole.TRIAL);
        notes.accept("version " + candidate + " is tried");
    }

    private void follow(final ExperienceFrame step, final double given) throws IOException {
        if (step.get(ExperienceField.VERSION_ROLLED_BACK) == candidate
                && PHASES[(int) step.get(ExperienceField.TRIAL_PHASE)] == TrialPhase.ROLLED_BACK) {
            conclude(VersionState.ROLLED_BACK, CAUSES[(int) step.get(ExperienceField.ROLLBACK_CAUSE)].meaning);
        } else if (windows.add(step, given)) {
            switch (judge.add(windows.incumbent(), windows.candidate())) {
                case GOES_ON -> {
                    // another pair
                }
                case BETTER -> conclude(VersionState.ACCEPTED, "better");
                case WORSE -> conclude(VersionState.REFUSED, "worse");
                case NO_BETTER -> conclude(VersionState.REFUSED, "no better");
            }
        }
    }

    private void conclude(final VersionState state, final String why) throws IOException {
        final String judged = judge.pairs() == 0
                ? why
                : "%s: %+.4f a second, error %.4f, %d pairs".formatted(why, judge.mean(), judge.error(), judge.pairs());
        store.judge(
                candidate,
                state,
                judged,
                judge.pairs() == 0
                        ? Map.of()
                        : Map.of("difference", judge.mean(), "error", judge.error(), "pairs", (double) judge.pairs()));
        notes.accept("version " + candidate + ": " + state + ", " + judged);
        if (state == VersionState.ACCEPTED) {
            store.use(candidate);
            outlet.publish(inForce(), candidate, store.version(candidate).parent(), WeightsRole.INCUMBENT);
        } else {
            outlet.publish(shipped, candidate, store.current(), WeightsRole.NONE);
        }
        restart();
    }

    private void restart() {
        watchedReward = 0;
        watchedSteps = 0;
        stage = Stage.WATCHING;
    }

    /**
     * Does what a person asks for.
     *
     * @param request what is asked for
     * @throws IOException when it cannot be stored
     * @throws gaitd.runtime.config.ConfigException in one line when there is no such version
     */
    public void take(final RequestFile.Request request) throws IOException {
        switch (request.what()) {
            case START -> frozen = false;
            case FREEZE -> freeze("frozen by a person");
            case STOP -> {
                freeze("stopped by a person");
                goBack(0);
            }
            case ROLLBACK -> goBack(request.version());
        }
        notes.accept("asked to " + Words.lower(request.what())
                + (request.what() == AdaptRequest.ROLLBACK ? " to version " + request.version() : ""));
    }

    private void freeze(final String why) throws IOException {
        withdraw(why);
        frozen = true;
    }

    private void withdraw(final String why) throws IOException {
        if (stage == Stage.TRYING) {
            conclude(VersionState.ROLLED_BACK, why);
        }
        restart();
    }

    /** Control takes newer versions only, so that going back makes a new one with the old weights. */
    private void goBack(final int version) throws IOException {
        if (version == store.current()) {
            return;
        }
        final BundleFiles files = version == 0 ? shippedFiles : store.policy(version);
        withdraw("a person went back to version " + version);
        final int id = store.next();
        final Bundle bundle = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        store.add(
                files,
                new PolicyVersion(
                        id,
                        version,
                        "a person went back from version " + store.current(),
                        "the weights of version " + version,
                        VersionState.ACCEPTED,
                        "asked for",
                        bundle.sha256(),
                        Map.of()));
        store.use(id);
        outlet.publish(bundle, id, version, WeightsRole.INCUMBENT);
    }

    @Override
    public void close() {
        road.close();
    }
}
