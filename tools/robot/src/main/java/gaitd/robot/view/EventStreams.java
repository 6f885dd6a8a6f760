package gaitd.robot.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The open event streams: each runs on its own thread and writes the newest event whenever it is ready for one.
 *
 * <p>A stream whose client does not take an event within {@link #STUCK_NS} is cut off. One too many takes the place of the oldest, so
 * that clients which only hold their places, and whose buffers are not full yet, keep nobody out. Thread-safe.
 */
final class EventStreams {
    /** Streams open at a time. */
    static final int MAX_STREAMS = 16;
    /** A write that takes longer ends the stream, ns. */
    static final long STUCK_NS = 2_000_000_000L;

    /** A comment is written this often without events, so that closed clients are detected. */
    private static final long QUIET_NS = 1_000_000_000L;

    private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIGN_OF_LIFE = ": quiet\n\n".getBytes(StandardCharsets.US_ASCII);

    private final LatestEvent latest;
    private final Queue<Stream> open = new ConcurrentLinkedQueue<>();

    /**
     * Without streams.
     *
     * @param latest where events come from
     */
    EventStreams(final LatestEvent latest) {
        this.latest = latest;
    }

    /**
     * Serves a stream until its client leaves.
     *
     * @param exchange a request that has had no answer
     * @throws IOException when the client left, or lost its place
     */
    void serve(final HttpExchange exchange) throws IOException {
        final Stream stream = new Stream(Thread.currentThread());
        open.add(stream);
        if (open.size() > MAX_STREAMS) {
            final Stream oldest = open.poll();
            if (oldest != null) {
                oldest.thread.interrupt();
            }
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            stream.run(exchange.getResponseBody());
        } catch (final InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(stream);
        }
    }

    /**
     * Cuts off streams that have been stuck in a write for too long.
     *
     * @param nowNs {@link System#nanoTime()}
     * @return how many
     */
    int dropStuck(final long nowNs) {
        int dropped = 0;
        for (final Stream stream : open) {
            if (stream.writing && nowNs - stream.writingSinceNs > STUCK_NS) {
                stream.thread.interrupt();
                dropped++;
            }
        }
        return dropped;
    }

    /**
     * Streams open now.
     *
     * @return how many
     */
    int count() {
        return open.size();
    }

    private final class Stream {
        private final Thread thread;
        private final LatestEvent.Cursor cursor = new LatestEvent.Cursor();
        private volatile long writingSinceNs;
        private volatile boolean writing;

        private Stream(final Thread thread) {
            this.thread = thread;
        }

        private void run(final OutputStream out) throws IOException, InterruptedException {
            write(out, SIGN_OF_LIFE);
            while (true) {
                final byte[] event = latest.await(cursor, QUIET_NS);
                write(out, event == null ? SIGN_OF_LIFE : framed(event));
            }
        }

        private void write(final OutputStream out, final byte[] bytes) throws IOException {
            writingSinceNs = System.nanoTime();
            writing = true;
            out.write(bytes);
            out.flush();
            writing = false;
        }

        private static byte[] framed(final byte[] event) {
            final byte[] all = new byte[BEFORE.length + event.length + AFTER.length];
            System.arraycopy(BEFORE, 0, all, 0, BEFORE.length);
            System.arraycopy(event, 0, all, BEFORE.length, event.length);
            System.arraycopy(AFTER, 0, all, BEFORE.length + event.length, AFTER.length);
            return all;
        }
    }
}
