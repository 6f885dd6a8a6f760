package gaitd.runtime.frame;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A record in a fixed binary layout that an enum of fields declares; its first field is the layout's version, a 64-bit integer.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 *
 * @param <F> the fields
 */
public abstract class FieldFrame<F extends FrameField> {
    private final UnsafeBuffer buffer;
    private final long version;

    /** A frame of zeros that carries the layout's version. */
    FieldFrame(final int bytes, final long version) {
        buffer = new UnsafeBuffer(new byte[bytes]);
        this.version = version;
        buffer.putLong(0, version, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The frame's bytes.
     *
     * @return live view of all of them
     */
    public final DirectBuffer bytes() {
        return buffer;
    }

    /**
     * Takes over another frame's bytes.
     *
     * @param source where the frame is
     * @param offset where it starts
     * @return whether its version is known; if not, nothing is taken
     */
    public final boolean copyFrom(final DirectBuffer source, final int offset) {
        if (source.getLong(offset, ByteOrder.LITTLE_ENDIAN) != version) {
            return false;
        }
        buffer.putBytes(0, source, offset, buffer.capacity());
        return true;
    }

    /**
     * Sets an integer field.
     *
     * @param field a field of integers
     * @param value the value
     */
    public final void put(final F field, final long value) {
        put(field, 0, value);
    }

    /**
     * Sets one value of an integer field.
     *
     * @param field a field of integers
     * @param index which value
     * @param value the value
     */
    public final void put(final F field, final int index, final long value) {
        final int at = field.offset() + index * field.kind().bytes;
        if (field.kind() == FieldKind.I64) {
            buffer.putLong(at, value, ByteOrder.LITTLE_ENDIAN);
        } else {
            buffer.putInt(at, (int) value, ByteOrder.LITTLE_ENDIAN);
        }
    }

    /**
     * Sets one value of a floating-point field.
     *
     * @param field a field of floats
     * @param index which value
     * @param value the value; rounded to float where the field is one
     */
    public final void putReal(final F field, final int index, final double value) {
        final int at = field.offset() + index * field.kind().bytes;
        if (field.kind() == FieldKind.F64) {
            buffer.putDouble(at, value, ByteOrder.LITTLE_ENDIAN);
        } else {
            buffer.putFloat(at, (float) value, ByteOrder.LITTLE_ENDIAN);
        }
    }

    /**
     * Sets all values of a floating-point field.
     *
     * @param field a field of floats
     * @param values at least as many values as the field has
     */
    public final void putReals(final F field, final double[] values) {
        for (int i = 0; i < field.count(); i++) {
            putReal(field, i, values[i]);
        }
    }

    /**
     * Sets all values of a 32-bit integer field.
     *
     * @param field a field of integers
     * @param values at least as many values as the field has
     */
    public final void putInts(final F field, final int[] values) {
        for (int i = 0; i < field.count(); i++) {
            put(field, i, values[i]);
        }
    }

    /**
     * Sets all bytes of a field.
     *
     * @param field any field
     * @param values at least as many bytes as the field has
     */
    public final void putBytes(final F field, final byte[] values) {
        buffer.putBytes(field.offset(), values, 0, field.count() * field.kind().bytes);
    }

    /**
     * Reads all bytes of a field.
     *
     * @param field any field
     * @param out overwritten from its start; at least as many bytes as the field has
     */
    public final void getBytes(final F field, final byte[] out) {
        buffer.getBytes(field.offset(), out, 0, field.count() * field.kind().bytes);
    }

    /**
     * Reads an integer field's first value.
     *
     * @param field a field of integers
     * @return the value
     */
    public final long get(final F field) {
        return get(field, 0);
    }

    /**
     * Reads one value of an integer field.
     *
     * @param field a field of integers
     * @param index which value
     * @return the value
     */
    public final long get(final F field, final int index) {
        final int at = field.offset() + index * field.kind().bytes;
        return field.kind() == FieldKind.I64
                ? buffer.getLong(at, ByteOrder.LITTLE_ENDIAN)
                : buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads one value of a floating-point field.
     *
     * @param field a field of floats
     * @param index which value
     * @return the value
     */
    public final double real(final F field, final int index) {
        final int at = field.offset() + index * field.kind().bytes;
        return field.kind() == FieldKind.F64
                ? buffer.getDouble(at, ByteOrder.LITTLE_ENDIAN)
                : buffer.getFloat(at, ByteOrder.LITTLE_ENDIAN);
    }
}
