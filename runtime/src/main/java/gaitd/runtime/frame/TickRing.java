package gaitd.runtime.frame;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.agrona.concurrent.broadcast.CopyBroadcastReceiver;

/**
 * One writer publishes tick frames; any number of readers each follow at their own pace.
 *
 * <p>The writer never waits and never fails: a reader that falls more than the ring's length behind loses frames and
 * can tell how many from {@link TickField#TICK}. Publishing allocates nothing.
 */
public final class TickRing {
    /** Message type of a frame in the ring. */
    private static final int FRAME = 1;

    private static final int CAPACITY_BYTES = 1 << 22;

    private final UnsafeBuffer memory =
            new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY_BYTES + BroadcastBufferDescriptor.TRAILER_LENGTH));
    private final BroadcastTransmitter transmitter = new BroadcastTransmitter(memory);

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
        return new Reader(new CopyBroadcastReceiver(
                new BroadcastReceiver(memory), new UnsafeBuffer(new byte[TickFrame.SIZE + Long.BYTES])));
    }

    /** Follows a {@link TickRing} from one thread. */
    public static final class Reader {
        private final CopyBroadcastReceiver receiver;
        private final TickFrame frame = new TickFrame();
        private long lastTick = -1;
        private long lost;
        private boolean arrived;

        private Reader(final CopyBroadcastReceiver receiver) {
            this.receiver = receiver;
        }

        /**
         * Takes the next frame if there is one.
         *
         * @return the reader's own frame, overwritten by the next poll, or null when there is nothing new
         */
        public TickFrame poll() {
            arrived = false;
            try {
                receiver.receive((type, buffer, offset, length) -> arrived = frame.copyFrom(buffer, offset));
            } catch (final IllegalStateException lapped) {
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

        /**
         * Frames that were overwritten before this reader came to them.
         *
         * @return how many so far
         */
        public long lostFrames() {
            return lost;
        }
    }
}
