package gaitd.lab.plot;

/**
 * Title and axes of a plot.
 *
 * @param title one line
 * @param xAxis quantity of the x axis with its unit, such as {@code "speed, m/s"}; empty under named categories
 * @param yAxis quantity of the y axis with its unit
 */
public record PlotText(String title, String xAxis, String yAxis) {}
