package gaitd.robot.record;

import gaitd.runtime.adapt.PolicySlot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a learner published in the policy slot, as a ROS 1 message.
 *
 * @param generation number of the slot's contents
 * @param format version of the contents' format
 * @param contents as they were, see {@link gaitd.runtime.adapt.WeightsMessage}
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeightsRecord(long generation, long format, byte[] contents) {
    /** Name of the schema. */
    public static final String NAME = "gaitd/PolicyWeights";

    /** Definition of the schema. */
    static final String TEXT = "int64 generation  # -\nint64 format  # -\nuint8[] contents  # -\n";

    private static final int HEAD_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /** The policy taken last. */
    static WeightsRecord of(final PolicySlot slot) {
        final byte[] contents = new byte[slot.length()];
        slot.contents().getBytes(0, contents);
        return new WeightsRecord(slot.generation(), slot.version(), contents);
    }

    /**
     * Reads a message.
     *
     * @param message its bytes
     * @return what it holds; null when it is none
     */
    public static WeightsRecord of(final byte[] message) {
        final ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (message.length <= HEAD_BYTES
                || message.length > HEAD_BYTES + PolicySlot.CONTENT_MAX_BYTES
                || in.getInt(2 * Long.BYTES) != message.length - HEAD_BYTES) {
            return null;
        }
        final byte[] contents = new byte[message.length - HEAD_BYTES];
        in.get(HEAD_BYTES, contents);
        return new WeightsRecord(in.getLong(0), in.getLong(Long.BYTES), contents);
    }

    /** The message. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEAD_BYTES + contents.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(generation)
                .putLong(format)
                .putInt(contents.length)
                .put(contents)
                .array();
    }
}
