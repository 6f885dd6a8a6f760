package gaitd.hal.wire;

/**
 * The wire's 16-bit and 8-bit numbers: scaled in single precision and truncated toward zero as the vendor does, but
 * saturating where the vendor wraps around. Allocates nothing.
 */
public final class FixedPoint {
    /** Counts per N m. */
    static final float TORQUE_SCALE = 256;
    /** Counts per N m/rad. */
    static final float KP_SCALE = 32;
    /** Counts per N m s/rad. */
    static final float KD_SCALE = 16;

    private FixedPoint() {}

    /**
     * A value in counts.
     *
     * @param value any; NaN and infinities count as 0, as they do with the vendor
     * @param scale counts per unit
     * @return the counts, saturated
     */
    public static short toCounts(final double value, final float scale) {
        return Double.isFinite(value) ? toShort((int) ((float) value * scale)) : 0;
    }

    /**
     * Whether a value in counts has its place in 16 bits.
     *
     * @param value any
     * @param scale counts per unit
     * @return false when {@link #toCounts} changes it by more than its truncation
     */
    public static boolean fits(final double value, final float scale) {
        final float counts = (float) value * scale;
        return counts > Short.MIN_VALUE - 1f && counts < Short.MAX_VALUE + 1f;
    }

    /**
     * The nearest count of a value.
     *
     * @param counts in counts, with a fraction
     * @return the count, saturated; 0 for NaN
     */
    public static short nearest(final double counts) {
        return toShort((int) Math.rint(counts));
    }

    /**
     * An integer as 16 bits.
     *
     * @param value any
     * @return the nearest 16-bit value
     */
    public static short toShort(final int value) {
        return (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /**
     * An integer as 8 bits.
     *
     * @param value any
     * @return the nearest 8-bit value
     */
    public static byte toByte(final int value) {
        return (byte) Math.clamp(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
}
