package gaitd.runtime.frame;

import java.nio.ByteBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;

/**
 * One writer publishes frames of one layout; any number of readers each follow at their own pace.
 *
 * <p>The writer never waits and never fails: a reader that falls more than the ring's length behind loses frames and
 * can tell how many from their numbers. Publishing allocates nothing, locks nothing and makes no system call. The
 * ring's memory is this process's own or a file that other processes map; a reader only ever reads it.
 *
 * @param <T> the frames
 */
public abstract class FrameRing<T extends FieldFrame<?>> {
    /** Message type of a frame in a ring. */
    static final int FRAME = 1;

    private final AtomicBuffer memory;
    private final BroadcastTransmitter transmitter;

    /** A ring in memory of its own, for readers in this process. */
    FrameRing(final int memoryBytes) {
        this(new UnsafeBuffer(ByteBuffer.allocateDirect(memoryBytes)));
    }

    /** The writer's end of a ring in given memory: zeros, aligned to 8, written by nobody else. */
    FrameRing(final AtomicBuffer memory) {
        this.memory = memory;
        transmitter = new BroadcastTransmitter(memory);
    }

    /** What readers in this process read. */
    final AtomicBuffer memory() {
        return memory;
    }

    /**
     * Publishes a copy of a frame. Called by the control thread.
     *
     * @param frame not modified
     */
    public final void publish(final T frame) {
        transmitter.transmit(FRAME, frame.bytes(), 0, frame.bytes().capacity());
    }
}
