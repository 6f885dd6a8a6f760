package gaitd.lab.policyplot;

import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Pen.Align;

/**
 * Time from left to right.
 *
 * @param left where the run begins
 * @param right where it ends
 * @param endS length of the run, s
 */
record TimeAxis(double left, double right, double endS) {
    private static final int TICKS = 10;

    double x(final double timeS) {
        return left + (right - left) * timeS / endS;
    }

    /** Upright grid lines. */
    void grid(final Pen pen, final double top, final double bottom) {
        for (final double tick : Ticks.linear(0, endS, TICKS)) {
            pen.line(x(tick), top, x(tick), bottom, 1, Style.GRID);
        }
    }

    /** Numbers and the axis' name below y. */
    void numbers(final Pen pen, final double y) {
        for (final double tick : Ticks.linear(0, endS, TICKS)) {
            pen.line(x(tick), y, x(tick), y + 4, 1, Style.SOFT_INK);
            pen.text(Ticks.text(tick), x(tick), y + 14, Pen.PLAIN, Align.CENTRE, Style.SOFT_INK);
        }
        pen.text("time, s", (left + right) / 2, y + 36, Pen.PLAIN + 1, Align.CENTRE, Style.INK);
    }
}
