package gaitd.runtime.frame;

/**
 * Everything one tick measured, estimated and commanded, in one fixed binary layout.
 *
 * <p>The control thread fills one frame a tick in place; readers copy frames out of a {@link TickRing}. Not
 * thread-safe; allocates nothing after construction.
 */
public final class TickFrame extends FieldFrame<TickField> {
    /** Version of the layout; changes with any change of {@link TickField}. */
    public static final long VERSION = 7;
    /** Size of a frame, bytes. */
    public static final int SIZE = TickField.totalBytes();

    /** A frame of zeros that carries the layout's version. */
    public TickFrame() {
        super(SIZE, VERSION);
    }
}
