package gaitd.lab.policyplot;

import gaitd.lab.plot.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draws texts, lines and the frame of a page onto a drawing. */
final class Pen {
    /** Where a text stands relative to its place. */
    enum Align {
        /** Begins there. */
        LEFT,
        /** Is centred there. */
        CENTRE,
        /** Ends there. */
        RIGHT
    }

    /** Size of numbers and names. */
    static final int SMALL = 11;
    /** Size of axis titles and keys. */
    static final int PLAIN = 13;

    private static final int TITLE = 20;
    private static final int TITLE_Y = 36;
    private static final int SUBTITLE_Y = 58;
    private static final int LINE = 19;
    private static final double BASELINE = 0.36;

    private final Graphics2D g;

    Pen(final Graphics2D g) {
        this.g = g;
    }

    /** White paper with a title and lines below it. */
    void page(final int width, final int height, final String title, final String... subtitles) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setFont(Style.font(Font.BOLD, TITLE));
        write(title, width / 2.0, TITLE_Y, Align.CENTRE, Style.INK);
        g.setFont(Style.font(Font.PLAIN, PLAIN));
        for (int i = 0; i < subtitles.length; i++) {
            write(subtitles[i], width / 2.0, SUBTITLE_Y + LINE * i, Align.CENTRE, Style.SOFT_INK);
        }
    }

    /** A text whose middle line is at y. */
    void text(
            final String text, final double x, final double y, final int size, final Align align, final Color colour) {
        g.setFont(Style.font(Font.PLAIN, size));
        write(text, x, y + BASELINE * size, align, colour);
    }

    void bold(
            final String text, final double x, final double y, final int size, final Align align, final Color colour) {
        g.setFont(Style.font(Font.BOLD, size));
        write(text, x, y + BASELINE * size, align, colour);
    }

    /** A text that reads upwards, its middle at the place. */
    void upright(final String text, final double x, final double y, final int size, final Align align) {
        turned(text, x, y, size, -Math.PI / 2, align);
    }

    /** A text turned about its place. */
    void turned(
            final String text, final double x, final double y, final int size, final double angle, final Align align) {
        final AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        text(text, 0, 0, size, align, Style.SOFT_INK);
        g.setTransform(before);
    }

    private void write(final String text, final double x, final double y, final Align align, final Color colour) {
        final double width = g.getFontMetrics().stringWidth(text);
        final double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        g.setColor(colour);
        g.drawString(text, (float) left, (float) y);
    }

    /** Width of a text. */
    double width(final String text, final int size) {
        return g.getFontMetrics(Style.font(Font.PLAIN, size)).stringWidth(text);
    }

    void line(
            final double x1,
            final double y1,
            final double x2,
            final double y2,
            final double width,
            final Color colour) {
        stroke(new Line2D.Double(x1, y1, x2, y2), width, colour);
    }

    void stroke(final Shape shape, final double width, final Color colour) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colour);
        g.draw(shape);
    }

    void fill(final Shape shape, final Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    void box(final double x, final double y, final double width, final double height, final Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    /** Edges of what is filled next are sharp, so that cells side by side leave no seam. */
    void sharp(final boolean sharp) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                sharp ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** A bracket along y that opens to the right, with its name on the left. */
    void bracket(final String name, final double x, final double top, final double bottom) {
        final double tooth = 4;
        line(x, top, x, bottom, 1, Style.SOFT_INK);
        line(x, top, x + tooth, top, 1, Style.SOFT_INK);
        line(x, bottom, x + tooth, bottom, 1, Style.SOFT_INK);
        final double middle = (top + bottom) / 2;
        final int space = name.indexOf(' ', name.length() / 3);
        if (width(name, SMALL) < bottom - top) {
            upright(name, x - 9, middle, SMALL, Align.CENTRE);
        } else if (space > 0 && bottom - top > 2 * SMALL) {
            text(name.substring(0, space), x - 5, middle - 0.6 * SMALL, SMALL, Align.RIGHT, Style.SOFT_INK);
            text(name.substring(space + 1), x - 5, middle + 0.6 * SMALL, SMALL, Align.RIGHT, Style.SOFT_INK);
        } else {
            text(name, x - 5, middle, SMALL, Align.RIGHT, Style.SOFT_INK);
        }
    }
}
