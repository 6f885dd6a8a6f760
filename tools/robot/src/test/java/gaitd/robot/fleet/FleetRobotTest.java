package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.text.FormatException;
import gaitd.robot.mqtt.FleetPlan;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationFolder;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.SignedPublication;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a robot takes of what is published, and what it reports, with a broker of the test's own. */
class FleetRobotTest {
    private static final Path TRAINED = Path.of("../../policies/trained");
    private static final KeyPair KEYS = Signatures.newKeys();
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final long LATER_MS = NOW_MS + 1000;

    @TempDir
    private Path folder;

    private final FakeTalk talk = new FakeTalk();
    private final FakeTalk others = talk.another();
    private final List<String> said = new ArrayList<>();
    private byte[] zip;
    private long nowNs;
    private long nowMs = NOW_MS;
    private FleetRobot robot;
    private PublicationFolder kept;

    @BeforeEach
    void begin() throws IOException {
        zip = BundleZip.encode(BundleStore.read(TRAINED.resolve("a1-stage1-ep-ltc.zip")));
        kept = new PublicationFolder(folder.resolve("published"));
        start();
    }

    private void start() {
        robot = new FleetRobot(
                new FleetPlan(
                        "a1-07",
                        "yard",
                        KEYS.getPublic(),
                        folder.resolve("published"),
                        TRAINED.resolve("a1-stage1-ep-ltc.zip"),
                        folder.resolve("versions")),
                said::add,
                () -> nowNs,
                () -> nowMs);
        talk.connect(robot);
    }

    private static Publication of(final long sequence, final byte[] zip, final String... robots) {
        return Publication.of("%016x".formatted(sequence), "yard", sequence, LATER_MS, List.of(robots), "better", zip);
    }

    private void publish(final Publication publication) {
        publish(publication, KEYS);
    }

    private void publish(final Publication publication, final KeyPair keys) {
        others.tell(FleetTopics.statement("yard"), SignedPublication.seal(publication, keys.getPrivate()), true);
    }

    private void pieces(final byte[] of) {
        for (int i = 0; i * Publication.CHUNK_BYTES < of.length; i++) {
            others.tell(FleetTopics.chunk("yard", i), Publication.chunk(of, i), true);
        }
    }

    /** Lets some seconds pass. */
    private FleetReport after(final double seconds) throws FormatException {
        for (double s = 0; s < seconds; s += 0.5) {
            nowNs += 500_000_000L;
            talk.round();
        }
        final String topic = FleetTopics.report("a1-07");
        return FleetReport.read(talk.kept.get(topic), topic);
    }

    @Test
    void aPublicationIsFetchedPieceByPieceCheckedAndKept() throws Exception {
        assertEquals(FleetState.NONE, after(1).state());
        pieces(zip);
        final Publication publication = of(1, zip, "a1-07");
        publish(publication);
        final FleetReport report = after(6);
        assertEquals(FleetState.KEPT, report.state());
        assertEquals(publication.id(), report.publication());
        assertEquals("as shipped", report.policy());
        assertArrayEquals(zip, kept.bundle(publication));
        assertEquals(List.of(FleetTopics.statement("yard")), talk.filters, "pieces are not subscribed to any more");
    }

    @Test
    void othersOfTheStageComeFirst() throws Exception {
        pieces(zip);
        final Publication publication = of(1, zip, "a1-03");
        publish(publication);
        assertEquals(FleetState.WAITS, after(3).state());
        assertNull(kept.bundle(publication), "nothing is kept that the learner could try");
        publish(publication.in(PublicationPhase.ALL, 2));
        assertEquals(FleetState.KEPT, after(6).state());
    }

    @Test
    void onlyTheFleetsKeyIsTrusted() throws Exception {
        pieces(zip);
        publish(of(1, zip, "a1-07"), Signatures.newKeys());
        assertEquals(FleetState.NONE, after(3).state());
        assertTrue(said.getFirst().contains("not signed with the fleet's key"), said::toString);
        final byte[] message = SignedPublication.seal(of(2, zip, "a1-07"), KEYS.getPrivate());
        message[message.length / 2] ^= 1;
        others.tell(FleetTopics.statement("yard"), message, true);
        others.tell(FleetTopics.statement("yard"), new byte[] {1, 2, 3}, true);
        others.tell(FleetTopics.statement("yard"), new byte[0], true);
        assertEquals(FleetState.NONE, after(3).state());
        assertEquals(3, said.size(), said::toString);
    }

