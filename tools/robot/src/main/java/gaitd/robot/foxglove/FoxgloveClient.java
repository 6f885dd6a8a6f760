package gaitd.robot.foxglove;

import gaitd.robot.record.LogChannel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/**
 * A client, with what it asked for. Messages wait for it in a queue that ends: further ones are dropped and counted, and a client that
 * takes none for long is cut off. Subscriptions come from the socket's thread, messages from another.
 */
final class FoxgloveClient {
    /** Most messages that wait for a client. */
    static final int WAITING_MAX = 1024;
    /** A client whose queue stays full for longer is cut off, ns. */
    static final long STUCK_NS = 5_000_000_000L;

    private static final byte MESSAGE_DATA = 1;
    private static final byte TIME = 2;

    private final WebSocketImpl socket;
    private final LongAdder dropped;
    private final Map<LogChannel, Integer> subscriptions = new ConcurrentHashMap<>();
    private long fullSinceNs;
    private boolean full;

    /**
     * A client without subscriptions.
     *
     * @param socket its connection
     * @param dropped counts messages dropped
     */
    FoxgloveClient(final WebSocketImpl socket, final LongAdder dropped) {
        this.socket = socket;
        this.dropped = dropped;
    }

    /**
     * Subscribes.
     *
     * @param channel to what
     * @param id the client's number for it, 32 bits
     * @return false when it is subscribed to it already, or uses the number for another
     */
    boolean subscribe(final LogChannel channel, final int id) {
        return !subscriptions.containsValue(id) && subscriptions.putIfAbsent(channel, id) == null;
    }

    /**
     * Ends a subscription.
     *
     * @param id the client's number for it
     * @return false when there is none
     */
    boolean unsubscribe(final int id) {
        return subscriptions.values().removeIf(number -> number == id);
    }

    boolean wants(final LogChannel channel) {
        return subscriptions.containsKey(channel);
    }

    /** Whether it subscribed to anything. */
    boolean wantsAny() {
        return !subscriptions.isEmpty();
    }

    /** Sends a message if the client subscribed to its channel; waits for nothing. */
    void send(final LogChannel channel, final long timeNs, final byte[] message) {
        final Integer id = subscriptions.get(channel);
        if (id != null) {
            send(ByteBuffer.allocate(Byte.BYTES + Integer.BYTES + Long.BYTES + message.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(MESSAGE_DATA)
                    .putInt(id)
                    .putLong(timeNs)
                    .put(message)
                    .flip());
        }
    }

    /** Sends the time of the newest frame. */
    void sendTime(final long timeNs) {
        send(ByteBuffer.allocate(Byte.BYTES + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(TIME)
                .putLong(timeNs)
                .flip());
    }

    private void send(final ByteBuffer message) {
        if (hasRoom()) {
            try {
                socket.send(message);
            } catch (final WebsocketNotConnectedException left) {
                dropped.increment();
            }
        }
    }

    /** Sends a JSON text. */
    void send(final String json) {
        if (hasRoom()) {
            try {
                socket.send(json);
            } catch (final WebsocketNotConnectedException left) {
                dropped.increment();
            }
        }
    }

    private boolean hasRoom() {
        if (socket.outQueue.size() < WAITING_MAX) {
            return true;
        }
        dropped.increment();
        return false;
    }

    /** Cuts the client off when its queue has been full for too long; to be called now and then, by one thread. */
    void check(final long nowNs) {
        final boolean wasFull = full;
        full = socket.outQueue.size() >= WAITING_MAX;
        if (full && !wasFull) {
            fullSinceNs = nowNs;
        } else if (full && nowNs - fullSinceNs > STUCK_NS) {
            socket.closeConnection(CloseFrame.POLICY_VALIDATION, "too slow");
        }
    }
}
