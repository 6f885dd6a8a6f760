package gaitd.robot.view;

/**
 * Publishes the newest event to any number of waiting streams; a slow stream misses the events in between.
 *
 * <p>Thread-safe. The publisher never waits for a stream.
 */
final class LatestEvent {
    private byte[] event = new byte[0];
    private long number;
    private boolean closed;

    /**
     * Replaces the event and wakes the streams.
     *
     * @param next the event; not modified afterwards
     */
    synchronized void publish(final byte[] next) {
        event = next;
        number++;
        notifyAll();
    }

    /** Ends the waiting of all streams. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Waits for an event other than the one a stream has seen.
     *
     * @param cursor the stream's place, moved on
     * @param timeoutNs longest wait, ns
     * @return the newest event, or null when none came in time
     * @throws InterruptedException when the stream is to end
     */
    synchronized byte[] await(final Cursor cursor, final long timeoutNs) throws InterruptedException {
        final long deadlineNs = System.nanoTime() + timeoutNs;
        while (number == cursor.seen && !closed) {
            final long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return null;
            }
            wait(leftMs);
        }
        if (closed) {
            throw new InterruptedException("closed");
        }
        cursor.seen = number;
        return event;
    }

    /** Position of one stream. */
    static final class Cursor {
        private long seen;
    }
}
