package gaitd.robot.record;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Makes the messages of {@link LogChannel} out of frames of one loop, from its begin on. Their times are the loop's clock, set to the wall
 * clock once. Used by one thread.
 */
public final class FrameMessages {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long SCENE_NS = NS_PER_S / 25;

    /** Takes messages. */
    @FunctionalInterface
    public interface Sink {
        /**
         * The next message.
         *
         * @param channel where it belongs
         * @param timeNs wall clock, ns since 1970
         * @param message its bytes; those of {@link LogChannel#TICK} are overwritten by the next tick
         * @throws IOException when it cannot be taken
         */
        void take(LogChannel channel, long timeNs, byte[] message) throws IOException;
    }

    private final FoxgloveJson json = new FoxgloveJson();
    private final LogEvents events = new LogEvents();
    private final byte[] tick = new byte[TickFrame.SIZE];
    private final long offsetNs;
    private long sceneNs;

    /**
     * Messages of a loop.
     *
     * @param first the first frame
     * @param wall now, by the wall clock
     * @param clockNs the loop's clock
     */
    public FrameMessages(final TickFrame first, final Instant wall, final LongSupplier clockNs) {
        offsetNs = wall.getEpochSecond() * NS_PER_S + wall.getNano() - clockNs.getAsLong();
        sceneNs = loopNs(first) - SCENE_NS;
    }

    /** When the tick began, on the loop's clock, ns. */
    static long loopNs(final TickFrame frame) {
        return frame.get(TickField.SCHEDULED_NS) + frame.get(TickField.WAKEUP_LATENESS_NS);
    }

    /** Wall clock minus the loop's clock, ns. */
    long offsetNs() {
        return offsetNs;
    }

    /**
     * When a tick began.
     *
     * @param frame of the tick
     * @return wall clock, ns since 1970
     */
    public long timeNs(final TickFrame frame) {
        return loopNs(frame) + offsetNs;
    }

    /**
     * Gives all messages of a frame.
     *
     * @param frame not kept
     * @param sink takes them
     * @throws IOException when the sink fails
     */
    public void of(final TickFrame frame, final Sink sink) throws IOException {
        final long loopNs = loopNs(frame);
        final long timeNs = loopNs + offsetNs;
        frame.bytes().getBytes(0, tick);
        sink.take(LogChannel.TICK, timeNs, tick);
        for (final LogEvents.Event it : events.of(frame)) {
            sink.take(LogChannel.LOG, timeNs, json.log(timeNs, it.level(), it.line()));
        }
        // Before the first state of the robot its pose is not known.
        if (loopNs - sceneNs >= SCENE_NS && frame.get(TickField.STATES_ACCEPTED) > 0) {
            sceneNs = loopNs - Math.floorMod(loopNs, SCENE_NS);
            sink.take(LogChannel.TRANSFORMS, timeNs, json.transforms(frame, timeNs));
            sink.take(LogChannel.POSE, timeNs, json.pose(frame, timeNs));
        }
    }

    /**
     * Gives the message that frames were lost.
     *
     * @param frame the next that was not
     * @param count how many were
     * @param sink takes the message
     * @throws IOException when the sink fails
     */
    public void lost(final TickFrame frame, final long count, final Sink sink) throws IOException {
        final String line = count + " frames lost before tick " + frame.get(TickField.TICK);
        sink.take(LogChannel.LOG, timeNs(frame), json.log(timeNs(frame), LogEvents.WARNING, line));
    }

    /** The robot as URDF. */
    static byte[] urdf() {
        return A1Urdf.text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The message of {@link LogChannel#DESCRIPTION}: a ROS 1 text, its length in 4 bytes, then itself.
     *
     * @return its bytes
     */
    public static byte[] description() {
        final byte[] urdf = urdf();
        return ByteBuffer.allocate(Integer.BYTES + urdf.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(urdf.length)
                .put(urdf)
                .array();
    }
}
