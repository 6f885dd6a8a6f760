package gaitd.robot.record;

import gaitd.runtime.frame.FrameReader;
import gaitd.runtime.frame.TickFrame;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Records from a thread of its own, so that a slow disk holds up nobody else; what it is too slow for is counted. */
public final class RecordThread implements AutoCloseable {
    private static final long IDLE_NS = 10_000_000L;

    private final FrameReader reader;
    private final FrameLog log;
    private final Consumer<String> say;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Begins to record.
     *
     * @param reader frames, from now on used by this thread only
     * @param log closed with this
     * @param say takes a line for people
     */
    public RecordThread(final FrameReader reader, final FrameLog log, final Consumer<String> say) {
        this.reader = reader;
        this.log = log;
        this.say = say;
        thread = Thread.ofPlatform().name("recorder").daemon().start(this::run);
    }

    private void run() {
        try {
            boolean last = false;
            while (!last) {
                last = closing;
                for (TickFrame frame = reader.poll(); frame != null; frame = reader.poll()) {
                    log.take(frame);
                }
                if (!last) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        } catch (final RuntimeException | InternalError failed) {
            say.accept("recording ended: " + failed);
        } finally {
            log.close();
        }
    }

    /**
     * What is recorded so far; may be asked for by any thread.
     *
     * @return at most a second old
     */
    public RecordProgress progress() {
        return log.progress();
    }

    /**
     * What was recorded, in words; to be called after {@link #close}.
     *
     * @return one line, or empty when nothing was
     */
    public String summary() {
        return log.summary();
    }

    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
