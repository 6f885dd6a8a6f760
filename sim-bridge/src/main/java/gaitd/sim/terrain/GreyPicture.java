package gaitd.sim.terrain;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Grey levels of a PNG file of 8 or 16 bit, as they are stored.
 *
 * <p>The header is judged before anything is unpacked. Source: PNG specification, third edition, sections 5.2 and 11.2.1.
 */
final class GreyPicture {
    /** Greatest width and height, pixels. */
    static final int SIDE_MAX = 2048;

    private static final int BYTES_MAX = 32 << 20;
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int HEADER_BYTES = 26;
    private static final int GREY = 0;
    private static final int GREY_ALPHA = 4;

    /** Pixels from left to right. */
    final int width;
    /** Pixels from top to bottom. */
    final int height;

    private final double full;
    private final Raster raster;

    /**
     * Reads a picture.
     *
     * @param file the file
     * @throws IOException when it is missing, no PNG, broken, too large or not grey; the message says so in a few words
     */
    GreyPicture(final Path file) throws IOException {
        final byte[] bytes = bytes(file);
        final ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES || header.getLong(0) != SIGNATURE || header.getInt(12) != IHDR) {
            throw new IOException("is not a PNG picture");
        }
        width = header.getInt(16);
        height = header.getInt(20);
        final int bits = header.get(24);
        final int colour = header.get(25);
        if (width < 2 || height < 2 || width > SIDE_MAX || height > SIDE_MAX) {
            throw new IOException(
                    "is " + width + " x " + height + " pixels, must be 2 to " + SIDE_MAX + " along each side");
        }
        if (colour != GREY && colour != GREY_ALPHA) {
            throw new IOException("is a colour picture, must be grey; convert it first");
        }
        if (bits != Byte.SIZE && bits != Short.SIZE) {
            throw new IOException("has " + bits + " bits a pixel, must be 8 or 16");
        }
        full = (1 << bits) - 1;
        raster = decode(bytes);
    }

    private static byte[] bytes(final Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("is a folder");
            }
            if (Files.size(file) > BYTES_MAX) {
                throw new IOException("has more than " + (BYTES_MAX >> 20) + " MB");
            }
            return Files.readAllBytes(file);
        } catch (final NoSuchFileException e) {
            throw new IOException("does not exist", e);
        } catch (final AccessDeniedException e) {
            throw new IOException("may not be read: no permission", e);
        }
    }

    private static Raster decode(final byte[] bytes) throws IOException {
        final ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return reader.read(0).getRaster();
        } catch (final IOException | RuntimeException e) {
            throw new IOException("is a broken PNG picture", e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * A grey level.
     *
     * @param x pixel from the left
     * @param y pixel from the top
     * @return 0 for black to 1 for white
     */
    double level(final int x, final int y) {
        return raster.getSample(x, y, 0) / full;
    }
}
