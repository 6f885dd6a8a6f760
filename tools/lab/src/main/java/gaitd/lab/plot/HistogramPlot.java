package gaitd.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How often values fall into bins of equal width, one see-through staircase a series. */
public final class HistogramPlot extends Plot {
    private static final int SEE_THROUGH = 90;

    private final XYChart chart = new XYChart(Style.WIDTH, Style.HEIGHT);
    private final double least;
    private final double most;
    private final int bins;

    /**
     * A plot without series.
     *
     * @param text title and axes
     * @param least where the first bin begins
     * @param most where the last bin ends, above least; values outside fall into the outermost bins
     * @param bins how many, at least 1
     */
    public HistogramPlot(final PlotText text, final double least, final double most, final int bins) {
        super(text);
        if (!(most > least) || bins < 1) {
            throw new IllegalArgumentException("histogram from " + least + " to " + most + " in " + bins
                    + " bins: must end above its begin and have a bin");
        }
        this.least = least;
        this.most = most;
        this.bins = bins;
        chart.setTitle(text.title());
        chart.setXAxisTitle(text.xAxis());
        chart.setYAxisTitle(text.yAxis());
        Style.apply(chart.getStyler());
        chart.getStyler().setYAxisMin(0.0);
    }

    /**
     * Adds a distribution.
     *
     * @param name in the legend
     * @param samples at least 1
     * @return this plot
     */
    public HistogramPlot add(final String name, final double[] samples) {
        check(name, "samples", samples.length, samples.length);
        final double[] share = shares(samples);
        final double[] x = new double[bins + 2];
        final double[] y = new double[bins + 2];
        x[0] = least;
        for (int i = 0; i <= bins; i++) {
            x[i + 1] = least + (most - least) * i / bins;
            y[i + 1] = i < bins ? share[i] : 0;
        }
        final XYSeries series = chart.addSeries(name, x, y);
        final Color colour = Style.colour(added());
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(2));
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), SEE_THROUGH));
        return this;
    }

    /**
     * Shares of the bins.
     *
     * @param samples at least 1; those that are no number count for no bin
     * @return percent of the samples
     */
    double[] shares(final double[] samples) {
        final double[] out = new double[bins];
        for (final double sample : samples) {
            if (!Double.isNaN(sample)) {
                final int bin = (int) Math.floor((sample - least) / (most - least) * bins);
                out[Math.clamp(bin, 0, bins - 1)] += 100.0 / samples.length;
            }
        }
        return out;
    }

    @Override
    AxesChart<?, ?> chart() {
        chart.getStyler().setLegendVisible(series() > 1);
        return chart;
    }
}
