package gaitd.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Distributions side by side: a box from quartile to quartile with the median in it, whiskers to the last samples within 1.5
 * boxes, and a point for each sample beyond.
 */
public final class BoxPlot extends Plot {
    private static final double HALF_BOX = 0.22;
    private static final double HALF_CAP = 0.09;
    private static final double WHISKER_BOXES = 1.5;
    private static final double HALF_PLACE = 0.6;
    private static final int TITLE_PIXELS = 28;
    private static final int NAMES_PIXELS = 16;
    private static final int SEE_THROUGH = 90;

    private final XYChart chart = new XYChart(Style.WIDTH, Style.HEIGHT);
    private final List<String> names = new ArrayList<>();
    private final String xAxis;

    /**
     * A plot without series.
     *
     * @param text title and axes
     */
    public BoxPlot(final PlotText text) {
        super(text);
        xAxis = text.xAxis();
        chart.setTitle(text.title());
        chart.setXAxisTitle(" ");
        chart.setCustomXAxisTickLabelsFormatter(place -> "");
        chart.setYAxisTitle(text.yAxis());
        Style.apply(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAxisTicksMarksVisible(false);
    }

    /**
     * Adds a distribution.
     *
     * @param name under the box
     * @param samples at least 1, all finite
     * @return this plot
     */
    public BoxPlot add(final String name, final double[] samples) {
        check(name, "samples", samples.length, samples.length);
        final double[] sorted = samples.clone();
        Arrays.sort(sorted);
        if (!Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("series \"" + name + "\" has samples that are not finite");
        }
        final int index = added();
        names.add(name);
        draw(index, sorted);
        return this;
    }

    private void draw(final int index, final double[] sorted) {
        final double low = quantile(sorted, 0.25);
        final double high = quantile(sorted, 0.75);
        final double reach = WHISKER_BOXES * (high - low);
        int first = 0;
        int last = sorted.length - 1;
        while (sorted[first] < low - reach) {
            first++;
        }
        while (sorted[last] > high + reach) {
            last--;
        }
        final double left = index - HALF_BOX;
        final double right = index + HALF_BOX;
        final XYSeries box = line(
                index, "box", new double[] {left, right, right, left, left}, new double[] {low, low, high, high, low});
        final Color colour = Style.colour(index);
        box.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        box.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), SEE_THROUGH));
        whisker(index, "lower", low, sorted[first]);
        whisker(index, "upper", high, sorted[last]);
        final double median = quantile(sorted, 0.5);
        line(index, "median", new double[] {left, right}, new double[] {median, median})
                .setLineStyle(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        beyond(index, sorted, first, last);
    }

    private void whisker(final int index, final String what, final double from, final double to) {
        line(index, what, new double[] {index, index, index - HALF_CAP, index + HALF_CAP}, new double[] {
            from, to, to, to
        });
    }

    private void beyond(final int index, final double[] sorted, final int first, final int last) {
        final int count = first + sorted.length - 1 - last;
        if (count > 0) {
            final double[] x = new double[count];
            final double[] y = new double[count];
            Arrays.fill(x, index);
            System.arraycopy(sorted, 0, y, 0, first);
            System.arraycopy(sorted, last + 1, y, first, count - first);
            final XYSeries points = line(index, "beyond", x, y);
            points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            points.setMarker(SeriesMarkers.CIRCLE);
            points.setMarkerColor(Style.colour(index));
        }
    }

    private XYSeries line(final int index, final String what, final double[] x, final double[] y) {
        final XYSeries series = chart.addSeries(index + " " + what, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Style.colour(index));
        series.setLineStyle(Style.line(0));
        return series;
    }

    /**
     * A quantile, between samples in proportion.
     *
     * @param sorted rising, at least 1
     * @param share 0 for the least, 1 for the greatest
     * @return the quantile
     */
    static double quantile(final double[] sorted, final double share) {
        final double place = share * (sorted.length - 1);
        final int below = (int) place;
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Makes the y axis logarithmic.
     *
     * @return this plot
     */
    public BoxPlot logarithmic() {
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    @Override
    AxesChart<?, ?> chart() {
        chart.getStyler().setXAxisMin(-HALF_PLACE);
        chart.getStyler().setXAxisMax(series() - 1 + HALF_PLACE);
        return chart;
    }

    /** XChart puts numbers only under such an axis: the names are written below it. */
    @Override
    void paint(final Graphics2D g) {
        final int bottom = Style.HEIGHT - NAMES_PIXELS - (xAxis.isEmpty() ? 0 : TITLE_PIXELS);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, Style.WIDTH, Style.HEIGHT);
        chart().paint(g, Style.WIDTH, bottom);
        g.setColor(Style.SOFT_INK);
        g.setFont(Style.font(Font.PLAIN, 15));
        for (int i = 0; i < names.size(); i++) {
            centred(g, names.get(i), i, bottom);
        }
        g.setColor(Style.INK);
        g.setFont(Style.font(Font.PLAIN, 16));
        centred(g, xAxis, (names.size() - 1) / 2.0, Style.HEIGHT - NAMES_PIXELS);
    }

    private void centred(final Graphics2D g, final String text, final double place, final int baseline) {
        final double left =
                chart.getScreenXFromChart(place) - g.getFontMetrics().stringWidth(text) / 2.0;
        g.drawString(text, (float) left, baseline);
    }
}
