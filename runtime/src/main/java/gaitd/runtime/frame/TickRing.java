package gaitd.runtime.frame;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.agrona.concurrent.broadcast.CopyBroadcastReceiver;

/**
 * One writer publishes tick frames; any number of readers each follow at their own pace.
 *
 * <p>The writer never waits and never fails: a reader that falls more than the ring's length behind loses frames and
 * can tell how many from {@link TickField#TICK}. Publishing allocates nothing, locks nothing and makes no system call. The
 * ring's memory is this process's own or a file that other processes map; a reader only ever reads it.
 */
public final class TickRing {
    /** Message type of a frame in the ring. */
    private static final int FRAME = 1;

    private static final int CAPACITY_BYTES = 1 << 22;

    /** Memory that a ring takes: about 3 seconds of frames at 1 kHz. */
    public static final int MEMORY_BYTES = CAPACITY_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH;

    private final AtomicBuffer memory;
    private final BroadcastTransmitter transmitter;

    /** A ring in memory of its own, for readers in this process. */
    public TickRing() {
        this(new UnsafeBuffer(ByteBuffer.allocateDirect(MEMORY_BYTES)));
    }

    /**
     * The writer's end of a ring in given memory.
     *
     * @param memory {@link #MEMORY_BYTES} zeros, aligned to 8, written by nobody else
     */
    public TickRing(final AtomicBuffer memory) {
        this.memory = memory;
        transmitter = new BroadcastTransmitter(memory);
    }

    /**
     * Publishes a copy of a frame. Called by the control thread once a tick.
     *
     * @param frame not modified
     */
    public void publish(final TickFrame frame) {
        transmitter.transmit(FRAME, frame.bytes(), 0, TickFrame.SIZE);
    }

    /**
     * A new reader that sees the frames published from now on. Each reader belongs to one thread.
     *
     * @return the reader
     */
    public Reader newReader() {
        return readerOf(memory);
    }

    /**
     * A new reader of a ring that another process writes; it sees the frames published from now on.
     *
     * @param memory {@link #MEMORY_BYTES} that begin where the writer's do; may be read-only
     * @return the reader
     */
    public static Reader readerOf(final AtomicBuffer memory) {
        return new Reader(new CopyBroadcastReceiver(
                new BroadcastReceiver(memory), new UnsafeBuffer(new byte[TickFrame.SIZE + Long.BYTES])));
    }

    /** Follows a {@link TickRing} from one thread. */
    public static final class Reader implements FrameReader {
        private final CopyBroadcastReceiver receiver;
        private final MessageHandler handler = this::take;
        private final TickFrame frame = new TickFrame();
        private long lastTick = -1;
        private long lost;
        private boolean arrived;

        private Reader(final CopyBroadcastReceiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public TickFrame poll() {
            arrived = false;
            try {
                receiver.receive(handler);
            } catch (final IllegalStateException | IndexOutOfBoundsException lappedOrGarbage) {
                return null;
            }
            if (!arrived) {
                return null;
            }
            final long tick = frame.get(TickField.TICK);
            if (lastTick >= 0 && tick > lastTick + 1) {
                lost += tick - lastTick - 1;
            }
            lastTick = tick;
            return frame;
        }

        private void take(final int type, final DirectBuffer buffer, final int offset, final int length) {
            arrived = type == FRAME && length == TickFrame.SIZE && frame.copyFrom(buffer, offset);
        }

        @Override
        public long lostFrames() {
            return lost;
        }
    }
}
