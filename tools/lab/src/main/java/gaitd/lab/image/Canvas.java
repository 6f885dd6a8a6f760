package gaitd.lab.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Drawing without a display. */
public final class Canvas {
    private static final String HEADLESS = "java.awt.headless";

    private Canvas() {}

    /** Makes AWT headless; to be called before any other use of AWT. */
    public static void needNoDisplay() {
        System.setProperty(HEADLESS, "true");
    }

    /**
     * Smooth drawing into a picture.
     *
     * @param image the picture
     * @return to be disposed of
     */
    public static Graphics2D of(final BufferedImage image) {
        needNoDisplay();
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }
}
