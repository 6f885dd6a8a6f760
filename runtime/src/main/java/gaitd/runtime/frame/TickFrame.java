package gaitd.runtime.frame;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Everything one tick measured, estimated and commanded, in one fixed binary layout.
 *
 * <p>The control thread fills one frame a tick in place; readers copy frames out of a {@link TickRing}. Not
 * thread-safe; allocates nothing after construction.
 */
public final class TickFrame {
    /** Version of the layout; changes with any change of {@link TickField}. */
    public static final long VERSION = 3;
    /** Size of a frame, bytes. */
    public static final int SIZE = TickField.totalBytes();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[SIZE]);

    /** A frame of zeros that carries the layout's version. */
    public TickFrame() {
        put(TickField.VERSION, VERSION);
    }

    /**
     * The frame's bytes.
     *
     * @return live view, {@link #SIZE} bytes
     */
    public DirectBuffer bytes() {
        return buffer;
    }

    /**
     * Takes over another frame's bytes.
     *
     * @param source where the frame is
     * @param offset where it starts
     * @return whether its version is known; if not, nothing is taken
     */
    public boolean copyFrom(final DirectBuffer source, final int offset) {
        if (source.getLong(offset + TickField.VERSION.offset(), ByteOrder.LITTLE_ENDIAN) != VERSION) {
            return false;
        }
        buffer.putBytes(0, source, offset, SIZE);
        return true;
    }

    /**
     * Sets an integer field.
     *
     * @param field a field of integers
     * @param value the value
     */
    public void put(final TickField field, final long value) {
        put(field, 0, value);
    }

    /**
     * Sets one value of an integer field.
     *
     * @param field a field of integers
     * @param index which value
     * @param value the value
     */
    public void put(final TickField field, final int index, final long value) {
        final int at = field.offset() + index * field.kind.bytes;
        if (field.kind == TickField.Kind.I64) {
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
    public void putReal(final TickField field, final int index, final double value) {
        final int at = field.offset() + index * field.kind.bytes;
        if (field.kind == TickField.Kind.F64) {
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
    public void putReals(final TickField field, final double[] values) {
        for (int i = 0; i < field.count; i++) {
            putReal(field, i, values[i]);
        }
    }

    /**
     * Sets all values of a 32-bit integer field.
     *
     * @param field a field of integers
     * @param values at least as many values as the field has
     */
    public void putInts(final TickField field, final int[] values) {
        for (int i = 0; i < field.count; i++) {
            put(field, i, values[i]);
        }
    }

    /**
     * Reads an integer field's first value.
     *
     * @param field a field of integers
     * @return the value
     */
    public long get(final TickField field) {
        return get(field, 0);
    }

    /**
     * Reads one value of an integer field.
     *
     * @param field a field of integers
     * @param index which value
     * @return the value
     */
    public long get(final TickField field, final int index) {
        final int at = field.offset() + index * field.kind.bytes;
        return field.kind == TickField.Kind.I64
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
    public double real(final TickField field, final int index) {
        final int at = field.offset() + index * field.kind.bytes;
        return field.kind == TickField.Kind.F64
                ? buffer.getDouble(at, ByteOrder.LITTLE_ENDIAN)
                : buffer.getFloat(at, ByteOrder.LITTLE_ENDIAN);
    }
}
