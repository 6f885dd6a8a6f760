package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Pen.Align;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** Hidden states over a run: a line a neuron about its mean, all neurons of a layer in one scale. */
final class TracesPicture {
    private static final int WIDTH = 1200;
    private static final int TOP = 84;
    private static final int BOTTOM = 62;
    private static final int LEFT = 176;
    private static final int RIGHT = 130;
    private static final int NEURONS_MAX = 48;
    private static final int BODY = 760;
    private static final double ROW_MAX = 34;
    private static final double LAYER_GAP = 16;
    private static final double OVERLAP = 0.75;

    private final PlottedPolicy subject;
    private final Rows rows;
    private final double row;
    private final int height;

    private TracesPicture(final PlottedPolicy subject) {
        this.subject = subject;
        rows = Rows.neurons(subject, NEURONS_MAX);
        row = Math.min(ROW_MAX, (double) BODY / rows.size());
        height = (int)
                Math.ceil(TOP + row * rows.size() + LAYER_GAP * rows.groups().size() + BOTTOM);
    }

    static Drawing of(final PlottedPolicy subject) {
        final TracesPicture picture = new TracesPicture(subject);
        return new Drawing(WIDTH, picture.height, picture::paint);
    }

    private void paint(final Graphics2D g) {
        final Pen pen = new Pen(g);
        pen.page(
                WIDTH,
                height,
                "Hidden states of " + subject.name(),
                subject.run().source() + "; " + Rows.shown(subject, rows) + ", about their means, one scale a layer");
        final TimeAxis axis = new TimeAxis(
                LEFT, WIDTH - RIGHT, subject.run().steps() * subject.run().stepS());
        axis.grid(pen, TOP, height - BOTTOM);
        double y = TOP;
        for (int k = 0; k < rows.groups().size(); k++) {
            final Rows.Group group = rows.groups().get(k);
            final double bottom = y + row * group.size();
            pen.bracket(group.name(), LEFT - 98.0, y + 3, bottom - 3);
            group(pen, axis, group, y, k);
            y = bottom + LAYER_GAP;
        }
        axis.numbers(pen, height - BOTTOM);
    }

    private void group(final Pen pen, final TimeAxis axis, final Rows.Group group, final double top, final int layer) {
        double reach = Statistics.STILL;
        for (final double[] series : group.series()) {
            final double mean = Statistics.mean(series);
            reach = Math.max(
                    reach,
                    Arrays.stream(series).map(v -> Math.abs(v - mean)).max().orElse(0));
        }
        final double unit = OVERLAP * row / reach;
        for (int i = 0; i < group.size(); i++) {
            final double[] series = group.series()[i];
            final double mean = Statistics.mean(series);
            final double middle = top + row * (i + 0.5);
            pen.line(axis.left(), middle, axis.right(), middle, 1, Style.GRID);
            final Path2D path = new Path2D.Double();
            for (int k = 0; k < series.length; k++) {
                final double x = axis.x(k * subject.run().stepS());
                final double y = middle - unit * (series[k] - mean);
                if (k == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            pen.stroke(path, 1.6, Style.colour(layer));
            final int size = (int) Math.clamp(0.6 * row, 7, Pen.SMALL);
            pen.text(group.names().get(i), LEFT - 10, middle, size, Align.RIGHT, Style.INK);
            pen.text(
                    Ticks.text(Arrays.stream(series).min().orElse(0)) + " to "
                            + Ticks.text(Arrays.stream(series).max().orElse(0)),
                    WIDTH - RIGHT + 10.0,
                    middle,
                    size,
                    Align.LEFT,
                    Style.SOFT_INK);
        }
    }
}
