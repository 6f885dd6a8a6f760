package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import java.nio.ByteBuffer;

/** Types of numbers in PyTorch's storages. */
enum StorageType {
    FLOAT("Float", 4),
    DOUBLE("Double", 8),
    HALF("Half", 2),
    BFLOAT16("BFloat16", 2),
    LONG("Long", 8),
    INT("Int", 4),
    SHORT("Short", 2),
    CHAR("Char", 1),
    BYTE("Byte", 1),
    BOOL("Bool", 1);

    final int bytes;
    private final String name;

    StorageType(final String name, final int bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The type of a storage class. */
    static StorageType of(final String storage) {
        for (final StorageType type : values()) {
            if (storage.equals("torch." + type.name + "Storage")) {
                return type;
            }
        }
        throw new BundleException("pickle: it names the storage '%s', which is not on the list".formatted(storage));
    }

    double get(final ByteBuffer from, final int at) {
        return switch (this) {
            case FLOAT -> from.getFloat(at);
            case DOUBLE -> from.getDouble(at);
            case HALF -> Float.float16ToFloat(from.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort(at) << Short.SIZE);
            case LONG -> (double) from.getLong(at);
            case INT -> from.getInt(at);
            case SHORT -> from.getShort(at);
            case CHAR -> from.get(at);
            case BYTE, BOOL -> Byte.toUnsignedInt(from.get(at));
        };
    }
}
