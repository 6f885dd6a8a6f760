package gaitd.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a record's fields from its bytes, each checked to be there. Little-endian. */
final class FieldInput {
    private static final VarHandle U16 = view(short[].class);
    private static final VarHandle U32 = view(int[].class);
    private static final VarHandle U64 = view(long[].class);

    private final byte[] bytes;
    private final int end;
    private int at;

    /** The fields in some of the bytes. */
    FieldInput(final byte[] bytes, final int start, final int length) {
        this.bytes = bytes;
        at = start;
        end = start + length;
    }

    static VarHandle view(final Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    private int take(final long length, final String field) throws McapException {
        if (length < 0 || length > end - at) {
            throw new McapException(field + " needs " + Long.toUnsignedString(length) + " bytes, but " + (end - at)
                    + " are left of its record");
        }
        final int start = at;
        at += (int) length;
        return start;
    }

    int u8(final String field) throws McapException {
        return bytes[take(1, field)] & 0xFF;
    }

    int u16(final String field) throws McapException {
        return (short) U16.get(bytes, take(2, field)) & 0xFFFF;
    }

    long u32(final String field) throws McapException {
        return Integer.toUnsignedLong((int) U32.get(bytes, take(4, field)));
    }

    long u64(final String field) throws McapException {
        return (long) U64.get(bytes, take(8, field));
    }

    /** Text of a length of 32 bits. */
    String text(final String field) throws McapException {
        final int length = (int) Math.min(u32(field), Integer.MAX_VALUE);
        final int start = take(length, field);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (final CharacterCodingException notUtf8) {
            throw new McapException(field + " is not UTF-8", notUtf8);
        }
    }

    /** Bytes of a given length. */
    byte[] bytes(final long length, final String field) throws McapException {
        final int start = take(length, field);
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** Passes over bytes of which the caller knows that they are there. */
    void skip(final int length) {
        at += length;
    }

    /** All that is left. */
    byte[] rest() {
        final byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** The part that holds a list or map: its length of 32 bits comes first. */
    FieldInput part(final String field) throws McapException {
        final long length = u32(field);
        return new FieldInput(bytes, take(length, field), (int) length);
    }
}
