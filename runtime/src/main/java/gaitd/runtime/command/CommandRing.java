package gaitd.runtime.command;

import gaitd.policies.cpg.Gait;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * The one way in: operator commands from any thread to the control thread, bounded and lock-free.
 *
 * <p>{@link #offer} may be called from any thread; {@link #poll} by the control thread only, where it allocates nothing.
 */
public final class CommandRing {
    private static final int COMMAND = 1;
    private static final int CAPACITY_BYTES = 1 << 14;
    private static final int LENGTH = 40;
    private static final OperatorRequest[] REQUESTS = OperatorRequest.values();
    private static final Gait[] GAITS = Gait.values();

    private final ManyToOneRingBuffer ring = new ManyToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY_BYTES + RingBufferDescriptor.TRAILER_LENGTH)));
    private final MessageHandler handler = this::decode;
    private OperatorCommand target;

    /**
     * Sends a command.
     *
     * @param request what is asked for
     * @param gait the gait to use, or null to keep it
     * @param vx forward velocity, m/s
     * @param vy leftward velocity, m/s
     * @param yawRate yaw rate, rad/s
     * @return false when the ring is full; the command was not sent
     */
    public boolean offer(
            final OperatorRequest request, final Gait gait, final double vx, final double vy, final double yawRate) {
        final int index = ring.tryClaim(COMMAND, LENGTH);
        if (index < 0) {
            return false;
        }
        final var buffer = ring.buffer();
        buffer.putInt(index, request.ordinal());
        buffer.putInt(index + 4, gait == null ? -1 : gait.ordinal());
        buffer.putDouble(index + 8, vx);
        buffer.putDouble(index + 16, vy);
        buffer.putDouble(index + 24, yawRate);
        ring.commit(index);
        return true;
    }

    /**
     * Takes the oldest waiting command.
     *
     * @param out overwritten when there was one
     * @return whether there was one
     */
    public boolean poll(final OperatorCommand out) {
        target = out;
        return ring.read(handler, 1) == 1;
    }

    private void decode(final int type, final DirectBuffer buffer, final int index, final int length) {
        target.sequence++;
        target.request = REQUESTS[buffer.getInt(index)];
        final int gait = buffer.getInt(index + 4);
        target.gait = gait < 0 ? null : GAITS[gait];
        target.vx = buffer.getDouble(index + 8);
        target.vy = buffer.getDouble(index + 16);
        target.yawRate = buffer.getDouble(index + 24);
    }
}
