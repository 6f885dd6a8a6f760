package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Pen.Align;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Observations, neurons and actions over a run as a heat map; each row less its mean, in its own deviations. */
final class ActivityPicture {
    private static final int WIDTH = 1200;
    private static final int TOP = 84;
    private static final int BOTTOM = 62;
    private static final int LEFT = 200;
    private static final int RIGHT = 120;
    private static final int NEURONS_MAX = 40;
    private static final int COLUMNS_MAX = 220;
    private static final int BODY = 800;
    private static final double ROW_MAX = 20;
    private static final double ROW_LEAST = 10;
    private static final double GAP = 8;
    private static final double DEVIATIONS = 2.5;

    private final PlottedPolicy subject;
    private final Rows neurons;
    private final Rows rows;
    private final double row;
    private final int height;

    private ActivityPicture(final PlottedPolicy subject) {
        this.subject = subject;
        neurons = Rows.neurons(subject, NEURONS_MAX);
        rows = Rows.observations(subject).and(neurons).and(Rows.actions(subject));
        row = Math.clamp(2 * Math.floor(BODY / (2.0 * rows.size())), ROW_LEAST, ROW_MAX);
        height = (int) (TOP + row * rows.size() + GAP * rows.groups().size() + BOTTOM);
    }

    static Drawing of(final PlottedPolicy subject) {
        final ActivityPicture picture = new ActivityPicture(subject);
        return new Drawing(WIDTH, picture.height, picture::paint);
    }

    private void paint(final Graphics2D g) {
        final Pen pen = new Pen(g);
        pen.page(
                WIDTH,
                height,
                "Observations, neurons and actions of " + subject.name(),
                subject.run().source() + "; " + Rows.shown(subject, neurons));
        final int steps = subject.run().steps();
        final TimeAxis axis =
                new TimeAxis(LEFT, WIDTH - RIGHT, steps * subject.run().stepS());
        double y = TOP;
        for (final Rows.Group group : rows.groups()) {
            final double[][] cells =
                    Arrays.stream(group.series()).map(ActivityPicture::cells).toArray(double[][]::new);
            final double bottom = y + row * group.size();
            HeatCells.draw(pen, cells, new Rectangle2D.Double(LEFT, y, WIDTH - LEFT - RIGHT, bottom - y), 0);
            pen.bracket(group.name(), LEFT - 86.0, y + 1, bottom - 1);
            for (int i = 0; i < group.size(); i++) {
                final int size = (int) Math.clamp(0.75 * row, 7, Pen.SMALL);
                pen.text(group.names().get(i), LEFT - 8, y + row * (i + 0.5), size, Align.RIGHT, Style.INK);
            }
            y = bottom + GAP;
        }
        axis.numbers(pen, height - BOTTOM);
        HeatCells.key(pen, WIDTH - RIGHT + 20.0, TOP, 180, new String[] {"+2.5 \u03c3", "mean", "\u22122.5 \u03c3"});
    }

    /** Means over so many steps that there are not too many cells. */
    private static double[] cells(final double[] series) {
        final double[] standard = Statistics.standardised(series);
        final boolean still = Statistics.deviation(series) < Statistics.STILL;
        final int columns = Math.min(COLUMNS_MAX, standard.length);
        final double[] out = new double[columns];
        for (int i = 0; i < columns; i++) {
            final int from = i * standard.length / columns;
            final int to = (i + 1) * standard.length / columns;
            out[i] = still ? Double.NaN : Statistics.mean(Arrays.copyOfRange(standard, from, to)) / DEVIATIONS;
        }
        return out;
    }
}
