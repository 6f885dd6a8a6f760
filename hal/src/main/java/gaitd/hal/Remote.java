package gaitd.hal;

/**
 * One reading of the A1's wireless remote, from the 40 bytes that come with every state: 16 buttons and two sticks.
 *
 * <p>Layout as the vendor's library has it: two bytes of unknown value, the buttons as little-endian bits, then lx, rx, ry, an analogue
 * L2 and ly as 32-bit floats from -1 to 1, then 16 bytes unused. Overwritten in place by {@link #set}; allocates nothing.
 */
public final class Remote {
    /** Length of a reading, bytes. */
    public static final int BYTES = 40;

    private static final int BUTTONS_AT = 2;
    private static final int LX_AT = 4;
    private static final int RX_AT = 8;
    private static final int RY_AT = 12;
    private static final int L2_AT = 16;
    private static final int LY_AT = 20;
    /** Sticks may be a little out of trim. */
    private static final float STICK_MAX = 1.1f;

    /** Bits of the buttons that are pressed, see {@link RemoteButton}. */
    public int buttons;
    /** Left stick, right positive, -1 to 1. */
    public double lx;
    /** Left stick, forward positive, -1 to 1. */
    public double ly;
    /** Right stick, right positive, -1 to 1. */
    public double rx;
    /** Right stick, forward positive, -1 to 1. */
    public double ry;
    /** How far L2 is pressed, as sent; 0 where that is no number. */
    public double l2;
    /** Whether a remote is there at all: not every byte is zero, and the sticks are where sticks can be. */
    public boolean present;

    /** A remote that is not there. */
    public Remote() {
        // set by a reading
    }

    /**
     * Takes a reading; one that is no remote's presses no button and moves no stick.
     *
     * @param wire {@link #BYTES}, not modified
     */
    public void set(final byte[] wire) {
        final float leftX = real(wire, LX_AT);
        final float leftY = real(wire, LY_AT);
        final float rightX = real(wire, RX_AT);
        final float rightY = real(wire, RY_AT);
        final float pressedL2 = real(wire, L2_AT);
        present = !isZero(wire) && isStick(leftX) && isStick(leftY) && isStick(rightX) && isStick(rightY);
        buttons = present ? word(wire, BUTTONS_AT, Short.BYTES) : 0;
        lx = present ? clamp(leftX) : 0;
        ly = present ? clamp(leftY) : 0;
        rx = present ? clamp(rightX) : 0;
        ry = present ? clamp(rightY) : 0;
        l2 = present && Float.isFinite(pressedL2) ? pressedL2 : 0;
    }

    /**
     * Whether a button is pressed.
     *
     * @param button which
     * @return whether it is
     */
    public boolean isPressed(final RemoteButton button) {
        return (buttons & button.bit) != 0;
    }

    private static double clamp(final float stick) {
        return Math.clamp((double) stick, -1, 1);
    }

    private static boolean isStick(final float value) {
        return Math.abs(value) <= STICK_MAX;
    }

    private static boolean isZero(final byte[] wire) {
        int any = 0;
        for (int i = 0; i < BYTES; i++) {
            any |= wire[i];
        }
        return any == 0;
    }

    private static float real(final byte[] wire, final int at) {
        return Float.intBitsToFloat(word(wire, at, Float.BYTES));
    }

    private static int word(final byte[] wire, final int at, final int bytes) {
        int value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (wire[at + i] & 0xFF);
        }
        return value;
    }
}
