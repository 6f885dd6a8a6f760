package gaitd.lab.plot;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and clouds of points over two axes of numbers; a value that is not a number leaves a gap. */
public final class LinePlot extends Plot {
    private static final double UNEVEN = 0.123;
    private static final double LEGEND_MARK = 60;
    private static final double LEGEND_LETTER = 8;

    private final XYChart chart = new XYChart(Style.WIDTH, Style.HEIGHT);
    private double legendWidth;

    /**
     * A plot without series.
     *
     * @param text title and axes
     */
    public LinePlot(final PlotText text) {
        super(text);
        chart.setTitle(text.title());
        chart.setXAxisTitle(text.xAxis());
        chart.setYAxisTitle(text.yAxis());
        Style.apply(chart.getStyler());
        chart.getStyler().setPlotGridVerticalLinesVisible(true);
    }

    /**
     * Adds a line.
     *
     * @param name in the legend
     * @param x places, rising
     * @param y a value for each place
     * @return this plot
     */
    public LinePlot line(final String name, final double[] x, final double[] y) {
        return line(name, x, y, null);
    }

    /**
     * Adds a line with error bars.
     *
     * @param name in the legend
     * @param x places, rising
     * @param y a value for each place
     * @param errors half the length of each error bar, or null for none
     * @return this plot
     */
    public LinePlot line(final String name, final double[] x, final double[] y, final double[] errors) {
        final XYSeries series = add(name, x, y, errors);
        series.setMarker(errors == null ? SeriesMarkers.NONE : Style.marker(series() - 1));
        series.setLineStyle(Style.line(series() - 1));
        return this;
    }

    /**
     * Adds a cloud of points.
     *
     * @param name in the legend
     * @param x places
     * @param y a value for each place
     * @return this plot
     */
    public LinePlot points(final String name, final double[] x, final double[] y) {
        final XYSeries series = add(name, x, y, null);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(Style.marker(series() - 1));
        return this;
    }

    private XYSeries add(final String name, final double[] x, final double[] y, final double[] errors) {
        check(name, "y values", y.length, x.length);
        if (errors != null) {
            check(name, "errors", errors.length, x.length);
        }
        final XYSeries series = chart.addSeries(name, x, y, errors);
        legendWidth += LEGEND_MARK + LEGEND_LETTER * name.length();
        if (series() == 0) {
            unevenPlace(x, y);
        }
        final int index = added();
        series.setLineColor(Style.colour(index));
        series.setMarkerColor(Style.colour(index));
        return series;
    }

    /**
     * Makes the x axis logarithmic.
     *
     * @return this plot
     */
    public LinePlot logarithmicX() {
        chart.getStyler().setXAxisLogarithmic(true);
        return this;
    }

    /**
     * Makes the y axis logarithmic.
     *
     * @return this plot
     */
    public LinePlot logarithmicY() {
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    /**
     * Lets the y axis begin at zero.
     *
     * @return this plot
     */
    public LinePlot fromZero() {
        chart.getStyler().setYAxisMin(0.0);
        return this;
    }

    /**
     * XChart labels evenly spaced points too densely to be read. One invisible point between two of them makes it
     * choose round numbers.
     */
    private void unevenPlace(final double[] x, final double[] y) {
        for (int i = 1; i < x.length; i++) {
            if (Double.isFinite(y[i]) && x[i] != x[i - 1]) {
                final XYSeries unseen =
                        chart.addSeries(" ", new double[] {x[i] + UNEVEN * (x[i - 1] - x[i])}, new double[] {y[i]});
                unseen.setMarker(SeriesMarkers.NONE);
                unseen.setShowInLegend(false);
                return;
            }
        }
    }

    @Override
    AxesChart<?, ?> chart() {
        chart.getStyler().setLegendVisible(series() > 1);
        if (legendWidth > Style.WIDTH) {
            chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
            chart.getStyler().setLegendLayout(LegendLayout.Vertical);
        }
        return chart;
    }
}
