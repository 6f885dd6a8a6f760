package gaitd.lab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Common style of all plots: readable fonts, a light grid, colours distinguishable for the colour-blind.
 *
 * <p>Source of the colours: Okabe and Ito, Color Universal Design, 2008.
 */
public final class Style {
    /** Width that fonts and strokes are chosen for. */
    static final int WIDTH = 1000;
    /** Height that fonts and strokes are chosen for. */
    static final int HEIGHT = 600;
    /** Free space around all. */
    static final int PADDING = 18;

    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0xCC79A7),
        new Color(0x444444)
    };
    /** Colour of titles. */
    public static final Color INK = new Color(0x22252A);
    /** Colour of numbers and names along axes. */
    public static final Color SOFT_INK = new Color(0x5C6169);

    /** Colour of grid lines. */
    public static final Color GRID = new Color(0xE3E5E8);

    private static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP
    };
    private static final float[][] DASHES = {null, {9, 5}, {3, 4}, {12, 4, 3, 4}};
    private static final float LINE = 2.4f;

    private Style() {}

    /**
     * Colour of a series.
     *
     * @param index of the series
     * @return the colour; they come again after seven
     */
    public static Color colour(final int index) {
        return COLOURS[index % COLOURS.length];
    }

    /**
     * Marker of a series of points.
     *
     * @param index of the series
     * @return the marker
     */
    static Marker marker(final int index) {
        return MARKERS[index % MARKERS.length];
    }

    /**
     * Line of a series.
     *
     * @param index of the series
     * @return whole for the first, then dashed
     */
    static BasicStroke line(final int index) {
        return new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[index % DASHES.length], 0);
    }

    /**
     * Applies the style to a chart.
     *
     * @param styler of the chart
     */
    static void apply(final AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setAntiAlias(true);
        styler.setSeriesColors(COLOURS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartPadding(PADDING);
        styler.setChartTitleFont(font(Font.BOLD, 20));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(10);
        styler.setLegendFont(font(Font.PLAIN, 15));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendBackgroundColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(0.94);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(HAIRLINE);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 16));
        styler.setXAxisTitleColor(INK);
        styler.setYAxisTitleColor(INK);
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 14));
        styler.setAxisTickLabelsColor(SOFT_INK);
        styler.setAxisTickMarksColor(SOFT_INK);
        styler.setXAxisLogarithmicDecadeOnly(false);
        styler.setYAxisLogarithmicDecadeOnly(false);
        styler.setErrorBarsColor(INK);
        styler.setMarkerSize(8);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setLegendPadding(14);
    }

    /**
     * A font of the plots.
     *
     * @param style as in {@link Font}
     * @param size points
     * @return the font
     */
    public static Font font(final int style, final int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
