package gaitd.lab.plot;

import gaitd.lab.image.Canvas;
import gaitd.lab.image.Drawing;
import gaitd.lab.image.PictureFile;
import gaitd.runtime.config.Refusal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.internal.chartpart.AxesChart;

/**
 * A plot of {@link #WIDTH} x {@link #HEIGHT} pixels that series are added to and that is then written.
 *
 * <p>Not thread-safe.
 */
public abstract sealed class Plot permits BarPlot, LinePlot, BoxPlot, HistogramPlot {
    /** Pixels from left to right. */
    public static final int WIDTH = 1500;
    /** Pixels from top to bottom. */
    public static final int HEIGHT = 900;

    private final String title;
    private int series;

    /**
     * For subclasses.
     *
     * @param text title and axes
     */
    Plot(final PlotText text) {
        Canvas.needNoDisplay();
        title = text.title();
    }

    /**
     * Counts a series that has been added.
     *
     * @return its index
     */
    final int added() {
        return series++;
    }

    /**
     * How many series there are.
     *
     * @return 0 at first
     */
    final int series() {
        return series;
    }

    /**
     * The plot in XChart's form, all series in it.
     *
     * @return with at least one series
     */
    abstract AxesChart<?, ?> chart();

    /**
     * Paints the plot.
     *
     * @param g takes it, {@link Style#WIDTH} x {@link Style#HEIGHT} units
     */
    void paint(final Graphics2D g) {
        chart().paint(g, Style.WIDTH, Style.HEIGHT);
    }

    /**
     * Draws.
     *
     * @return the picture
     * @throws IllegalArgumentException without a series
     */
    public final BufferedImage image() {
        return PictureFile.pixels(drawing());
    }

    private Drawing drawing() {
        if (series == 0) {
            throw new IllegalArgumentException("plot \"" + title + "\" has no series");
        }
        return new Drawing(Style.WIDTH, Style.HEIGHT, this::paint);
    }

    /**
     * Draws into a file, replacing it.
     *
     * @param file its name ends in {@code .svg} for SVG, else it is a PNG file
     * @throws Refusal in one line when it cannot be written
     * @throws IllegalArgumentException without a series
     */
    public final void write(final Path file) {
        final Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new Refusal("plot " + file + ": is a folder, expected a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal("plot " + file + ": there is no folder " + folder);
        }
        try {
            PictureFile.write(drawing(), file);
        } catch (final AccessDeniedException e) {
            throw new Refusal("plot " + file + ": no permission to write it", e);
        } catch (final IOException e) {
            throw new Refusal("plot " + file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Refuses series that have no name, no values, or not as many values as they should.
     *
     * @param name of the series
     * @param what is counted
     * @param count how many there are
     * @param expected how many there should be
     */
    static void check(final String name, final String what, final int count, final int expected) {
        if (count != expected || count == 0) {
            throw new IllegalArgumentException("series \"" + name + "\" has " + count + " " + what + ", must be "
                    + (expected == 0 ? "at least 1" : Integer.toString(expected)));
        }
    }
}
