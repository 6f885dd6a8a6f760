package gaitd.runtime.adapt;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Weights from a learner for the policy slot, with their version and what they shall do.
 *
 * <p>Little-endian: format, version, parent, first 8 bytes of the shipped bundle's hash (64 bits each), role and number of
 * weights (32 bits each), a sum over all the rest (64 bits), the weights (floats, in the order of the bundle's cells). All
 * messages for one bundle have the same length. Reading and writing allocates nothing. Not thread-safe.
 */
public final class WeightsMessage {
    /** Format of the messages, and version of the slot's contents; changes with any change of the layout. */
    public static final long FORMAT = 0x3154_4857_4449_4147L;

    private static final int AT_FORMAT = 0;
    private static final int AT_ID = 8;
    private static final int AT_PARENT = 16;
    private static final int AT_SHIPPED = 24;
    private static final int AT_ROLE = 32;
    private static final int AT_COUNT = 36;
    private static final int AT_CHECKSUM = 40;
    private static final int AT_WEIGHTS = 48;
    private static final WeightsRole[] ROLES = WeightsRole.values();
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;
    private static final int HEX_DIGITS = 16;

    /** Number of the version, 1 or more, counted by the learner's store. */
    public long id;
    /** Version that it was made from, 0 for the bundle as shipped. */
    public long parent;
    /** First 8 bytes of the shipped bundle's hash, see {@link #shipped(String)}. */
    public long shipped;
    /** What the weights shall do. */
    public WeightsRole role = WeightsRole.NONE;
    /** The weights, as {@code PolicyCell.load} takes them. */
    public final float[] weights;

    /**
     * A message of zeros.
     *
     * @param weightCount number of weights of the bundle's network
     */
    public WeightsMessage(final int weightCount) {
        weights = new float[weightCount];
    }

    /**
     * A bundle's mark in messages and in the experience.
     *
     * @param sha256 the bundle's hash, 64 hex digits
     * @return its first 8 bytes
     */
    public static long shipped(final String sha256) {
        return Long.parseUnsignedLong(sha256, 0, HEX_DIGITS, HEX_DIGITS);
    }

    /**
     * Length of a message.
     *
     * @return bytes, the same for all of this number of weights
     */
    public int bytesLong() {
        return AT_WEIGHTS + Float.BYTES * weights.length;
    }

    /**
     * Writes the message.
     *
     * @param out written from 0, {@link #bytesLong()} bytes
     */
    public void write(final MutableDirectBuffer out) {
        out.putLong(AT_FORMAT, FORMAT, ByteOrder.LITTLE_ENDIAN);
        out.putLong(AT_ID, id, ByteOrder.LITTLE_ENDIAN);
        out.putLong(AT_PARENT, parent, ByteOrder.LITTLE_ENDIAN);
        out.putLong(AT_SHIPPED, shipped, ByteOrder.LITTLE_ENDIAN);
        out.putInt(AT_ROLE, role.ordinal(), ByteOrder.LITTLE_ENDIAN);
        out.putInt(AT_COUNT, weights.length, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < weights.length; i++) {
            out.putFloat(AT_WEIGHTS + Float.BYTES * i, weights[i], ByteOrder.LITTLE_ENDIAN);
        }
        out.putLong(AT_CHECKSUM, sum(out), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a message, and checks all that can be checked without knowing earlier ones.
     *
     * @param in holds {@link #bytesLong()} bytes from 0
     * @param expected the bundle that it has to be for, see {@link #shipped(String)}
     * @return {@link WeightsCheck#TAKEN}, or why not: then this message's fields are not to be used
     */
    public WeightsCheck read(final DirectBuffer in, final long expected) {
        if (in.getLong(AT_FORMAT, ByteOrder.LITTLE_ENDIAN) != FORMAT) {
            return WeightsCheck.FORMAT;
        }
        if (in.getLong(AT_SHIPPED, ByteOrder.LITTLE_ENDIAN) != expected) {
            return WeightsCheck.SHIPPED;
        }
        if (in.getInt(AT_COUNT, ByteOrder.LITTLE_ENDIAN) != weights.length) {
            return WeightsCheck.COUNT;
        }
        final int roleNumber = in.getInt(AT_ROLE, ByteOrder.LITTLE_ENDIAN);
        if (roleNumber < 0 || roleNumber >= ROLES.length) {
            return WeightsCheck.ROLE;
        }
        if (in.getLong(AT_CHECKSUM, ByteOrder.LITTLE_ENDIAN) != sum(in)) {
            return WeightsCheck.CHECKSUM;
        }
        id = in.getLong(AT_ID, ByteOrder.LITTLE_ENDIAN);
        parent = in.getLong(AT_PARENT, ByteOrder.LITTLE_ENDIAN);
        shipped = expected;
        role = ROLES[roleNumber];
        boolean finite = true;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.getFloat(AT_WEIGHTS + Float.BYTES * i, ByteOrder.LITTLE_ENDIAN);
            finite &= Float.isFinite(weights[i]);
        }
        return finite ? WeightsCheck.TAKEN : WeightsCheck.NOT_FINITE;
    }

    /** Over everything but the sum itself. */
    private long sum(final DirectBuffer bytes) {
        long sum = weights.length;
        for (int at = 0; at < AT_CHECKSUM; at += Long.BYTES) {
            sum = mixed(sum, bytes.getLong(at, ByteOrder.LITTLE_ENDIAN));
        }
        for (int at = AT_WEIGHTS; at < bytesLong(); at += Float.BYTES) {
            sum = mixed(sum, bytes.getInt(at, ByteOrder.LITTLE_ENDIAN));
        }
        return sum;
    }

    private static long mixed(final long sum, final long word) {
        final long mixed = (sum ^ word) * PRIME;
        return mixed ^ (mixed >>> 29);
    }
}
