package gaitd.hal.bus;

import gaitd.hal.serial.SerialLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongSupplier;

/**
 * Asks single motors of a bus that nobody drives, for tools: one command, then its reply, and how long that took.
 *
 * <p>Used by one thread. What arrives unasked is dropped.
 */
public final class MotorProbe {
    private static final int READS_MAX = 64;

    private final SerialLine line;
    private final LongSupplier clock;
    private final long timeoutNs;
    private final ReplyStream stream = new ReplyStream(new BusCounters());
    private final byte[] frame = new byte[MotorCommandCodec.SIZE];
    private final ByteBuffer view = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    private long turnaroundNs;

    /**
     * A probe.
     *
     * @param line the bus, not closed by this
     * @param clock ns
     * @param timeoutNs longest wait for a reply, ns
     */
    public MotorProbe(final SerialLine line, final LongSupplier clock, final long timeoutNs) {
        this.line = line;
        this.clock = clock;
        this.timeoutNs = timeoutNs;
    }

    /**
     * Sends a command and waits for the reply of its motor.
     *
     * @param command not modified
     * @param reply overwritten when there is one
     * @return whether the motor answered in time
     */
    public boolean ask(final MotorCommand command, final MotorReply reply) {
        drop();
        MotorCommandCodec.encode(command, view);
        final long sentNs = clock.getAsLong();
        if (!line.write(frame, 0, frame.length)) {
            return false;
        }
        for (long leftNs = timeoutNs;
                leftNs > 0 && line.await(leftNs);
                leftNs = sentNs + timeoutNs - clock.getAsLong()) {
            final int taken = line.read(stream.bytes, stream.length(), stream.room());
            stream.added(Math.max(0, taken));
            while (stream.next(reply)) {
                if (reply.id == command.id) {
                    turnaroundNs = clock.getAsLong() - sentNs;
                    return true;
                }
            }
        }
        return false;
    }

    private void drop() {
        stream.clear();
        for (int i = 0; i < READS_MAX && line.read(stream.bytes, 0, stream.room()) > 0; i++) {
            stream.clear();
        }
    }

    /**
     * How long the last answered command took.
     *
     * @return from before it was written until its reply was complete, ns
     */
    public long turnaroundNs() {
        return turnaroundNs;
    }
}
