package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Signatures;
import gaitd.policies.text.FormatException;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.SignedPublication;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may try a publication when, by what robots report; with a broker of the test's own. */
class PublisherTest {
    private static final KeyPair KEYS = Signatures.newKeys();
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final long VALID_MS = 1000;
    private static final int ROBOTS = 20;

    private final FakeTalk talk = new FakeTalk();
    private final FakeTalk others = talk.another();
    private final List<String> said = new ArrayList<>();
    private final byte[] zip = new byte[3 * Publication.CHUNK_BYTES + 5];
    private long nowNs;
    private long nowMs = NOW_MS;
    private Publisher publisher;

    @BeforeEach
    void fleet() {
        for (int i = 0; i < zip.length; i++) {
            zip[i] = (byte) (i * 31);
        }
        for (int i = 1; i <= ROBOTS; i++) {
            final String serial = serial(i);
            others.tell(
                    "uagv/v3/gaitd/" + serial + "/connection",
                    "{\"connectionState\":\"ONLINE\"}".getBytes(StandardCharsets.UTF_8),
                    true);
            report(serial, "", FleetState.NONE);
        }
    }

    private static String serial(final int number) {
        return "a1-%02d".formatted(number);
    }

    private void report(final String serial, final String publication, final FleetState state) {
        others.tell(
                FleetTopics.report(serial),
                new FleetReport(serial, "yard", publication, state, "", 0, "as shipped").message(),
                true);
    }

    private void allReport(final List<String> serials, final FleetState state) {
        serials.forEach(serial -> report(serial, publisher.wanted().id(), state));
    }

    private List<String> everybody() {
        final List<String> all = new ArrayList<>();
        for (int i = 1; i <= ROBOTS; i++) {
            all.add(serial(i));
        }
        return all;
    }

    private void begin(final PublishOrder order, final KeyPair keys) {
        publisher = new Publisher(order, keys, said::add, () -> nowNs, () -> nowMs);
        talk.connect(publisher);
        rounds(6);
    }

    private void begin() {
        begin(new PublishOrder("yard", "better", zip, 0.1, VALID_MS), KEYS);
    }

    private void rounds(final int count) {
        for (int i = 0; i < count; i++) {
            nowNs += 1_000_000_000L;
            talk.round();
        }
    }

    private Publication atBroker() throws FormatException {
        return SignedPublication.open(talk.kept.get(FleetTopics.statement("yard")), KEYS.getPublic());
    }

