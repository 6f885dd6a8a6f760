package gaitd.runtime.frame;

/** How a value of a {@link FrameField} is stored; little-endian. */
public enum FieldKind {
    /** 64-bit integer. */
    I64(8),
    /** 64-bit float. */
    F64(8),
    /** 32-bit integer. */
    I32(4),
    /** 32-bit float. */
    F32(4);

    /** Size of one value in bytes. */
    public final int bytes;

    FieldKind(final int bytes) {
        this.bytes = bytes;
    }
}
