package gaitd.lab.image;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Whether text can be drawn here. Java draws it with libraries of the system and finds fonts by another, and servers, containers and robots often
 * lack them; everything else works without.
 */
public final class Glyphs {
    /** The command that brings them, on Debian and on Ubuntu. */
    public static final String INSTALL = "apt install libfontconfig1 libfreetype6 libharfbuzz0b";

    private static final int SIDE = 16;

    private Glyphs() {}

    /** Asked once, as Java never tries again to load a library that it did not find. */
    private static final class Asked {
        static final String ANSWER = ask();
    }

    /**
     * What is missing.
     *
     * @return Java's reason, or null when text can be drawn
     */
    public static String missing() {
        return Asked.ANSWER;
    }

    private static String ask() {
        try {
            final Graphics2D g = Canvas.of(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB));
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIDE));
            g.drawString("a", 0, SIDE);
            g.dispose();
            return null;
        } catch (final LinkageError | InternalError | RuntimeException e) {
            return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
