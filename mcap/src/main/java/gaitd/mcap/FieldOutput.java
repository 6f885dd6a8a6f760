package gaitd.mcap;

import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** Bytes that grow by the fields put to their end. Little-endian. */
final class FieldOutput {
    private static final VarHandle U16 = FieldInput.view(short[].class);
    private static final VarHandle U32 = FieldInput.view(int[].class);
    private static final VarHandle U64 = FieldInput.view(long[].class);

    private byte[] bytes = new byte[256];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private int grow(final int by) {
        final int start = length;
        if (by > bytes.length - start) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(start, by), (int) Math.min(2L * start, 1 << 30)));
        }
        length = start + by;
        return start;
    }

    FieldOutput u8(final int value) {
        final int start = grow(1);
        bytes[start] = (byte) value;
        return this;
    }

    FieldOutput u16(final int value) {
        final int start = grow(2);
        U16.set(bytes, start, (short) value);
        return this;
    }

    FieldOutput u32(final long value) {
        final int start = grow(4);
        U32.set(bytes, start, (int) value);
        return this;
    }

    FieldOutput u64(final long value) {
        final int start = grow(8);
        U64.set(bytes, start, value);
        return this;
    }

    FieldOutput text(final String value) {
        final byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        return u32(encoded.length).bytes(encoded, 0, encoded.length);
    }

    FieldOutput bytes(final byte[] value, final int from, final int count) {
        final int start = grow(count);
        System.arraycopy(value, from, bytes, start, count);
        return this;
    }

    /** A list or map, after its length of 32 bits. */
    FieldOutput part(final Consumer<FieldOutput> contents) {
        final int start = grow(4);
        contents.accept(this);
        U32.set(bytes, start, length - start - 4);
        return this;
    }

    FieldOutput texts(final Map<String, String> map) {
        return part(out -> map.forEach((key, value) -> out.text(key).text(value)));
    }

    FieldOutput counts(final Map<Integer, Long> map) {
        return part(out -> map.forEach((key, value) -> out.u16(key).u64(value)));
    }

    /** Begins a record. */
    int begin(final int opcode) {
        u8(opcode);
        final int start = grow(8);
        return start;
    }

    /** Ends the record that {@link #begin} began: its length is known now. */
    void end(final int begun) {
        U64.set(bytes, begun, (long) (length - begun - 8));
    }
}
