package gaitd.lab.film;

import gaitd.runtime.config.Refusal;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program of that name, which makes MP4 files of pixels. */
final class Ffmpeg {
    private static final String NAME = "ffmpeg";

    private Ffmpeg() {}

    /** Refuses a film where the program is not installed. */
    static void need(final Path file) {
        for (final String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, NAME))) {
                return;
            }
        }
        throw new Refusal(
                "film " + file
                        + ": ffmpeg is not installed: install it ('sudo apt install ffmpeg'), or give a name that ends in .png");
    }

    /** Makes a film of pictures of one size. */
    static void write(final List<BufferedImage> pictures, final int rateHz, final Path file) throws IOException {
        final int width = pictures.getFirst().getWidth();
        final int height = pictures.getFirst().getHeight();
        final Process process = new ProcessBuilder(
                        NAME,
                        "-y",
                        "-loglevel",
                        "error",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgb24",
                        "-s",
                        width + "x" + height,
                        "-r",
                        Integer.toString(rateHz),
                        "-i",
                        "-",
                        "-pix_fmt",
                        "yuv420p",
                        file.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream())) {
            for (final BufferedImage picture : pictures) {
                out.write(bytes(picture, width, height));
            }
        }
        try {
            final int code = process.waitFor();
            if (code != 0) {
                throw new IOException("ffmpeg ended with " + code);
            }
        } catch (final InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] bytes(final BufferedImage picture, final int width, final int height) {
        final byte[] bytes = new byte[3 * width * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int rgb = picture.getRGB(x, y);
                bytes[at++] = (byte) (rgb >> 16);
                bytes[at++] = (byte) (rgb >> 8);
                bytes[at++] = (byte) rgb;
            }
        }
        return bytes;
    }
}
