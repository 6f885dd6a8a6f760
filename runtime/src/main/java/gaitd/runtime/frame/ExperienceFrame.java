package gaitd.runtime.frame;

/**
 * What the adapting policy saw and did in one of its steps, and what came of it until the next, in one fixed binary layout.
 *
 * <p>The control thread fills one frame a policy step in place and publishes it when the next step begins, or when the walk
 * ends. Not thread-safe; allocates nothing after construction.
 */
public final class ExperienceFrame extends FieldFrame<ExperienceField> {
    /** Version of the layout; changes with any change of {@link ExperienceField}. */
    public static final long VERSION = 1;
    /** Size of a frame, bytes. */
    public static final int SIZE = ExperienceField.totalBytes();

    /** A frame of zeros that carries the layout's version. */
    public ExperienceFrame() {
        super(SIZE, VERSION);
    }
}
