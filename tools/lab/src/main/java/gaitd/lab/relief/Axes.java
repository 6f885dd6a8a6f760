package gaitd.lab.relief;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Axes in metres along the near edges of a block. */
final class Axes {
    private static final double TICK = 7;
    private static final double LABEL_GAP = 6;
    private static final double LEAST_PIXELS = 46;
    private static final double ROUNDING = 1e-9;

    private final Graphics2D g;
    private final Strip strip;

    private Axes(final Graphics2D g, final Strip strip) {
        this.g = g;
        this.strip = strip;
    }

    /**
     * Draws ticks and numbers.
     *
     * @param g takes them
     * @param strip a block that has been drawn
     * @param font of the numbers
     * @param ink their colour
     */
    static void draw(final Graphics2D g, final Strip strip, final Font font, final Color ink) {
        g.setFont(font);
        g.setColor(ink);
        g.setStroke(new BasicStroke(1.2f));
        final Axes axes = new Axes(g, strip);
        axes.alongX();
        axes.alongY();
    }

    private void alongX() {
        final View view = strip.view;
        final int every = strip.scale < LEAST_PIXELS ? 2 : 1;
        for (int x = (int) Math.ceil(view.fromXM() - ROUNDING); x <= view.toXM() + ROUNDING; x++) {
            if (Math.floorMod(x, every) == 0) {
                final boolean last = x + every > view.toXM() + ROUNDING;
                final double px = strip.camera.toX(x, -view.halfWidthM());
                final double py = strip.camera.toY(x, -view.halfWidthM(), strip.bottomM);
                g.draw(new Line2D.Double(px, py, px, py + TICK));
                final String text = last ? "x = " + x + " m" : Integer.toString(x);
                final int width = g.getFontMetrics().stringWidth(text);
                final double left =
                        Math.min(px - width / 2.0, g.getDeviceConfiguration().getBounds().width - width - 4);
                g.drawString(text, (float) left, (float)
                        (py + TICK + LABEL_GAP + g.getFontMetrics().getAscent() - 2));
            }
        }
    }

    private void alongY() {
        final View view = strip.view;
        final int most = (int) Math.floor(view.halfWidthM() + ROUNDING);
        for (int y = -most; y <= most; y++) {
            final double px = strip.camera.toX(view.fromXM(), y);
            final double py = strip.camera.toY(view.fromXM(), y, strip.bottomM);
            g.draw(new Line2D.Double(px, py, px - TICK, py));
            final String text = y == most ? "y = " + y + " m" : Integer.toString(y);
            final int width = g.getFontMetrics().stringWidth(text);
            g.drawString(text, (float) (px - TICK - LABEL_GAP - width), (float) (py + 5));
        }
    }
}
