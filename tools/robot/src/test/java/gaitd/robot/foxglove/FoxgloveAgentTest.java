package gaitd.robot.foxglove;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.record.FrameMessages;
import gaitd.robot.record.LogChannel;
import gaitd.robot.record.TickSchema;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoxgloveAgentTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final long PERIOD_NS = 2_000_000L;

    private final Queue<TickFrame> ready = new ArrayDeque<>();
    private final FoxgloveAgent agent = new FoxgloveAgent(ANY, new Frames(), () -> 0);

    @AfterEach
    void end() {
        agent.onClose();
    }

    /** Frames that the test gives. */
    private final class Frames implements FrameReader {
        @Override
        public TickFrame poll() {
            return ready.poll();
        }

        @Override
        public long lostFrames() {
            return 0;
        }
    }

    private TickFrame tick(final long number) throws IOException {
        final TickFrame frame = new TickFrame();
        frame.put(TickField.TICK, number);
        frame.put(TickField.SCHEDULED_NS, number * PERIOD_NS);
        frame.put(TickField.MODE, Mode.WALK.ordinal());
        frame.putReal(TickField.Q, 3, 0.25 * number);
        ready.add(frame);
        agent.doWork();
        return frame;
    }

    /** A client whose subscriptions have been taken in. */
    private SocketClient subscribed(final LogChannel channel, final long id) throws Exception {
        final SocketClient client = new SocketClient(agent.address());
        client.text();
        client.text();
        client.subscribe(channel, id);
        settle(client);
        return client;
    }

    /** The server answers in order: what was said before this has been taken in. */
    private static void settle(final SocketClient client) throws Exception {
        client.say("{\"op\":\"nonsense\"}");
        while (!String.valueOf(client.text().get("message")).contains("nonsense")) {}
    }

    @Test
    void aClientIsToldWhatThereIs() throws Exception {
        try (SocketClient client = new SocketClient(agent.address())) {
            assertEquals("foxglove.sdk.v1", client.socket.getSubprotocol());
            final Map<?, ?> info = client.text();
            assertEquals("serverInfo", info.get("op"));
            assertEquals(List.of("time"), info.get("capabilities"));
            final Map<?, ?> advertise = client.text();
            assertEquals("advertise", advertise.get("op"));
            final List<?> channels = (List<?>) advertise.get("channels");
            assertEquals(5, channels.size());
            final Map<?, ?> first = (Map<?, ?>) channels.getFirst();
            assertEquals("/tick", first.get("topic"));
            assertEquals("ros1", first.get("encoding"));
            assertEquals("gaitd/TickFrame", first.get("schemaName"));
            assertEquals("ros1msg", first.get("schemaEncoding"));
            assertEquals(TickSchema.text(), first.get("schema"));
        }
    }

    @Test
    void aSubscriptionBringsEachFrameAsItIs() throws Exception {
        try (SocketClient client = subscribed(LogChannel.TICK, 0xFFFF_FFFFL)) {
            for (int i = 7; i < 57; i++) {
                final TickFrame frame = tick(i);
                final byte[] expected = new byte[TickFrame.SIZE];
                frame.bytes().getBytes(0, expected);
                final SocketClient.Data got = SocketClient.next(client.data);
                assertEquals(-1, got.subscription());
                assertArrayEquals(expected, got.bytes());
            }
            assertTrue(SocketClient.next(client.times) > 0);
            client.say("{\"op\":\"unsubscribe\",\"subscriptionIds\":[4294967295]}");
            settle(client);
            client.subscribe(LogChannel.LOG, 5);
            settle(client);
            tick(58);
            final SocketClient.Data lost = SocketClient.next(client.data);
            assertEquals(5, lost.subscription());
            final String text = new String(lost.bytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("1 frames lost before tick 58") || text.contains("mode WALK"), text);
        }
    }

    @Test
    void theDescriptionComesAtOnce() throws Exception {
        try (SocketClient client = subscribed(LogChannel.DESCRIPTION, 3)) {
            assertArrayEquals(
                    FrameMessages.description(), SocketClient.next(client.data).bytes());
        }
    }

    @Test
    void timesAreThoseOfTheLoopSinceTheFirstFrame() throws Exception {
        try (SocketClient client = subscribed(LogChannel.TICK, 1)) {
            tick(10);
            tick(15);
            final long first = SocketClient.next(client.data).timeNs();
            assertEquals(5 * PERIOD_NS, SocketClient.next(client.data).timeNs() - first);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"advertise\",\"channels\":[]}",
                "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":1,\"channelId\":6}]}",
                "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":-1,\"channelId\":1}]}",
                "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":4294967296,\"channelId\":1}]}",
                "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":1,\"channelId\":1},{\"id\":1,\"channelId\":2}]}",
                "{\"op\":\"unsubscribe\",\"subscriptionIds\":[9]}",
                "{\"op\":\"unsubscribe\"}",
                "[1]",
                "no JSON"
            })
    void whatIsNotUnderstoodIsAnsweredByOneWarning(final String request) throws Exception {
        try (SocketClient client = new SocketClient(agent.address())) {
            client.text();
            client.text();
            client.say(request);
            final Map<?, ?> answer = client.text();
            assertEquals("status", answer.get("op"));
            assertEquals(1, ((Number) answer.get("level")).intValue());
        }
    }

    @Test
    void withoutTheProtocolNobodyConnects() {
        assertThrows(CompletionException.class, () -> new SocketClient(agent.address(), null));
        assertThrows(CompletionException.class, () -> new SocketClient(agent.address(), "other.v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.foxglove.dev",
                "https://foxglove.dev",
                "http://localhost:8080",
                "http://127.0.0.1",
                "file://"
            })
    void pagesOfFoxgloveAndOfThisComputerMayConnect(final String origin) throws Exception {
        assertTrue(FoxgloveOrigins.allows(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.foxglove.dev",
                "https://app.foxglove.dev.evil.example",
                "https://evilfoxglove.dev",
                "http://localhost.evil.example",
                "null"
            })
    void pagesFromElsewhereMayNot(final String origin) throws Exception {
        assertFalse(FoxgloveOrigins.allows(origin));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            assertFalse(handshake(socket, origin).startsWith("HTTP/1.1 101"));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            assertTrue(handshake(socket, "https://app.foxglove.dev").startsWith("HTTP/1.1 101"));
        }
    }

    private int port() {
        return Integer.parseInt(agent.address().replaceAll(".*:", ""));
    }

    /** Asks for the protocol by hand; the first bytes of the answer. */
    private static String handshake(final Socket socket, final String origin) throws IOException {
        final OutputStream out = socket.getOutputStream();
        out.write(("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: foxglove.sdk.v1\r\nOrigin: " + origin + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** Whole, and in parts that never end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageThatIsTooLongCutsItsClientOff(final boolean whole) throws Exception {
        try (SocketClient client = new SocketClient(agent.address())) {
            client.text();
            client.text();
            final String part = "x".repeat(whole ? 1 << 17 : 1 << 12);
            for (int i = 0; i < (whole ? 1 : 64) && client.closes.isEmpty(); i++) {
                try {
                    client.socket.sendText(part, whole).join();
                } catch (final CompletionException closed) {
                    break;
                }
            }
            assertTrue(SocketClient.next(client.closes) != 0);
        }
    }

    @Test
    void oneTooManyIsRefused() throws Exception {
        final List<SocketClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < FoxgloveServer.CLIENTS_MAX; i++) {
                clients.add(new SocketClient(agent.address()));
                clients.getLast().text();
                clients.getLast().text();
                settle(clients.getLast());
            }
            assertThrows(CompletionException.class, () -> new SocketClient(agent.address()));
        } finally {
            clients.forEach(SocketClient::close);
        }
    }

    @Test
    void aPortThatIsTakenIsOneLine() {
        final Refusal refusal = assertThrows(
                Refusal.class,
                () -> new FoxgloveAgent(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), new Frames(), () -> 0));
        assertTrue(
                refusal.getMessage().startsWith("--foxglove: localhost:" + port() + " is not available"),
                refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
    }

    /** A client that reads nothing: its queue ends, what is too much is counted, and the others get everything. */
    @Test
    @Tag("slow")
    void aClientThatReadsNothingCostsOnlyItself() throws Exception {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port());
                SocketClient reading = subscribed(LogChannel.TICK, 1)) {
            assertTrue(handshake(silent, "file://").startsWith("HTTP/1.1 101"));
            silent.getOutputStream()
                    .write(masked("{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":1,\"channelId\":1}]}"));
            while (agent.clients() < 2) {
                Thread.sleep(1);
            }
            long number = 0;
            while (agent.dropped() < 100) {
                tick(++number);
                SocketClient.next(reading.data);
            }
            final long endNs = System.nanoTime() + 4 * FoxgloveClient.STUCK_NS;
            while (agent.clients() == 2 && System.nanoTime() < endNs) {
                tick(++number);
                SocketClient.next(reading.data);
            }
            assertEquals(1, agent.clients());
            tick(++number);
            assertEquals(1, SocketClient.next(reading.data).subscription());
        }
    }

    /** A text frame of a client, masked by zeros. */
    private static byte[] masked(final String text) {
        final byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        final byte[] frame = new byte[6 + body.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | body.length);
        System.arraycopy(body, 0, frame, 6, body.length);
        return frame;
    }
}
