package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.learn.LearnedWeights;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationFolder;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.PublicationSource;
import gaitd.robot.publication.SignedPublication;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.adapt.TrialPhase;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the learner makes of what the companion keeps: once tried, judged as any candidate, taken back when the fleet says so. */
class PublishedRoadTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final KeyPair KEYS = Signatures.newKeys();
    private static final int WATCH_STEPS = 50;
    private static final double BAD = 0.1;
    private static final double GOOD = 0.02;

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private ShippedPolicy policy;
    private byte[] zip;
    private FakeControl control;
    private PublicationFolder kept;
    private VersionStore store;
    private Adaptation adaptation;

    @BeforeEach
    void begin() throws IOException {
        final BundleFiles files = BundleStore.read(POLICY);
        zip = BundleZip.encode(files);
        policy = ShippedPolicy.of(files);
        control = new FakeControl(policy.bundle());
        kept = new PublicationFolder(folder.resolve("published"));
        start();
    }

    private void start() throws IOException {
        store = VersionStore.open(folder.resolve("store"), policy.bundle().sha256());
        final WeightsOutlet outlet = new WeightsOutlet(policy.bundle());
        final AdaptPlan plan = new AdaptPlan(
                AdaptRoad.PUBLISHED,
                WATCH_STEPS * FakeControl.STEP_S,
                1,
                1,
                8,
                1,
                FakeControl.WINDOW * FakeControl.STEP_S,
                1,
                0,
                null,
                LearnedWeights.ALL,
                1,
                new PublicationSource(folder.resolve("published"), KEYS.getPublic()));
        adaptation = new Adaptation(plan, policy, store, outlet, task -> null, notes::add);
        outlet.attach(control.link.weights());
        adaptation.begin();
    }

    @AfterEach
    void end() {
        adaptation.close();
        store.close();
    }

    private Publication publish(final KeyPair keys) throws IOException {
        final Publication publication =
                Publication.of("00000000000000aa", "yard", 1, Long.MAX_VALUE >> 11, List.of(), "better", zip);
        kept.keep(SignedPublication.seal(publication, keys.getPrivate()));
        kept.keepBundle(zip);
        return publication;
    }

    private void takeBack(final Publication publication) throws IOException {
        kept.keep(SignedPublication.seal(publication.in(PublicationPhase.BACK, 2), KEYS.getPrivate()));
        adaptation.heed();
    }

    private void steps(final int count, final double error) throws IOException {
        for (int i = 0; i < count; i++) {
            adaptation.take(control.step(error));
            adaptation.work(FakeControl.STEP_S);
        }
    }

    private void untilItIsTried() throws IOException {
        adaptation.heed();
        steps(WATCH_STEPS + 5, BAD);
        assertEquals(LearnerStage.TRYING, adaptation.stage(), notes::toString);
        assertEquals(1, control.candidate);
    }

    private void pairs(final double candidateError) throws IOException {
        for (int i = 0; i < 4; i++) {
            control.phase(TrialPhase.INCUMBENT_WINDOW, 2 * i, 0);
            steps(FakeControl.WINDOW, BAD + 1e-3 * (i % 2));
            control.phase(TrialPhase.CANDIDATE_WINDOW, 2 * i + 1, 1);
            steps(FakeControl.WINDOW, candidateError);
        }
        control.phase(TrialPhase.INCUMBENT_WINDOW, 8, 0);
        steps(1, BAD);
    }

    @Test
    void withoutAPublicationNothingIsTried() throws IOException {
        adaptation.heed();
        steps(10 * WATCH_STEPS, BAD);
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        assertEquals(1, store.next());
    }

    @Test
    void whatIsBetterComesIntoForceAndIsTriedOnce() throws IOException {
        final Publication publication = publish(KEYS);
        untilItIsTried();
        pairs(GOOD);
        assertEquals(1, store.current(), notes::toString);
        assertEquals(publication.cause(), store.version(1).cause());
        adaptation.heed();
        steps(10 * WATCH_STEPS, GOOD);
        assertEquals(LearnerStage.WATCHING, adaptation.stage(), "it is not tried again");
        assertEquals(2, store.next());
    }

    @Test
    void whatIsWorseIsRefusedAndNotTriedAgainByTheNextLearner() throws IOException {
        publish(KEYS);
        untilItIsTried();
        pairs(3 * BAD);
        assertEquals(VersionState.REFUSED, store.version(1).state());
        assertEquals(0, store.current());
        end();
        start();
        adaptation.heed();
        steps(10 * WATCH_STEPS, BAD);
        assertEquals(2, store.next());
    }

    @Test
    void whatWasAcceptedGivesWayWhenItIsTakenBack() throws IOException {
        final Publication publication = publish(KEYS);
        untilItIsTried();
        pairs(GOOD);
        takeBack(publication);
        assertEquals(2, store.current());
        assertEquals(0, store.version(2).parent(), "the weights of the policy as shipped");
        adaptation.heed();
        assertEquals(3, store.next(), "once");
        steps(5, BAD);
        assertEquals(2, control.incumbent);
    }

    @Test
    void whatIsOnTrialIsWithdrawnWhenItIsTakenBack() throws IOException {
        final Publication publication = publish(KEYS);
        untilItIsTried();
        takeBack(publication);
        assertEquals(VersionState.ROLLED_BACK, store.version(1).state());
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
        steps(5, BAD);
        assertEquals(0, control.candidate);
        assertEquals(0, store.current());
    }

    @Test
    void aTrialThatWasInterruptedIsBegunAgainOrEndsWhenItIsTakenBack() throws IOException {
        final Publication publication = publish(KEYS);
        untilItIsTried();
        end();
        start();
        adaptation.heed();
        steps(WATCH_STEPS + 10, BAD);
        assertEquals(LearnerStage.TRYING, adaptation.stage(), notes::toString);
        assertEquals(2, control.candidate);
        takeBack(publication);
        assertEquals(VersionState.ROLLED_BACK, store.version(1).state());
        assertEquals(VersionState.ROLLED_BACK, store.version(2).state());
    }

    @Test
    void whatTheCompanionDroppedIsNotTried() throws IOException {
        publish(KEYS);
        adaptation.heed();
        kept.dropBundle();
        adaptation.heed();
        steps(3 * WATCH_STEPS, BAD);
        assertEquals(1, store.next());
        assertEquals(LearnerStage.WATCHING, adaptation.stage());
    }

    @Test
    void theLearnerBelievesNoCompanion() throws IOException {
        publish(Signatures.newKeys());
        adaptation.heed();
        steps(3 * WATCH_STEPS, BAD);
        assertEquals(1, store.next(), "another key");
        publish(KEYS);
        zip[zip.length / 2] ^= 1;
        kept.keepBundle(zip);
        adaptation.heed();
        steps(3 * WATCH_STEPS, BAD);
        assertEquals(1, store.next(), "another bundle");
        assertTrue(notes.isEmpty(), notes::toString);
    }
}
