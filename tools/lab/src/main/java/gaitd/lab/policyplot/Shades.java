package gaitd.lab.policyplot;

import java.awt.Color;

/**
 * Colours for numbers, told apart by colour-blind eyes and in grey.
 *
 * <p>Diverging: orange below 0, white, blue above. Sequential: viridis of matplotlib (public domain), at nine places.
 */
final class Shades {
    /** Above 0: excites, correlates. */
    static final Color POSITIVE = new Color(0x0072B2);
    /** Below 0: inhibits, correlates inversely. */
    static final Color NEGATIVE = new Color(0xD55E00);
    /** No number. */
    static final Color NONE = new Color(0xD5D7DA);

    private static final int[] DIVERGING = {0x7F2F00, 0xD55E00, 0xF6B27D, 0xFFFFFF, 0x82B9DE, 0x0072B2, 0x003A66};
    private static final int[] SEQUENTIAL = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Shades() {}

    /** From -1 to 1. */
    static Color diverging(final double value) {
        return Double.isNaN(value) ? NONE : between(DIVERGING, (value + 1) / 2);
    }

    /** From 0 to 1. */
    static Color sequential(final double value) {
        return Double.isNaN(value) ? NONE : between(SEQUENTIAL, value);
    }

    static Color signed(final double value) {
        return value < 0 ? NEGATIVE : POSITIVE;
    }

    static Color seeThrough(final Color colour, final double share) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * share));
    }

    private static Color between(final int[] colours, final double value) {
        final double place = Math.clamp(value, 0, 1) * (colours.length - 1);
        final int below = Math.min((int) place, colours.length - 2);
        final double share = place - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = colours[below] >> shift & 0xFF;
            final int to = colours[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return new Color(rgb);
    }
}
