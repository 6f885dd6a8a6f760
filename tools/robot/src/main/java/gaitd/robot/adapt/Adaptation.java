package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.learn.NonFiniteException;
import gaitd.policies.text.Words;
import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.adapt.WeightsCheck;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.mode.Mode;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.EstimatedReward;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Adapts the policy of one robot: watches it walk, makes a candidate by one of four roads, tries it in turn with the policy in force, and keeps
 * what is better.
 *
 * <p>Fed with every step's experience, in order; trains inside {@link #work}. Everything that it decides is in the store before control
 * hears of it. Deterministic where it is fed by a simulated clock. Used by one thread.
 */
final class Adaptation implements AutoCloseable {
    private static final int WALK = Mode.WALK.ordinal();
    /** Control reads a message within two steps. */
    private static final int UNREAD_MAX = 200;
    /** Watches twice as long after each candidate that was no better, up to this many times. */
    private static final int PATIENCE_MAX = 8;
    /** Numbers left out where control knows newer versions than it shows. */
    private static final int SKIPPED = 1000;

    private final AdaptPlan plan;
    private final VersionOffers offers;
    private final VersionStore store;
    private final WeightsOutlet outlet;
    private final Road road;
    private final Consumer<String> notes;
    private final EstimatedReward reward;
    private final double stepS;
    private LearnerStage stage = LearnerStage.WATCHING;
    private TrialWindows windows;
    private TrialJudge judge;
    private int candidate;
    private double watchedReward;
    private long watchedSteps;
    private boolean changedOver;
    private int fruitless;
    private double lastReward = Double.NaN;
    private boolean frozen;
    private long lastRecord = -1;
    private int unread;
    private long falls;

    /**
     * An adaptation that begins with the version in force.
     *
     * @param plan how
     * @param policy as shipped
     * @param store where versions are kept
     * @param outlet takes weights to control
     * @param beliefs asked when the robot was watched for long enough, where the plan is to simulate it
     * @param notes takes what happens, in lines for a person
     */
    Adaptation(
            final AdaptPlan plan,
            final ShippedPolicy policy,
            final VersionStore store,
            final WeightsOutlet outlet,
            final Function<A1Task, Belief> beliefs,
            final Consumer<String> notes) {
        this.plan = plan;
        this.store = store;
        this.outlet = outlet;
        this.notes = notes;
        offers = new VersionOffers(policy, store, outlet);
        stepS = policy.stepS();
        reward = new EstimatedReward(policy.task(), stepS);
        road = switch (plan.road()) {
            case BELIEF -> new BeliefRoad(plan, policy.part(), policy.task(), beliefs);
            case OWN -> new OwnStepsRoad(plan, policy);
            case REPLAY -> new ReplayRoad(plan, policy);
            case PUBLISHED -> new PublishedRoad(plan, policy, store::hasJudged);
        };
    }

    /**
     * Begins with a control loop, the first or the next one: hands it the version in force.
     *
     * @throws IOException when it cannot be read
     */
    public void begin() throws IOException {
        if (stage == LearnerStage.TRYING) {
            notes.accept("the trial of version " + candidate + " was interrupted: control started again");
            restart();
        }
        lastRecord = -1;
        unread = 0;
        offers.give();
    }

    /**
     * Takes the experience of a policy step.
     *
     * @param step not kept
     * @throws IOException when a decision cannot be stored
     */
    public void take(final ExperienceFrame step) throws IOException {
        final long record = step.get(ExperienceField.RECORD);
        if (lastRecord >= 0 && record != lastRecord + 1) {
            forget();
        }
        lastRecord = record;
        falls += EpisodeEnd.FAULT.ordinal() == step.get(ExperienceField.END) ? 1 : 0;
        final double given = reward.of(step);
        road.take(step, given);
        if (!outlet.isRead(step)) {
            unread++;
            if (unread == UNREAD_MAX) {
                notes.accept("control takes no weights: it records only; set adapt.use = \"on\" and start it again");
            }
            return;
        }
        unread = 0;
        store.startAt(Handover.newest(step) + 1);
        final boolean agrees = agree(step);
        // The next candidate would take the place of a version that control still changes over to.
        changedOver = agrees && step.get(ExperienceField.VERSION_INCUMBENT) == store.current();
        if (!agrees) {
            return;
        }
        switch (stage) {
            case WATCHING -> watch(step, given);
            case NONE, TRAINING, FROZEN -> {
                // goes on in work
            }
            case TRYING -> follow(step, given);
        }
    }

    /** Forgets steps that nothing was concluded from yet: some between them were lost, or were not of a robot that walked by itself. */
    void forget() {
        if (stage == LearnerStage.WATCHING) {
            restart();
        } else if (stage == LearnerStage.TRYING) {
            windows = new TrialWindows(plan.windowS(), stepS);
        }
    }

    private boolean agree(final ExperienceFrame step) throws IOException {
        final int inForce = store.current();
        switch (Handover.need(step, inForce, stage == LearnerStage.TRYING ? candidate : 0)) {
            case NOTHING -> {
                return true;
            }
            case DROP_INCUMBENT -> {
                store.use(0);
                store.judge(inForce, VersionState.ROLLED_BACK, Handover.cause(step), Map.of());
                notes.accept("version " + inForce + ": rolled back, " + Handover.cause(step)
                        + "; the policy as shipped drives");
                withdraw("the version in force was rolled back");
            }
            case WITHDRAW -> offers.withdraw(store.next() - 1);
            case GIVE -> offers.give();
            case RENEW -> {
                skip(step);
                offers.renew(inForce, "control has version " + step.get(ExperienceField.VERSION_INCUMBENT));
            }
            case GIVE_UP -> {
                if (!frozen) {
                    notes.accept("nothing is adapted: control refuses " + Handover.check(step).meaning);
                    freeze("refused by control");
                }
            }
        }
        return false;
    }

