package gaitd.lab.plot;

/**
 * What is written around a plot.
 *
 * @param title one line
 * @param xAxis what the x axis is, with its unit, such as {@code "speed, m/s"}; empty under named categories
 * @param yAxis what the y axis is, with its unit
 */
public record PlotText(String title, String xAxis, String yAxis) {}
