package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session makes of a link that answers, or does not, at times of the test's choice. */
class MqttSessionTest {
    private static final double NS = 1e9;

    /** A link that does what the test says. */
    private static final class Link implements BrokerLink {
        final BrokerListener listener;
        final List<String> sent = new ArrayList<>();
        final List<Runnable> taken = new ArrayList<>();
        boolean accepts = true;
        boolean left;
        boolean closed;

        Link(final BrokerListener listener) {
            this.listener = listener;
        }

        @Override
        public boolean publish(
                final String topic, final byte[] payload, final int qos, final boolean retained, final Runnable done) {
            if (accepts) {
                sent.add(new String(payload, StandardCharsets.UTF_8));
                taken.add(done);
            }
            return accepts;
        }

        @Override
        public boolean subscribe(final String filter, final Consumer<String> refused) {
            return accepts;
        }

        @Override
        public boolean unsubscribe(final String filter) {
            return accepts;
        }

        @Override
        public void leave() {
            left = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @TempDir
    private Path folder;

    private final List<Link> links = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private Outbox outbox;
    private MqttSession session;
    private double nowS;

    @BeforeEach
    void open() throws IOException {
        outbox = new Outbox(folder, 1 << 20);
        session = new MqttSession(
                listener -> {
                    links.add(new Link(listener));
                    return links.getLast();
                },
                outbox,
                new MqttSession.Handler() {
                    @Override
                    public void connected() {
                        session.publish("status", "here".getBytes(StandardCharsets.UTF_8), 1, true);
                    }

                    @Override
                    public void arrived(final String topic, final byte[] payload, final boolean retained) {
                        arrived.add(new String(payload, StandardCharsets.UTF_8));
                    }
                },
                MqttSession.HEARD_MAX,
                said::add,
                () -> (long) (nowS * NS));
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
    }

    private Link at(final double seconds) throws IOException {
        nowS = seconds;
        session.poll();
        session.poll();
        return links.isEmpty() ? null : links.getLast();
    }

    private void add(final String text) throws IOException {
        outbox.add("event", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isConnectedWhenTheLinkSaysSoAndTellsWhoItIs() throws IOException {
        final Link link = at(0);
        assertFalse(session.isConnected());
        link.listener.connected();
        at(0.1);
        assertTrue(session.isConnected());
        assertEquals(List.of("here"), link.sent);
        assertEquals(List.of("mqtt: connected"), said);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsGivenUpAfterSixSeconds() throws IOException {
        final Link mute = at(0);
        at(5.99);
        assertFalse(mute.closed);
        at(6.01);
        assertTrue(mute.closed);
        mute.listener.connected();
        at(6.02);
        assertFalse(session.isConnected());
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToHalfAMinute() throws IOException {
        double seconds = 0;
        for (final double wait : new double[] {2, 4, 8, 16, 30, 30}) {
            at(seconds).listener.lost("connection refused");
            final int before = links.size();
            at(seconds);
            at(seconds + wait - 0.01);
            assertEquals(before, links.size());
            seconds += wait + 0.01;
            at(seconds);
            assertEquals(before + 1, links.size());
        }
        assertEquals(List.of("mqtt: no connection: connection refused; tried again for ever"), said);
    }

    @Test
    void sendsOneMessageAfterTheOtherAndTheSameAgainAfterALoss() throws IOException {
        add("1");
        add("2");
        final Link first = at(0);
        first.listener.connected();
        at(0.1);
        assertEquals(List.of("here", "1"), first.sent);
        first.taken.get(1).run();
        at(0.2);
        assertEquals(List.of("here", "1", "2"), first.sent);
        first.listener.lost("reset");
        at(0.3);
        first.taken.get(2).run();
        final Link second = at(2);
        second.listener.connected();
        at(2.1);
        assertEquals(List.of("here", "2"), second.sent);
        second.taken.get(1).run();
        at(2.2);
        assertEquals(0, outbox.size());
    }

    @Test
    void anAcknowledgementThatDoesNotComeEndsTheLink() throws IOException {
        add("1");
        final Link link = at(0);
        link.listener.connected();
        at(1);
        link.taken.getFirst().run();
        at(10.9);
        assertFalse(link.closed);
        at(11.1);
        assertTrue(link.closed);
        assertTrue(said.getLast().contains("takes nothing for 10 s"), said::toString);
        assertEquals(1, outbox.size());
    }

    @Test
    void whatIsWorthNothingLaterIsDroppedWhenTooMuchIsUnderway() throws IOException {
        assertFalse(session.publish("t", new byte[1], 0, false));
        final Link link = at(0);
        link.listener.connected();
        at(0.1);
        for (int i = 0; i < 7; i++) {
            assertTrue(session.publish("t", new byte[1], 0, false));
        }
        assertFalse(session.publish("t", new byte[1], 0, false));
        assertEquals(2, session.dropped());
        link.taken.getFirst().run();
        assertTrue(session.publish("t", new byte[1], 0, false));
        at(10);
        assertFalse(link.closed);
        at(10.2);
        assertTrue(link.closed);
    }

    @Test
    void messagesThatArriveAreHandedOnUpToALimit() throws IOException {
        final Link link = at(0);
        link.listener.connected();
        at(0.1);
        for (int i = 0; i < 1000; i++) {
            link.listener.arrived("command", ("c" + i).getBytes(StandardCharsets.UTF_8), false);
        }
        at(0.2);
        assertEquals(64, arrived.size());
        assertEquals("c0", arrived.getFirst());
    }

    @Test
    void takesLeaveWhenConnectedOnly() throws IOException {
        final Link link = at(0);
        session.close();
        assertTrue(link.closed && !link.left);
        nowS = 1;
        open();
        final Link other = at(1);
        other.listener.connected();
        at(1.1);
        session.close();
        assertTrue(other.left);
    }
}