    private void skip(final ExperienceFrame step) {
        if (Handover.check(step) == WeightsCheck.OLD) {
            store.startAt(store.next() + SKIPPED);
        }
    }

    private void watch(final ExperienceFrame step, final double given) throws IOException {
        if (frozen || !walks(step) || step.get(ExperienceField.VERSION_ACTED) != store.current()) {
            return;
        }
        watchedReward += given;
        watchedSteps++;
        final int times = road.goesOn() ? Math.min(PATIENCE_MAX, 1 << Math.min(fruitless, PATIENCE_MAX)) : 1;
        if (watchedSteps * stepS < road.watchS() * times) {
            return;
        }
        lastReward = watchedReward / (watchedSteps * stepS);
        restart();
        notes.accept("reward %.3f a second; %s".formatted(lastReward, road.begin(offers.inForce(), store.next())));
        stage = LearnerStage.TRAINING;
    }

    /** Whether the robot walks, wholly by the policy. */
    static boolean walks(final ExperienceFrame step) {
        return step.get(ExperienceField.MODE) == WALK && step.real(ExperienceField.POLICY_SHARE, 0) == 1;
    }

    /**
     * Trains for the time that has passed, one update at most.
     *
     * @param passedS since the last call, s
     * @throws IOException when a candidate cannot be stored
     */
    public void work(final double passedS) throws IOException {
        if (!works()) {
            return;
        }
        try {
            if (road.work(passedS) && stage == LearnerStage.TRAINING && changedOver) {
                offer();
            }
        } catch (final NonFiniteException | BundleException e) {
            notes.accept("training ended: " + e.getMessage());
            withdraw("its training ended");
        }
    }

    private void offer() throws IOException {
        candidate = offers.offer(road.network(), plan.seed() + store.next(), road.cause(), road.maker(), lastReward);
        windows = new TrialWindows(plan.windowS(), stepS);
        judge = new TrialJudge();
        road.tried();
        stage = LearnerStage.TRYING;
        notes.accept("version " + candidate + " is tried");
    }

    private void follow(final ExperienceFrame step, final double given) throws IOException {
        if (Handover.isRolledBack(step, candidate)) {
            conclude(VersionState.ROLLED_BACK, Handover.cause(step));
        } else if (Handover.check(step) != WeightsCheck.TAKEN) {
            skip(step);
            conclude(VersionState.REFUSED, "control took it for " + Handover.check(step).meaning);
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
            offers.give();
            changedOver = false;
            fruitless = 0;
            lastReward += judge.mean();
        } else {
            offers.withdraw(candidate);
            fruitless++;
        }
        if (state == VersionState.ACCEPTED && road.goesOn()) {
            stage = LearnerStage.TRAINING;
        } else {
            restart();
        }
    }

    private void restart() {
        watchedReward = 0;
        watchedSteps = 0;
        stage = LearnerStage.WATCHING;
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

    /**
     * Takes back what the road says was taken back: a version on trial is withdrawn, one in force gives way to the one before it.
     *
     * @throws IOException when it cannot be stored
     */
    public void heed() throws IOException {
        final String cause = road.recalled();
        if (cause == null) {
            return;
        }
        if (stage == LearnerStage.TRYING && store.version(candidate).cause().equals(cause)) {
            withdraw("taken back by whoever published it");
        }
        if (stage == LearnerStage.TRAINING) {
            restart();
        }
        for (final PolicyVersion version : store.versions()) {
            if (version.state() == VersionState.TRIAL && version.cause().equals(cause)) {
                store.judge(version.id(), VersionState.ROLLED_BACK, "its trial was interrupted", Map.of());
            }
        }
        final int inForce = store.current();
        if (inForce != 0 && store.version(inForce).cause().equals(cause)) {
            restart();
            offers.renew(store.version(inForce).parent(), "taken back, " + cause);
            notes.accept("version " + inForce + " was taken back by whoever published it; the one before it drives");
        }
    }

    private void freeze(final String why) throws IOException {
        withdraw(why);
        frozen = true;
    }

    private void withdraw(final String why) throws IOException {
        if (stage == LearnerStage.TRYING) {
            conclude(VersionState.ROLLED_BACK, why);
        }
        restart();
    }

    private void goBack(final int version) throws IOException {
        if (version == store.current()) {
            return;
        }
        withdraw("a person went back to version " + version);
        offers.renew(version, "a person went back from version " + store.current());
    }

    /** What it is at. */
    LearnerStage stage() {
        return frozen ? LearnerStage.FROZEN : stage;
    }

    /** Whether there is something to compute. */
    boolean isBusy() {
        return works() && road.isBusy();
    }

    /** Whether it works on a candidate, the one after that on trial, too. */
    private boolean works() {
        return stage == LearnerStage.TRAINING || (stage == LearnerStage.TRYING && road.goesOn());
    }

    /** Reward a second of the policy in force when it was watched last, NaN before. */
    double rewardPerS() {
        return lastReward;
    }

    /** Walks that a guard ended so far. */
    long falls() {
        return falls;
    }

    /** Updates of candidates so far. */
    long updates() {
        return road.updates();
    }

    @Override
    public void close() {
        road.close();
    }
}
