package gaitd.lab.film;

import gaitd.lab.image.Palette;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * An animated PNG of few colours: the first picture whole, of each other one the rectangle in which it differs from the one before.
 *
 * <p>Source: Portable Network Graphics Specification, third edition, W3C 2025.
 */
final class AnimatedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int COLOURS = 96;
    private static final int INDEXED = 3;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int rateHz;
    private int sequence;

    private AnimatedPng(final int rateHz) {
        this.rateHz = rateHz;
    }

    /** Writes pictures of one size, replacing the file; it repeats for ever. */
    static void write(final List<BufferedImage> pictures, final int rateHz, final Path file) throws IOException {
        final AnimatedPng png = new AnimatedPng(rateHz);
        png.all(Palette.reduced(pictures, COLOURS));
        Files.write(file, png.file.toByteArray());
    }

    private void all(final List<BufferedImage> pictures) throws IOException {
        final BufferedImage first = pictures.getFirst();
        file.write(SIGNATURE);
        final Chunk header = new Chunk("IHDR");
        header.data.writeInt(first.getWidth());
        header.data.writeInt(first.getHeight());
        header.data.write(new byte[] {8, INDEXED, 0, 0, 0});
        header.end();
        final Chunk animation = new Chunk("acTL");
        animation.data.writeInt(pictures.size());
        animation.data.writeInt(0);
        animation.end();
        palette((IndexColorModel) first.getColorModel());
        for (int i = 0; i < pictures.size(); i++) {
            picture(pictures.get(i), i == 0 ? null : pictures.get(i - 1));
        }
        new Chunk("IEND").end();
    }

    private void palette(final IndexColorModel colours) throws IOException {
        final Chunk chunk = new Chunk("PLTE");
        for (int i = 0; i < colours.getMapSize(); i++) {
            chunk.data.writeByte(colours.getRed(i));
            chunk.data.writeByte(colours.getGreen(i));
            chunk.data.writeByte(colours.getBlue(i));
        }
        chunk.end();
    }

    private void picture(final BufferedImage now, final BufferedImage before) throws IOException {
        final int[] box = before == null ? new int[] {0, 0, now.getWidth(), now.getHeight()} : changed(now, before);
        final Chunk control = new Chunk("fcTL");
        control.data.writeInt(sequence++);
        control.data.writeInt(box[2]);
        control.data.writeInt(box[3]);
        control.data.writeInt(box[0]);
        control.data.writeInt(box[1]);
        control.data.writeShort(1);
        control.data.writeShort(rateHz);
        control.data.write(new byte[] {0, 0});
        control.end();
        final Chunk pixels = new Chunk(before == null ? "IDAT" : "fdAT");
        if (before != null) {
            pixels.data.writeInt(sequence++);
        }
        pixels.data.write(packed(now, box));
        pixels.end();
    }

    /** Left, top, width and height of what differs; a pixel where nothing does. */
    private static int[] changed(final BufferedImage now, final BufferedImage before) {
        int left = now.getWidth();
        int right = -1;
        int top = now.getHeight();
        int bottom = -1;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                if (index(now, x, y) != index(before, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? new int[] {0, 0, 1, 1} : new int[] {left, top, right - left + 1, bottom - top + 1};
    }

    private static int index(final BufferedImage picture, final int x, final int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static byte[] packed(final BufferedImage picture, final int[] box) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
            final byte[] row = new byte[1 + box[2]];
            for (int y = box[1]; y < box[1] + box[3]; y++) {
                for (int x = 0; x < box[2]; x++) {
                    row[1 + x] = (byte) index(picture, box[0] + x, y);
                }
                out.write(row);
            }
        } finally {
            best.end();
        }
        return bytes.toByteArray();
    }

    /** A part of the file. */
    private final class Chunk {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream data = new DataOutputStream(bytes);

        Chunk(final String name) throws IOException {
            bytes.write(name.getBytes(StandardCharsets.US_ASCII));
        }

        void end() throws IOException {
            final CRC32 sum = new CRC32();
            sum.update(bytes.toByteArray());
            final DataOutputStream out = new DataOutputStream(file);
            out.writeInt(bytes.size() - 4);
            bytes.writeTo(out);
            out.writeInt((int) sum.getValue());
        }
    }
}