    @Test
    void anOlderStatementIsRefusedAlsoAfterARestart() throws Exception {
        pieces(zip);
        publish(of(5, zip, "a1-07"));
        assertEquals(FleetState.KEPT, after(6).state());
        publish(of(4, zip, "a1-07"));
        assertEquals("%016x".formatted(5), after(2).publication());
        publish(new Publication(
                "ffffffffffffffff",
                "yard",
                5,
                LATER_MS,
                PublicationPhase.ALL,
                List.of(),
                "b",
                Publication.sha256(zip),
                zip.length,
                of(5, zip).chunks()));
        assertEquals("%016x".formatted(5), after(2).publication());
        assertTrue(said.getLast().contains("sequence: 5 is not newer than 5"), said::toString);
        start();
        assertEquals("%016x".formatted(5), after(2).publication());
        assertEquals(FleetState.KEPT, after(2).state(), "what was kept is not fetched again");
    }

    @Test
    void anotherGroupsStatementIsRefused() throws Exception {
        pieces(zip);
        publish(Publication.of("00000000000000aa", "field", 9, LATER_MS, List.of("a1-07"), "better", zip));
        assertEquals(FleetState.NONE, after(2).state());
        assertTrue(said.getFirst().contains("it is for field"), said::toString);
    }

    @Test
    void whatHasExpiredIsNeitherTakenNorKept() throws Exception {
        pieces(zip);
        nowMs = LATER_MS;
        publish(of(1, zip, "a1-07"));
        assertEquals(FleetState.NONE, after(2).state());
        nowMs = LATER_MS - 1;
        publish(of(2, zip, "a1-07"));
        assertEquals(FleetState.KEPT, after(6).state());
        nowMs = LATER_MS;
        final FleetReport report = after(2);
        assertEquals(FleetState.REFUSED, report.state());
        assertEquals("it expired before it was tried", report.why());
        assertNull(kept.bundle(of(2, zip, "a1-07")));
    }

    @Test
    void aPieceThatIsMissingIsWaitedForAndAWrongOneIsNotTaken() throws Exception {
        others.tell(FleetTopics.chunk("yard", 0), Publication.chunk(zip, 0), true);
        others.tell(FleetTopics.chunk("yard", 1), new byte[Publication.CHUNK_BYTES], true);
        others.tell(FleetTopics.chunk("yard", 2), new byte[Publication.CHUNK_BYTES + 1], true);
        publish(of(1, zip, "a1-07"));
        assertEquals(FleetState.LOADS, after(20).state());
        pieces(zip);
        assertEquals(FleetState.KEPT, after(20).state());
    }

    @Test
    void piecesThatComeTwiceOrInAnotherOrderDoNoHarm() throws Exception {
        publish(of(1, zip, "a1-07"));
        assertEquals(FleetState.LOADS, after(1).state());
        for (int i = (zip.length - 1) / Publication.CHUNK_BYTES; i >= 0; i--) {
            others.tell(FleetTopics.chunk("yard", i), Publication.chunk(zip, i), true);
            others.tell(FleetTopics.chunk("yard", i), Publication.chunk(zip, i), true);
        }
        assertEquals(FleetState.KEPT, after(20).state());
        assertArrayEquals(zip, kept.bundle(of(1, zip, "a1-07")));
    }

    @Test
    void aRobotThatWasOfflineGetsWhatTheBrokerHasKept() throws Exception {
        talk.connected = false;
        pieces(zip);
        publish(of(1, zip, "a1-07"));
        talk.connected = true;
        start();
        assertEquals(FleetState.KEPT, after(6).state());
    }

    @Test
    void aBrokenBundleIsRefused() throws Exception {
        final byte[] broken = zip.clone();
        broken[broken.length / 2] ^= 1;
        pieces(broken);
        publish(of(1, broken, "a1-07"));
        final FleetReport report = after(8);
        assertEquals(FleetState.REFUSED, report.state());
        assertFalse(report.why().isEmpty());
        assertNull(kept.bundle(of(1, broken, "a1-07")));
    }

    @Test
    void aBundleOfAnotherKindOrSizeIsRefused() throws Exception {
        final byte[] other = BundleZip.encode(BundleStore.read(TRAINED.resolve("a1-legs-ep-ltc.zip")));
        pieces(other);
        publish(of(1, other, "a1-07"));
        final FleetReport report = after(8);
        assertEquals(FleetState.REFUSED, report.state());
        assertTrue(report.why().contains("this robot's policy"), report.why());
    }

    @Test
    void whatIsTakenBackIsSaidSoByWhoeverNeverHadIt() throws Exception {
        pieces(zip);
        final Publication publication = of(1, zip, "a1-03");
        publish(publication);
        assertEquals(FleetState.WAITS, after(2).state());
        publish(publication.in(PublicationPhase.BACK, 2));
        assertEquals(FleetState.BACK, after(2).state());
    }
}
