package gaitd.sim.terrain;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Writes pictures for tests. */
final class HeightPictures {
    private HeightPictures() {}

    /** A smooth grey picture of 16 bit, 401 x 301 pixels. */
    static Path hills(final Path folder) {
        return write(folder.resolve("hills.png"), BufferedImage.TYPE_USHORT_GRAY, 401, 301, (x, y) ->
                (int) (32_767 * (1 + Math.sin(0.03 * x) * Math.cos(0.02 * y + 1))));
    }

    static Path write(
            final Path file, final int type, final int width, final int height, final IntBinaryOperator level) {
        final BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, level.applyAsInt(x, y));
            }
        }
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
