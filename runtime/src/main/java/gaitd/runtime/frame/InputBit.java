package gaitd.runtime.frame;

/** Bits of {@link TickField#INPUT_BITS}. */
public enum InputBit {
    /** A state came from the robot. */
    CAME,
    /** Operators were asked, which they are not while the robot is stopped. */
    ASKED,
    /** The robot was told to stop by another way than by operators. */
    STOP,
    /** The loop was told to sit the robot down and keep it down. */
    LEAVING,
    /** The system took the commands of the tick, or none were to be sent. */
    SENT,
    /** Nothing is sent until an operator comes. */
    SILENT;

    /** The bit. */
    public final long bit = 1L << ordinal();

    /**
     * Whether a frame has it.
     *
     * @param frame any frame
     * @return whether it is set
     */
    public boolean isIn(final TickFrame frame) {
        return (frame.get(TickField.INPUT_BITS) & bit) != 0;
    }
}
