package gaitd.runtime.frame;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.agrona.concurrent.broadcast.CopyBroadcastReceiver;

/**
 * Follows a {@link FrameRing} from one thread.
 *
 * @param <T> the frames
 */
public abstract class RingReader<T extends FieldFrame<?>> {
    private final CopyBroadcastReceiver receiver;
    private final MessageHandler handler = this::take;
    private final T frame;
    private long lastNumber = -1;
    private long lost;
    private boolean arrived;

    /** A reader of given memory that sees what is published from now on, and copies it into a frame. */
    RingReader(final AtomicBuffer memory, final T frame) {
        this.frame = frame;
        receiver = new CopyBroadcastReceiver(
                new BroadcastReceiver(memory),
                new UnsafeBuffer(new byte[frame.bytes().capacity() + Long.BYTES]));
    }

    /** Number of a frame: one more than that of the frame published before it. */
    abstract long number(T taken);

    /**
     * Takes the next frame if there is one.
     *
     * @return the reader's own frame, overwritten by the next poll, or null when there is nothing new
     */
    public final T poll() {
        arrived = false;
        try {
            receiver.receive(handler);
        } catch (final IllegalStateException | IndexOutOfBoundsException lappedOrGarbage) {
            return null;
        }
        if (!arrived) {
            return null;
        }
        final long number = number(frame);
        if (lastNumber >= 0 && number > lastNumber + 1) {
            lost += number - lastNumber - 1;
        }
        lastNumber = number;
        return frame;
    }

    private void take(final int type, final DirectBuffer buffer, final int offset, final int length) {
        arrived = type == FrameRing.FRAME && length == frame.bytes().capacity() && frame.copyFrom(buffer, offset);
    }

    /**
     * Frames that were overwritten before this reader read them.
     *
     * @return how many so far
     */
    public final long lostFrames() {
        return lost;
    }
}
