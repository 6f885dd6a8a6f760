package gaitd.policies.onnx;

import java.nio.ByteBuffer;

/** Types of the numbers in a tensor, with their codes in {@code onnx.proto}. */
enum NumberType {
    FLOAT(1, 4, false),
    UINT8(2, 1, true),
    INT8(3, 1, true),
    UINT16(4, 2, true),
    INT16(5, 2, true),
    INT32(6, 4, true),
    INT64(7, 8, true),
    BOOL(9, 1, true),
    FLOAT16(10, 2, false),
    DOUBLE(11, 8, false),
    UINT32(12, 4, true),
    UINT64(13, 8, true),
    BFLOAT16(16, 2, false);

    final int bytes;
    final boolean whole;
    private final int code;

    NumberType(final int code, final int bytes, final boolean whole) {
        this.code = code;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** The type of a code, null for texts and others that are no numbers. */
    static NumberType of(final int code) {
        for (final NumberType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }

    /** The next number of raw bytes. */
    double next(final ByteBuffer from) {
        return switch (this) {
            case FLOAT -> from.getFloat();
            case DOUBLE -> from.getDouble();
            case FLOAT16 -> Float.float16ToFloat(from.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << Short.SIZE);
            case UINT8, BOOL -> Byte.toUnsignedInt(from.get());
            case INT8 -> from.get();
            case UINT16 -> Short.toUnsignedInt(from.getShort());
            case INT16 -> from.getShort();
            case INT32 -> from.getInt();
            case UINT32 -> (double) Integer.toUnsignedLong(from.getInt());
            case INT64, UINT64 -> (double) from.getLong();
        };
    }

    /** A number from a field of numbers, where the bits of short floats are whole numbers. */
    double ofField(final double number) {
        return switch (this) {
            case FLOAT16 -> Float.float16ToFloat((short) (int) number);
            case BFLOAT16 -> Float.intBitsToFloat((int) number << Short.SIZE);
            default -> number;
        };
    }
}