    @Test
    void theStageIsTheShareRoundedUpAndDependsOnSerialsAndPublicationOnly() {
        final List<String> all = everybody();
        final List<String> stage = Publisher.stage(all, "00000000000000aa", 0.1);
        assertEquals(2, stage.size());
        assertEquals(stage, Publisher.stage(all.reversed(), "00000000000000aa", 0.1));
        assertEquals(3, Publisher.stage(all, "00000000000000aa", 0.101).size());
        assertEquals(1, Publisher.stage(all, "00000000000000aa", 0.001).size());
        assertEquals(all, Publisher.stage(all, "00000000000000aa", 1));
        final List<List<String>> drawn = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            drawn.add(Publisher.stage(all, "%016x".formatted(i), 0.1));
        }
        assertTrue(drawn.stream().distinct().count() > 5, drawn::toString);
    }

    @Test
    void piecesAreThereBeforeTheStatementAndOldOnesAreGone() throws Exception {
        others.tell(FleetTopics.chunk("yard", 4), new byte[] {1}, true);
        others.tell(FleetTopics.chunk("yard", 5), new byte[] {1}, true);
        others.tell(FleetTopics.chunk("yard", 1), new byte[] {1}, true);
        publisher = new Publisher(
                new PublishOrder("yard", "better", zip, 0.1, VALID_MS), KEYS, said::add, () -> nowNs, () -> nowMs);
        talk.connect(publisher);
        nowNs += 3_000_000_000L;
        talk.round();
        assertNull(talk.kept.get(FleetTopics.statement("yard")), "the pieces were not heard back yet");
        rounds(5);
        final Publication publication = atBroker();
        assertEquals(PublicationPhase.STAGE, publication.phase());
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(Publication.chunk(zip, i), talk.kept.get(FleetTopics.chunk("yard", i)));
        }
        assertEquals(0, talk.kept.get(FleetTopics.chunk("yard", 4)).length);
        assertEquals(0, talk.kept.get(FleetTopics.chunk("yard", 5)).length);
    }

    @Test
    void allOthersComeWhenAllOfTheStageHaveAccepted() throws Exception {
        begin();
        final Publication stage = atBroker();
        assertEquals(2, stage.robots().size());
        report(stage.robots().getFirst(), stage.id(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(PublicationPhase.STAGE, atBroker().phase());
        report(stage.robots().getLast(), stage.id(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(PublicationPhase.ALL, atBroker().phase());
        assertTrue(atBroker().sequence() > stage.sequence());
        allReport(everybody().subList(1, ROBOTS), FleetState.ACCEPTED);
        report(serial(1), stage.id(), FleetState.TRIES);
        rounds(3);
        assertEquals(Publisher.Outcome.GOES_ON, publisher.outcome());
        report(serial(1), stage.id(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(Publisher.Outcome.ACCEPTED, publisher.outcome());
    }

    @Test
    void theFirstBadReportTakesItBackInBothPhases() throws Exception {
        for (final FleetState bad : List.of(FleetState.REFUSED, FleetState.ROLLED_BACK)) {
            begin();
            final Publication stage = atBroker();
            report(stage.robots().getFirst(), stage.id(), bad);
            rounds(3);
            assertEquals(PublicationPhase.BACK, atBroker().phase());
            assertEquals(Publisher.Outcome.GOES_ON, publisher.outcome(), "until all have the one before");
            allReport(everybody(), FleetState.BACK);
            rounds(3);
            assertEquals(Publisher.Outcome.BACK, publisher.outcome());
            nowMs++;
        }
        begin();
        allReport(atBroker().robots(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(PublicationPhase.ALL, atBroker().phase());
        report(serial(7), publisher.wanted().id(), FleetState.ROLLED_BACK);
        rounds(3);
        assertEquals(PublicationPhase.BACK, atBroker().phase());
    }

    @Test
    void reportsAboutOthersOfOtherGroupsOrPublicationsCountForNothing() throws Exception {
        begin();
        final Publication stage = atBroker();
        for (final String serial : stage.robots()) {
            final byte[] forged = new FleetReport(serial, "yard", stage.id(), FleetState.ACCEPTED, "", 1, "").message();
            others.tell(FleetTopics.report("a1-99"), forged, true);
            report(serial, "00000000000000bb", FleetState.ACCEPTED);
        }
        others.tell(
                FleetTopics.report("a1-98"),
                new FleetReport("a1-98", "field", stage.id(), FleetState.REFUSED, "", 1, "").message(),
                true);
        others.tell(FleetTopics.report("a1-97"), "no report".getBytes(StandardCharsets.UTF_8), true);
        rounds(3);
        assertEquals(PublicationPhase.STAGE, atBroker().phase());
        assertEquals(3, publisher.book().refused());
        assertTrue(said.stream().anyMatch(line -> line.contains("a report was not taken")), said::toString);
    }

    @Test
    void aPublisherThatIsStartedAgainGoesOn() throws Exception {
        begin();
        final Publication stage = atBroker();
        begin();
        assertEquals(stage, atBroker(), "the same statement");
        allReport(stage.robots(), FleetState.ACCEPTED);
        rounds(3);
        begin();
        assertEquals(PublicationPhase.ALL, atBroker().phase());
        assertEquals(stage.id(), atBroker().id());
        allReport(everybody(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(Publisher.Outcome.ACCEPTED, publisher.outcome());
    }

    @Test
    void anotherBundleHasToWaitForTheEndOfOneThatIsUnderWay() throws Exception {
        begin();
        final Publication first = atBroker();
        final byte[] other = zip.clone();
        other[0]++;
        final PublishOrder order = new PublishOrder("yard", "other", other, 0.1, VALID_MS);
        begin(order, KEYS);
        assertEquals(Publisher.Outcome.REFUSED, publisher.outcome());
        assertEquals(first, atBroker());
        begin();
        allReport(everybody(), FleetState.ACCEPTED);
        rounds(3);
        assertEquals(PublicationPhase.ALL, atBroker().phase());
        begin(order, KEYS);
        assertEquals(PublicationPhase.STAGE, atBroker().phase());
        assertNotEquals(first.id(), atBroker().id());
        assertTrue(atBroker().sequence() > first.sequence() + 1);
    }

    @Test
    void whatIsPublishedIsTakenBackByAPerson() throws Exception {
        begin(PublishOrder.back("yard"), KEYS);
        assertEquals(Publisher.Outcome.REFUSED, publisher.outcome(), "there is nothing");
        begin();
        begin(PublishOrder.back("yard"), KEYS);
        assertEquals(PublicationPhase.BACK, atBroker().phase());
        allReport(everybody(), FleetState.BACK);
        rounds(3);
        assertEquals(Publisher.Outcome.BACK, publisher.outcome());
    }

    @Test
    void whatExpiresUnfinishedIsTakenBack() throws Exception {
        begin();
        nowMs = NOW_MS + VALID_MS - 1;
        rounds(2);
        assertEquals(PublicationPhase.STAGE, atBroker().phase());
        nowMs = NOW_MS + VALID_MS;
        rounds(2);
        assertEquals(PublicationPhase.BACK, atBroker().phase());
        assertTrue(said.getLast().contains("expired"), said::toString);
    }

    @Test
    void aStatementThatSomebodyElsePutThereIsReplaced() throws Exception {
        begin();
        final Publication stage = atBroker();
        others.tell(
                FleetTopics.statement("yard"),
                SignedPublication.seal(
                        stage.in(PublicationPhase.ALL, stage.sequence() + 7),
                        Signatures.newKeys().getPrivate()),
                true);
        rounds(3);
        assertEquals(stage, atBroker());
    }

    @Test
    void robotsThatAreNotThereAreNotWaitedFor() throws Exception {
        others.tell(
                "uagv/v3/gaitd/" + serial(3) + "/connection",
                "{\"connectionState\":\"CONNECTION_BROKEN\"}".getBytes(StandardCharsets.UTF_8),
                true);
        begin(new PublishOrder("yard", "better", zip, 1, VALID_MS), KEYS);
        assertEquals(ROBOTS - 1, atBroker().robots().size());
        allReport(atBroker().robots(), FleetState.ACCEPTED);
        rounds(4);
        assertEquals(Publisher.Outcome.ACCEPTED, publisher.outcome());
        final Publisher lonely = new Publisher(
                new PublishOrder("field", "better", zip, 1, VALID_MS), KEYS, said::add, () -> nowNs, () -> nowMs);
        talk.connect(lonely);
        rounds(3);
        assertEquals(Publisher.Outcome.REFUSED, lonely.outcome());
    }
}
