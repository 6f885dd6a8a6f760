package gaitd.lab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.runtime.config.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plots are written, show their series, and refuse what cannot be drawn. */
class PlotTest {
    private static final PlotText TEXT = new PlotText("Title of the plot", "time, s", "speed, m/s");
    private static final long SEED = 11;

    @TempDir
    private Path folder;

    static List<Plot> plots() {
        return List.of(bars(), lines(), points(), boxes(), manyBoxes(), histogram());
    }

    private static BarPlot bars() {
        return new BarPlot(new PlotText("Walking speed reached", "", "speed, m/s"), List.of("flat", "rough", "stairs"))
                .add("embedded", new double[] {0.48, 0.41, 0.22}, new double[] {0.01, 0.03, 0.05})
                .add("reference", new double[] {0.47, 0.43, 0.18}, new double[] {0.01, 0.02, 0.06})
                .add("third", new double[] {0.5, 0.44, 0.2})
                .labels("0.00");
    }

    private static LinePlot lines() {
        final double[] x = new double[100];
        final double[] a = new double[100];
        final double[] b = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = 0.1 * i;
            a[i] = Math.sin(x[i]);
            b[i] = i == 50 ? Double.NaN : Math.cos(x[i]) * Math.exp(-0.1 * x[i]);
        }
        return new LinePlot(TEXT)
                .line("forward", x, a)
                .line("sideways", x, b)
                .line("measured", new double[] {1, 4, 8}, new double[] {0, 0.3, 0.7}, new double[] {0.1, 0.2, 0.1});
    }

    private static LinePlot points() {
        return new LinePlot(TEXT)
                .points("first", samples(300, 0, 1), samples(300, 1, 1))
                .points("second", samples(300, 1, 1), samples(300, 3, 0.5));
    }

    private static BoxPlot boxes() {
        return new BoxPlot(new PlotText("Tick cost", "", "time, µs"))
                .add("observe", samples(500, 3, 1))
                .add("policy", samples(500, 8, 2))
                .add("write", samples(500, 1, 0.2));
    }

    private static BoxPlot manyBoxes() {
        final BoxPlot plot = new BoxPlot(new PlotText("Path of each gait", "gait", "path, m")).logarithmic();
        for (int i = 0; i < 9; i++) {
            plot.add("gait " + i, samples(40, 20 + i, 1 + 0.3 * i));
        }
        return plot;
    }

    private static HistogramPlot histogram() {
        return new HistogramPlot(new PlotText("Wake-up lateness", "lateness, µs", "share, %"), 0, 12, 48)
                .add("idle", samples(5000, 4, 1))
                .add("busy", samples(5000, 6, 1.8));
    }

    private static double[] samples(final int count, final double mean, final double deviation) {
        final Random random = new Random(SEED + count + Math.round(7 * mean));
        return random.doubles(count)
                .map(u -> mean + deviation * random.nextGaussian())
                .toArray();
    }

    @DrawsText
    @ParameterizedTest
    @MethodSource("plots")
    void isWrittenWithAllItsColours(final Plot plot) throws IOException {
        final Path file = folder.resolve("plot.png");
        plot.write(file);
        final long bytes = Files.size(file);
        assertTrue(bytes > 5_000 && bytes < 150_000, "bytes " + bytes);
        final BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(Plot.WIDTH, image.getWidth());
        assertEquals(Plot.HEIGHT, image.getHeight());
        final Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.contains(0xFFFFFFFF), "paper is white");
        assertTrue(colours.stream().anyMatch(c -> (c & 0xFF) - (c >> 16 & 0xFF) > 60), "the first series is blue");
    }

    @DrawsText
    @ParameterizedTest
    @MethodSource("plots")
    void isWrittenAsShapesWhenTheNameSaysSo(final Plot plot) throws IOException {
        final Path file = folder.resolve("plot.svg");
        plot.write(file);
        final String text = Files.readString(file);
        assertTrue(text.contains("viewBox=\"0 0 1000 600\""), "viewBox");
        assertTrue(text.contains("rgb(0,114,178)"), "the first series is blue");
    }

    @Test
    void refusesPlacesThatCannotBeWritten() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));
        refused(folder, "is a folder");
        refused(folder.resolve("no/plot.png"), "there is no folder");
        refused(file.resolve("plot.png"), "there is no folder");
    }

    private static void refused(final Path file, final String problem) {
        final String message =
                assertThrows(Refusal.class, () -> bars().write(file)).getMessage();
        assertTrue(message.startsWith("plot " + file + ": " + problem), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void refusesSeriesThatDoNotFit() {
        final BarPlot bars = bars();
        final double[] two = new double[2];
        final double[] three = new double[3];
        final double[] none = new double[0];
        assertRefuses("\"x\" has 2 values, must be 3", () -> bars.add("x", two));
        assertRefuses("\"x\" has 2 errors, must be 3", () -> bars.add("x", three, two));
        assertRefuses("\"x\" has 2 y values, must be 3", () -> lines().line("x", three, two));
        assertRefuses("\"x\" has 2 errors, must be 3", () -> lines().line("x", three, three, two));
        assertRefuses("\"x\" has 0 y values, must be at least 1", () -> points().points("x", none, none));
        assertRefuses("\"x\" has 0 samples, must be at least 1", () -> boxes().add("x", none));
        assertRefuses(
                "\"x\" has 0 samples, must be at least 1", () -> histogram().add("x", none));
        assertRefuses("has 0 categories", () -> new BarPlot(TEXT, List.of()));
        assertRefuses("1.0 to 1.0", () -> new HistogramPlot(TEXT, 1, 1, 3));
        assertRefuses("0 bins", () -> new HistogramPlot(TEXT, 0, 1, 0));
        assertRefuses("has no series", () -> new LinePlot(TEXT).image());
    }

    private static void assertRefuses(final String problem, final Runnable what) {
        final String message =
                assertThrows(IllegalArgumentException.class, what::run).getMessage();
        assertTrue(message.contains(problem), message);
    }

    @Test
    void quantilesLieBetweenSamplesInProportion() {
        final double[] sorted = {1, 2, 4, 8};
        assertEquals(1, BoxPlot.quantile(sorted, 0));
        assertEquals(1.75, BoxPlot.quantile(sorted, 0.25));
        assertEquals(3, BoxPlot.quantile(sorted, 0.5));
        assertEquals(8, BoxPlot.quantile(sorted, 1));
        assertEquals(5, BoxPlot.quantile(new double[] {5}, 0.3));
        assertRefuses("not finite", () -> boxes().add("x", new double[] {1, Double.NaN}));
    }

    @Test
    void histogramCountsSharesAndKeepsOutliersInTheOutermostBins() {
        final HistogramPlot plot = new HistogramPlot(TEXT, 0, 4, 4);
        assertArrayEquals(new double[] {40, 0, 20, 20}, plot.shares(new double[] {-3, 0.5, 2, 99, Double.NaN}), 1e-12);
    }

    /** A legend that is too wide for the picture would be cut off at both its sides. */
    @DrawsText
    @Test
    void namesOfManyLinesStayInThePicture() {
        final LinePlot plot = new LinePlot(TEXT);
        for (int i = 0; i < 12; i++) {
            plot.line("vertical_velocity_square " + i, new double[] {0, 1, 3}, new double[] {i, i + 1, i});
        }
        final BufferedImage image = plot.image();
        for (int y = 0; y < Plot.HEIGHT; y++) {
            for (final int x : new int[] {0, 1, 2, Plot.WIDTH - 3, Plot.WIDTH - 2, Plot.WIDTH - 1}) {
                assertEquals(0xFFFFFF, image.getRGB(x, y) & 0xFFFFFF, "pixel " + x + ", " + y);
            }
        }
    }
}
