package gaitd.runtime.frame;

/** A field of a {@link FieldFrame}: what it holds and where. Implemented by enums that declare a whole layout in its order. */
public interface FrameField {
    /**
     * How its values are stored.
     *
     * @return the same for all of them
     */
    FieldKind kind();

    /**
     * How many values it has.
     *
     * @return 1 or more
     */
    int count();

    /**
     * What its values are measured in.
     *
     * @return the unit; "-" for none
     */
    String unit();

    /**
     * What it is called.
     *
     * @return the name of the constant
     */
    String name();

    /**
     * Where the field starts.
     *
     * @return offset in the frame, bytes
     */
    int offset();
}
