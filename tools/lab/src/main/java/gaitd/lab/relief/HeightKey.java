package gaitd.lab.relief;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;

/** A bar with the colours of heights. */
final class HeightKey {
    private static final int WIDTH = 220;
    private static final int HEIGHT = 12;
    private static final int BYTE = 255;
    private static final double CM = 100;

    private HeightKey() {}

    /**
     * Draws the bar, unless all is level.
     *
     * @param g takes it
     * @param right where it ends, pixels
     * @param top where it begins, pixels
     * @param heights range of the bar
     * @param font of the numbers
     * @param ink their colour
     */
    static void draw(
            final Graphics2D g,
            final int right,
            final int top,
            final Heights heights,
            final Font font,
            final Color ink) {
        if (heights.highestM() == heights.lowestM()) {
            return;
        }
        final int left = right - WIDTH;
        final double[] rgb = new double[3];
        for (int x = 0; x < WIDTH; x++) {
            final double height = heights.lowestM() + (heights.highestM() - heights.lowestM()) * x / (WIDTH - 1);
            HeightColors.ofHeight(height / heights.scaleM(), rgb);
            g.setColor(new Color(
                    (int) Math.round(BYTE * rgb[0]), (int) Math.round(BYTE * rgb[1]), (int) Math.round(BYTE * rgb[2])));
            g.fillRect(left + x, top, 1, HEIGHT);
        }
        g.setColor(ink);
        g.setFont(font);
        final int base = top + HEIGHT + g.getFontMetrics().getAscent() + 3;
        final String most = text(heights.highestM());
        g.drawString(text(heights.lowestM()), left, base);
        g.drawString(most, right - g.getFontMetrics().stringWidth(most), base);
        final String unit = "height, cm";
        g.drawString(unit, left + (WIDTH - g.getFontMetrics().stringWidth(unit)) / 2, base);
    }

    private static String text(final double heightM) {
        return String.format(Locale.ROOT, "%+.1f", heightM * CM)
                .replace("+0.0", "0")
                .replace("-0.0", "0");
    }
}
