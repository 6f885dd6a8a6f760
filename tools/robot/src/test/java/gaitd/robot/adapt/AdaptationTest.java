package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.learn.LearnedWeights;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.adapt.WeightsCheck;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.mode.Mode;
import gaitd.sim.identify.Identifier;
import gaitd.sim.task.A1Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner makes of what control says, step by step. Candidates are trained for one update. */
class AdaptationTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final int WATCH_STEPS = 200;
    private static final double GOOD = 0.01;
    private static final double BAD = 0.2;

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private ShippedPolicy policy;
    private FakeControl control;
    private VersionStore store;
    private WeightsOutlet outlet;
    private Adaptation adaptation;

    @BeforeEach
    void begin() throws IOException {
        final BundleFiles files = BundleStore.read(POLICY);
        policy = ShippedPolicy.of(files);
        control = new FakeControl(policy.bundle());
        startLearner();
    }

    private void startLearner() throws IOException {
        final Identifier identifier = new Identifier(0.002);
        startLearner(task -> Belief.of(identifier.finding(), task.config()));
    }

    private void startLearner(final Function<A1Task, Belief> beliefs) throws IOException {
        store = VersionStore.open(folder, policy.bundle().sha256());
        outlet = new WeightsOutlet(policy.bundle());
        final AdaptPlan plan = new AdaptPlan(
                AdaptRoad.BELIEF,
                WATCH_STEPS * FakeControl.STEP_S,
                1,
                1e6,
                8,
                1,
                FakeControl.WINDOW * FakeControl.STEP_S,
                1,
                0,
                null,
                LearnedWeights.ALL,
                1,
                null);
        adaptation = new Adaptation(plan, policy, store, outlet, beliefs, notes::add);
        attach();
    }

    private void attach() throws IOException {
        outlet.attach(control.link.weights());
        adaptation.begin();
    }

    @AfterEach
    void end() {
        adaptation.close();
        store.close();
    }

    private void steps(final int count, final double error) throws IOException {
        for (int i = 0; i < count; i++) {
            adaptation.take(control.step(error));
        }
    }

    /** Watches and trains, until a candidate is on trial. */
    private int offer() throws IOException {
        steps(WATCH_STEPS + 3, BAD);
        assertEquals(LearnerStage.TRAINING, adaptation.stage(), notes::toString);
        final int id = store.next();
        adaptation.work(1);
        assertEquals(LearnerStage.TRYING, adaptation.stage(), notes::toString);
        assertEquals(VersionState.TRIAL, store.version(id).state());
        steps(1, BAD);
        assertEquals(id, control.candidate);
        return id;
    }

    private void pairs(final int count, final double candidateError) throws IOException {
        for (int i = 0; i < count; i++) {
            control.phase(TrialPhase.INCUMBENT_WINDOW, 2 * i, 0);
            steps(FakeControl.WINDOW, BAD + 1e-3 * (i % 2));
            control.phase(TrialPhase.CANDIDATE_WINDOW, 2 * i + 1, 1);
            steps(FakeControl.WINDOW, candidateError);
        }
        control.phase(TrialPhase.INCUMBENT_WINDOW, 2 * count, 0);
        steps(1, BAD);
    }

    @Test
    void aBetterCandidateComesIntoForce() throws IOException {
        final int id = offer();
        pairs(4, GOOD);
        assertEquals(VersionState.ACCEPTED, store.version(id).state(), notes::toString);
        assertEquals(id, store.current());
        steps(2, GOOD);
        assertEquals(id, control.incumbent);
        assertEquals(LearnerStage.TRAINING, adaptation.stage(), "goes on from there");
    }

    @Test
    void theNextCandidateWaitsUntilControlHasChangedOver() throws IOException {
        final int id = offer();
        adaptation.work(1);
        pairs(4, GOOD);
        control.isSlow = true;
        for (int i = 0; i < 50; i++) {
            adaptation.work(1);
            steps(1, GOOD);
            assertEquals(LearnerStage.TRAINING, adaptation.stage(), notes::toString);
            assertEquals(0, control.incumbent);
        }
        assertEquals(id, control.candidate);
        control.changeOver();
        steps(1, GOOD);
        adaptation.work(1);
        steps(1, GOOD);
        assertEquals(LearnerStage.TRYING, adaptation.stage(), notes::toString);
        assertEquals(id, control.incumbent);
        assertEquals(id + 1, control.candidate);
    }

    @Test
    void aRobotThatIsNoWorseIsWatchedForLongerAndLonger() throws IOException {
        for (int times = 1; times <= 16; times *= 2) {
            final int least = WATCH_STEPS * Math.min(times, 8);
            steps(least - 1, BAD);
            assertEquals(LearnerStage.WATCHING, adaptation.stage(), notes::toString);
            steps(4, BAD);
            assertEquals(LearnerStage.TRAINING, adaptation.stage(), notes::toString);
            adaptation.work(1);
            steps(1, BAD);
            pairs(4, 2 * BAD);
        }
    }

    @Test
    void aWorseCandidateIsWithdrawn() throws IOException {
        final int id = offer();
        pairs(4, 2 * BAD);
        assertEquals(VersionState.REFUSED, store.version(id).state(), notes::toString);
        steps(1, BAD);
        assertEquals(0, control.candidate);
        assertEquals(0, store.current());
    }

    @Test
    void aCandidateThatControlRolledBackIsNeverTriedAgain() throws IOException {
        final int id = offer();
        control.rollBack();
        steps(1, BAD);
        assertEquals(VersionState.ROLLED_BACK, store.version(id).state());
        // Twice as long as before.
        steps(WATCH_STEPS, BAD);
        assertTrue(offer() > id);
    }

    @Test
    void aVersionInForceThatControlRolledBackIsNotInForceAnyMore() throws IOException {
        final int id = offer();
        pairs(4, GOOD);
        steps(2, GOOD);
        final int next = offer();
        control.dropIncumbent();
        steps(1, BAD);
        assertEquals(0, store.current());
        assertEquals(VersionState.ROLLED_BACK, store.version(id).state());
        assertEquals(VersionState.ROLLED_BACK, store.version(next).state());
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        steps(5, BAD);
        assertEquals(0, control.incumbent);
    }

    @Test
    void whereNothingCanBeFoundOutItWatchesAgainAndSaysSoOnceAWatch() throws IOException {
        adaptation.close();
        store.close();
        startLearner(task -> {
            throw new ConfigException("nothing can be found out");
        });
        int refused = 0;
        for (int i = 0; i < 3 * WATCH_STEPS + 10; i++) {
            final ExperienceFrame step = control.step(BAD);
            try {
                adaptation.take(step);
            } catch (final ConfigException e) {
                refused++;
            }
        }
        assertEquals(3, refused);
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
    }

    @Test
    void lostExperienceBeginsTheWatchAgain() throws IOException {
        steps(WATCH_STEPS - 5, BAD);
        control.lose(1);
        steps(WATCH_STEPS - 5, BAD);
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        steps(10, BAD);
        assertEquals(LearnerStage.TRAINING, adaptation.stage());
    }

    @Test
    void lostExperienceCostsATrialItsPair() throws IOException {
        final int id = offer();
        pairs(3, GOOD);
        control.phase(TrialPhase.INCUMBENT_WINDOW, 6, 0);
        steps(FakeControl.WINDOW, BAD);
        control.lose(1);
        control.phase(TrialPhase.CANDIDATE_WINDOW, 7, 1);
        steps(FakeControl.WINDOW, GOOD);
        control.phase(TrialPhase.INCUMBENT_WINDOW, 8, 0);
        steps(1, BAD);
        assertEquals(VersionState.TRIAL, store.version(id).state(), "three pairs are too few");
    }

    @Test
    void stepsOfARobotThatDoesNotWalkAreNotWatched() throws IOException {
        for (int i = 0; i < 2 * WATCH_STEPS; i++) {
            final ExperienceFrame step = control.step(BAD);
            step.put(ExperienceField.MODE, Mode.STAND.ordinal());
            adaptation.take(step);
        }
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
    }

    @Test
    void stepsOfAnotherVersionAreNotWatched() throws IOException {
        for (int i = 0; i < 2 * WATCH_STEPS; i++) {
            final ExperienceFrame step = control.step(BAD);
            step.put(ExperienceField.VERSION_ACTED, 7);
            adaptation.take(step);
        }
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
    }

    @Test
    void aControlThatReadsNoWeightsIsNotTrainedFor() throws IOException {
        control.deaf = true;
        steps(3 * WATCH_STEPS, BAD);
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        assertEquals(
                1,
                notes.stream()
                        .filter(note -> note.contains("adapt.use = \"on\""))
                        .count(),
                notes::toString);
    }

    @Test
    void aControlThatTrustsNoLearnerIsNotTrainedForAgain() throws IOException {
        offer();
        control.verdict = WeightsCheck.NOT_TRUSTED;
        adaptation.take(new RequestFile.Request(AdaptRequest.ROLLBACK, 0));
        attach();
        steps(3 * WATCH_STEPS, BAD);
        assertEquals(LearnerStage.FROZEN, adaptation.stage());
        assertEquals(
                1, notes.stream().filter(note -> note.contains("adapt.trust")).count(), notes::toString);
    }

    @Test
    void aLearnerThatStartsAgainWithdrawsItsTrial() throws IOException {
        final int id = offer();
        end();
        startLearner();
        steps(5, BAD);
        assertEquals(0, control.candidate);
        assertEquals(VersionState.TRIAL, store.version(id).state(), "was interrupted");
        assertTrue(offer() > id);
    }

    @Test
    void aControlThatStartsAgainGetsTheVersionInForce() throws IOException {
        final int id = offer();
        pairs(4, GOOD);
        steps(2, GOOD);
        offer();
        control = new FakeControl(policy.bundle());
        attach();
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        steps(3, BAD);
        assertEquals(id, control.incumbent);
        assertEquals(0, control.candidate);
    }

    @Test
    void aControlWithVersionsOfAnotherStoreGetsThisOnes() throws IOException {
        control.incumbent = 40;
        control.leastId = 50;
        steps(10, BAD);
        assertEquals(store.current(), control.incumbent);
        assertTrue(control.incumbent > 50, "version " + control.incumbent);
        assertTrue(store.versions().size() <= 2, store.versions()::toString);
        assertTrue(offer() > control.incumbent);
    }
}
