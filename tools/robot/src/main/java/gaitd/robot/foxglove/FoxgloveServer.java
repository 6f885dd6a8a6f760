package gaitd.robot.foxglove;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.robot.record.FrameMessages;
import gaitd.robot.record.LogChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/** The server's side of the protocol: who may connect, what there is, who wants what. Sends nothing by itself but the robot's description. */
final class FoxgloveServer extends WebSocketServer {
    /** Clients at a time. */
    static final int CLIENTS_MAX = 8;

    /** Longest message of a client, bytes. */
    private static final int REQUEST_MAX = 1 << 16;

    private static final int STOP_MS = 1000;
    private static final int WARNING = 1;
    private static final byte[] DESCRIPTION = FrameMessages.description();

    private final Map<WebSocket, FoxgloveClient> clients = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final String session = Instant.now().toString();

    /** The protocol below: short messages in one piece. The library bounds a piece, but not what it collects of pieces that never end. */
    private static final class WholeMessages extends Draft_6455 {
        private WholeMessages() {
            super(
                    List.of(),
                    List.of(new Protocol(FoxgloveTexts.PROTOCOL), new Protocol(FoxgloveTexts.OLDER)),
                    REQUEST_MAX);
        }

        @Override
        public Draft copyInstance() {
            return new WholeMessages();
        }

        @Override
        public void processFrame(final WebSocketImpl socket, final Framedata frame) throws InvalidDataException {
            if (!frame.isFin() || frame.getOpcode() == Opcode.CONTINUOUS) {
                throw new InvalidDataException(CloseFrame.TOOBIG, "send messages in one piece");
            }
            super.processFrame(socket, frame);
        }
    }

    private FoxgloveServer(final InetSocketAddress address) {
        super(address, 1, List.of(new WholeMessages()));
        setDaemon(true);
        setReuseAddr(true);
        setTcpNoDelay(true);
    }

    /**
     * Starts a server.
     *
     * @param address where it listens; port 0 takes a free one
     * @return a server that listens
     * @throws IOException when it cannot, with one line for the user
     */
    static FoxgloveServer listen(final InetSocketAddress address) throws IOException {
        final FoxgloveServer server = new FoxgloveServer(address);
        server.start();
        try {
            server.started.get();
            return server;
        } catch (final ExecutionException e) {
            throw new IOException(
                    address.getHostString() + ":" + address.getPort() + " is not available ("
                            + e.getCause().getMessage() + ")",
                    e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server starts", e);
        }
    }

    Collection<FoxgloveClient> clients() {
        return clients.values();
    }

    long dropped() {
        return dropped.sum();
    }

    @Override
    public void onStart() {
        started.complete(null);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            final WebSocket socket, final Draft draft, final ClientHandshake request) throws InvalidDataException {
        final String origin = request.getFieldValue("Origin");
        if (!FoxgloveOrigins.allows(origin)) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "pages of " + origin + " get nothing here");
        }
        if (clients.size() >= CLIENTS_MAX) {
            throw new InvalidDataException(CloseFrame.TRY_AGAIN_LATER, CLIENTS_MAX + " clients are connected");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(final WebSocket socket, final ClientHandshake request) {
        final FoxgloveClient client = new FoxgloveClient((WebSocketImpl) socket, dropped);
        client.send(FoxgloveTexts.serverInfo(session));
        client.send(FoxgloveTexts.advertise());
        clients.put(socket, client);
    }

    @Override
    public void onMessage(final WebSocket socket, final String text) {
        final FoxgloveClient client = clients.get(socket);
        if (client == null) {
            return;
        }
        try {
            final JsonFields request = new JsonFields("request", JsonReader.parse(text));
            switch (request.text("op")) {
                case "subscribe" -> subscribe(client, request);
                case "unsubscribe" -> unsubscribe(client, JsonReader.parse(text));
                default ->
                    client.send(FoxgloveTexts.status(
                            WARNING, "only subscribe and unsubscribe are taken, not " + request.text("op")));
            }
        } catch (final FormatException e) {
            client.send(FoxgloveTexts.status(WARNING, e.getMessage()));
        }
    }

    private static void subscribe(final FoxgloveClient client, final JsonFields request) throws FormatException {
        for (final JsonFields it : request.objects("subscriptions")) {
            final LogChannel channel = LogChannel.LIVE.get(it.integer("channelId", 1, LogChannel.LIVE.size()) - 1);
            if (!client.subscribe(channel, number(it.number("id")))) {
                client.send(FoxgloveTexts.status(WARNING, channel.topic + " is subscribed to, or its id is used"));
            } else if (channel == LogChannel.DESCRIPTION) {
                client.send(channel, FoxgloveTexts.now(), DESCRIPTION);
            }
        }
    }

    private static void unsubscribe(final FoxgloveClient client, final Object request) throws FormatException {
        if (!(request instanceof final Map<?, ?> fields)
                || !(fields.get("subscriptionIds") instanceof final List<?> ids)) {
            throw new FormatException("unsubscribe: expected subscriptionIds, an array of numbers");
        }
        for (final Object id : ids) {
            if (!(id instanceof final Number given) || !client.unsubscribe(number(given.doubleValue()))) {
                client.send(FoxgloveTexts.status(WARNING, "no subscription has the id " + id));
            }
        }
    }

    /** The 32 bits of an id without a sign. */
    private static int number(final double id) throws FormatException {
        if (!(id >= 0 && id <= 0xFFFF_FFFFL && id == Math.rint(id))) {
            throw new FormatException("id " + id + ": expected a whole number of 32 bits");
        }
        return (int) (long) id;
    }

    @Override
    public void onMessage(final WebSocket socket, final ByteBuffer bytes) {
        final FoxgloveClient client = clients.get(socket);
        if (client != null) {
            client.send(FoxgloveTexts.status(WARNING, "nothing can be published here"));
        }
    }

    @Override
    public void onClose(final WebSocket socket, final int code, final String reason, final boolean remote) {
        clients.remove(socket);
    }

    /** A client's connection that failed is closed after this; without one, the server could not start. */
    @Override
    public void onError(final WebSocket socket, final Exception failure) {
        if (socket == null) {
            started.completeExceptionally(failure);
        }
    }

    /** Ends the server and its threads. */
    void end() {
        try {
            stop(STOP_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
