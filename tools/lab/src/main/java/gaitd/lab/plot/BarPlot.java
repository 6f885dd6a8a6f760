package gaitd.lab.plot;

import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Bars in groups: a group for each category, in it a bar for each series. */
public final class BarPlot extends Plot {
    private static final int SLANT_DEG = 40;

    private final CategoryChart chart = new CategoryChart(Style.WIDTH, Style.HEIGHT);
    private final List<String> categories;

    /**
     * A plot without series.
     *
     * @param text title and axes
     * @param categories names of the groups, at least 1
     */
    public BarPlot(final PlotText text, final List<String> categories) {
        super(text);
        check(text.title(), "categories", categories.size(), Math.max(1, categories.size()));
        this.categories = List.copyOf(categories);
        chart.setTitle(text.title());
        chart.setXAxisTitle(text.xAxis());
        chart.setYAxisTitle(text.yAxis());
        Style.apply(chart.getStyler());
        chart.getStyler().setXAxisTitleVisible(!text.xAxis().isEmpty());
        chart.getStyler().setAvailableSpaceFill(0.7);
        chart.getStyler().setLabelsFont(Style.font(Font.BOLD, 14));
        chart.getStyler().setLabelsPosition(0.5);
    }

    /**
     * Adds a bar to each group.
     *
     * @param name of the series, in the legend
     * @param values a value for each category
     * @return this plot
     */
    public BarPlot add(final String name, final double[] values) {
        return add(name, values, null);
    }

    /**
     * Adds a bar with an error bar to each group.
     *
     * @param name of the series, in the legend
     * @param values a value for each category
     * @param errors half the length of each error bar, or null for none
     * @return this plot
     */
    public BarPlot add(final String name, final double[] values, final double[] errors) {
        check(name, "values", values.length, categories.size());
        if (errors == null) {
            chart.addSeries(name, categories, boxed(values));
        } else {
            check(name, "errors", errors.length, categories.size());
            chart.addSeries(name, categories, boxed(values), boxed(errors));
        }
        added();
        return this;
    }

    /**
     * Writes the values into the bars.
     *
     * @param pattern decimals as in {@link java.text.DecimalFormat}, such as {@code "0.0"}
     * @return this plot
     */
    public BarPlot labels(final String pattern) {
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setYAxisDecimalPattern(pattern);
        return this;
    }

    /**
     * Writes the names of the groups aslant, for many of them or long ones.
     *
     * @return this plot
     */
    public BarPlot slanted() {
        chart.getStyler().setXAxisLabelRotation(SLANT_DEG);
        chart.getStyler().setXAxisMaxLabelCount(categories.size());
        return this;
    }

    /**
     * Makes the y axis logarithmic.
     *
     * @return this plot
     */
    public BarPlot logarithmic() {
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    private static List<Double> boxed(final double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    AxesChart<?, ?> chart() {
        chart.getStyler().setLegendVisible(series() > 1);
        return chart;
    }
}
