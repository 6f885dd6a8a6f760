package gaitd.robot.foxglove;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonReader;
import gaitd.robot.record.LogChannel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that speaks the protocol by the JDK's own web socket. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private static final long WITHIN_S = 20;

    /**
     * A message of a channel.
     *
     * @param subscription the client's number
     * @param timeNs ns since 1970
     * @param bytes of the message
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Data(int subscription, long timeNs, byte[] bytes) {}

    final BlockingQueue<Map<?, ?>> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<Data> data = new LinkedBlockingQueue<>();
    final BlockingQueue<Long> times = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
    private final StringBuilder half = new StringBuilder();
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
    private final HttpClient http = HttpClient.newHttpClient();
    final WebSocket socket;

    /** Connects; throws a CompletionException when it is refused. */
    SocketClient(final String address, final String protocol) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (protocol != null) {
            builder = builder.subprotocols(protocol);
        }
        socket = builder.buildAsync(URI.create(address), this).join();
    }

    SocketClient(final String address) {
        this(address, FoxgloveTexts.PROTOCOL);
    }

    /** Subscribes to a channel by its own number. */
    void subscribe(final LogChannel channel, final long id) {
        say("{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":" + id + ",\"channelId\":" + channel.id() + "}]}");
    }

    void say(final String text) {
        socket.sendText(text, true).join();
    }

    /** The next text; what never comes fails. */
    Map<?, ?> text() throws InterruptedException {
        return next(texts);
    }

    static <T> T next(final BlockingQueue<T> queue) throws InterruptedException {
        final T next = queue.poll(WITHIN_S, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence text, final boolean last) {
        half.append(text);
        if (last) {
            try {
                texts.add((Map<?, ?>) JsonReader.parse(half.toString()));
            } catch (final FormatException e) {
                throw new AssertionError(half.toString(), e);
            }
            half.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(final WebSocket from, final ByteBuffer part, final boolean last) {
        bytes.put(part);
        if (last) {
            take(bytes.flip().order(ByteOrder.LITTLE_ENDIAN));
            bytes = ByteBuffer.allocate(1 << 20);
        }
        from.request(1);
        return null;
    }

    private void take(final ByteBuffer message) {
        switch (message.get()) {
            case 1 -> {
                final int subscription = message.getInt();
                final long timeNs = message.getLong();
                final byte[] body = new byte[message.remaining()];
                message.get(body);
                data.add(new Data(subscription, timeNs, body));
            }
            case 2 -> times.add(message.getLong());
            default -> throw new AssertionError("an opcode that was never asked for");
        }
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason) {
        closes.add(code);
        return null;
    }

    @Override
    public void onError(final WebSocket from, final Throwable failure) {
        closes.add(-1);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
