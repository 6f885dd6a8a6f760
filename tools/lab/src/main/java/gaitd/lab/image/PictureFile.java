package gaitd.lab.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Writes drawings into files: SVG for names that end in {@code .svg}, else PNG. */
public final class PictureFile {
    /** Pixels for one unit of a drawing. */
    public static final double ZOOM = 1.5;

    private static final int COLOURS = 256;
    private static final String SVG = ".svg";

    private PictureFile() {}

    /**
     * Draws pixels.
     *
     * @param drawing the drawing
     * @return the picture, {@link #ZOOM} times as large as the drawing, in few colours
     */
    public static BufferedImage pixels(final Drawing drawing) {
        final BufferedImage image = new BufferedImage(
                (int) (drawing.width() * ZOOM), (int) (drawing.height() * ZOOM), BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = Canvas.of(image);
        g.scale(ZOOM, ZOOM);
        drawing.painter().accept(g);
        g.dispose();
        return Palette.reduced(image, COLOURS);
    }

    /**
     * Draws into a file, replacing it.
     *
     * @param drawing the drawing
     * @param file its name ends in {@code .svg} for SVG
     * @throws IOException when it cannot be written
     */
    public static void write(final Drawing drawing, final Path file) throws IOException {
        Canvas.needNoDisplay();
        if (String.valueOf(file.getFileName()).endsWith(SVG)) {
            SvgFile.write(drawing, file);
        } else {
            PngFile.write(pixels(drawing), file);
        }
    }
}
