package gaitd.lab.film;

import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes pictures as a film: an animated PNG or, by ffmpeg, an MP4, by the file's name. */
public final class FilmFile {
    private static final String PNG = ".png";
    private static final String MP4 = ".mp4";

    private FilmFile() {}

    /**
     * Refuses a file that no film can be made into here, before the work begins.
     *
     * @param file its name says which kind of film
     * @throws ConfigException in one line for a name of no kind
     * @throws Refusal in one line when what that kind needs is not there
     */
    public static void check(final Path file) {
        if (isMp4(file)) {
            Ffmpeg.need(file);
        } else if (!name(file).endsWith(PNG)) {
            throw new ConfigException(
                    "film " + file + ": expected a name that ends in .png, for an animated PNG, or .mp4, by ffmpeg");
        }
    }

    /**
     * Writes a film.
     *
     * @param pictures of one size, at least one
     * @param rateHz pictures a second
     * @param file replaced
     * @throws Refusal in one line when it cannot be written
     */
    public static void write(final List<BufferedImage> pictures, final int rateHz, final Path file) {
        try {
            if (isMp4(file)) {
                Ffmpeg.write(pictures, rateHz, file);
            } else {
                AnimatedPng.write(pictures, rateHz, file);
            }
        } catch (final IOException e) {
            throw new Refusal("film " + file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static boolean isMp4(final Path file) {
        return name(file).endsWith(MP4);
    }

    private static String name(final Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
