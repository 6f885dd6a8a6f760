package gaitd.hal;

/** Buttons of the A1's wireless remote; a button's bit in the wire's 16-bit word is its place here, as the vendor's library has them. */
public enum RemoteButton {
    /** Upper right shoulder button. */
    R1,
    /** Upper left shoulder button. */
    L1,
    /** Start. */
    START,
    /** Select. */
    SELECT,
    /** Lower right shoulder button. */
    R2,
    /** Lower left shoulder button, which also has an analogue value. */
    L2,
    /** Function button 1. */
    F1,
    /** Function button 2. */
    F2,
    /** Button A. */
    A,
    /** Button B. */
    B,
    /** Button X. */
    X,
    /** Button Y. */
    Y,
    /** Up on the cross. */
    UP,
    /** Right on the cross. */
    RIGHT,
    /** Down on the cross. */
    DOWN,
    /** Left on the cross. */
    LEFT;

    /** Its bit in the word of buttons. */
    public final int bit = 1 << ordinal();
}
