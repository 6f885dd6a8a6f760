package gaitd.lab.relief;

import gaitd.lab.image.Canvas;
import gaitd.lab.image.Palette;
import gaitd.sim.terrain.Terrain;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of a terrain: its name, strips of ground with axes in metres, and the colours of heights.
 *
 * <p>Needs no display. A picture takes about a second.
 */
public final class TerrainPicture {
    private static final int WIDTH = 1080;
    private static final int COLOURS = 160;
    private static final int FINE = 2;
    private static final int MARGIN = 76;
    private static final int HEADER = 92;
    private static final int TITLE_SIZE = 26;
    private static final int TITLE_WIDTH = 680;
    private static final int BELOW = 62;
    private static final double THICKNESS_M = 0.12;
    private static final double AZIMUTH_RAD = Math.toRadians(-22);
    private static final double ELEVATION_RAD = Math.toRadians(34);
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x22, 0x25, 0x2A);
    private static final Color SOFT_INK = new Color(0x5C, 0x61, 0x69);

    private TerrainPicture() {}

    /**
     * Draws.
     *
     * @param terrain the ground
     * @param summary a line about it
     * @param views strips from the top of the picture down
     * @return 1080 pixels wide
     */
    public static BufferedImage draw(final Terrain terrain, final String summary, final List<View> views) {
        final Heights heights = Heights.of(terrain, views);
        final Strip[] strips = new Strip[views.size()];
        double scale = Double.POSITIVE_INFINITY;
        for (final View view : views) {
            scale = Math.min(
                    scale,
                    (WIDTH - 2 * MARGIN) / strip(terrain, view, heights, 1).widthPixels());
        }
        int heightPixels = HEADER;
        for (int i = 0; i < strips.length; i++) {
            strips[i] = strip(terrain, views.get(i), heights, scale);
            heightPixels += strips[i].heightPixels() + BELOW;
        }
        final BufferedImage image = new BufferedImage(WIDTH, heightPixels, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = Canvas.of(image);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, heightPixels);
        title(g, terrain.name(), summary);
        HeightKey.draw(g, WIDTH - MARGIN, 20, heights, font(Font.PLAIN, 13), INK);
        int top = HEADER;
        for (final Strip strip : strips) {
            strip.draw(image, MARGIN, top, FINE);
            Axes.draw(g, strip, font(Font.PLAIN, 14), INK);
            top += strip.heightPixels() + BELOW;
        }
        g.dispose();
        return Palette.reduced(image, COLOURS);
    }

    private static Strip strip(final Terrain terrain, final View view, final Heights heights, final double scale) {
        return new Strip(
                terrain,
                view,
                heights.lowestM() - THICKNESS_M,
                heights.scaleM(),
                new Camera(AZIMUTH_RAD, ELEVATION_RAD, scale),
                scale);
    }

    private static void title(final Graphics2D g, final String name, final String summary) {
        g.setColor(INK);
        int size = TITLE_SIZE;
        do {
            g.setFont(font(Font.BOLD, size--));
        } while (g.getFontMetrics().stringWidth(name) > TITLE_WIDTH && size > 0);
        g.drawString(name, MARGIN, 46);
        g.setColor(SOFT_INK);
        g.setFont(font(Font.PLAIN, 15));
        g.drawString(summary, MARGIN, 72);
    }

    private static Font font(final int style, final int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
