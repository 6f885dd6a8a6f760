package gaitd.lab.policyplot;

import gaitd.lab.plot.Style;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers as coloured cells in rows; neighbours of one colour in a row are one shape, cells of one colour one path. */
final class HeatCells {
    private static final int LEVELS = 24;

    private HeatCells() {}

    /**
     * Draws cells.
     *
     * @param pen where to
     * @param rows from -1 to 1, NaN for none; all of one length
     * @param area taken by all cells
     * @param gap free space between cells
     */
    static void draw(final Pen pen, final double[][] rows, final Rectangle2D area, final double gap) {
        final Map<Color, Path2D> paths = new LinkedHashMap<>();
        final double height = area.getHeight() / rows.length;
        for (int i = 0; i < rows.length; i++) {
            final double width = area.getWidth() / rows[i].length;
            int from = 0;
            for (int k = 1; k <= rows[i].length; k++) {
                if (gap > 0 || k == rows[i].length || level(rows[i][k]) != level(rows[i][from])) {
                    paths.computeIfAbsent(colour(rows[i][from]), colour -> new Path2D.Double())
                            .append(
                                    new Rectangle2D.Double(
                                            area.getX() + from * width,
                                            area.getY() + i * height,
                                            (k - from) * width - gap,
                                            height - gap),
                                    false);
                    from = k;
                }
            }
        }
        pen.sharp(true);
        paths.forEach((colour, path) -> pen.fill(path, colour));
        pen.sharp(false);
    }

    /** A key for the colours: an upright bar with the numbers of its ends and middle. */
    static void key(final Pen pen, final double x, final double y, final double height, final String[] ends) {
        final double[][] steps = new double[2 * LEVELS + 1][1];
        for (int i = 0; i < steps.length; i++) {
            steps[i][0] = 1 - i / (double) LEVELS;
        }
        draw(pen, steps, new Rectangle2D.Double(x, y, 14, height), 0);
        for (int i = 0; i < ends.length; i++) {
            pen.text(ends[i], x + 20, y + height * i / (ends.length - 1), Pen.PLAIN, Pen.Align.LEFT, Style.INK);
        }
    }

    private static int level(final double value) {
        return Double.isNaN(value) ? Integer.MIN_VALUE : (int) Math.round(Math.clamp(value, -1, 1) * LEVELS);
    }

    private static Color colour(final double value) {
        return Shades.diverging(Double.isNaN(value) ? value : level(value) / (double) LEVELS);
    }
}
