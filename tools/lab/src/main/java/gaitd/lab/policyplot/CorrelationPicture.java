package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Pen.Align;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Correlation of neurons with observations over a run: a row a neuron, a column an observation, and the actions behind them. */
final class CorrelationPicture {
    private static final int TOP = 100;
    private static final int BOTTOM = 142;
    private static final int LEFT = 176;
    private static final int RIGHT = 120;
    private static final int NEURONS_MAX = 64;
    private static final int WIDTH_LEAST = 760;
    private static final int BODY_WIDTH = 1000;
    private static final int BODY_HEIGHT = 640;
    private static final double CELL_MAX = 26;
    private static final double GAP = 8;
    private static final double SEAM = 1;
    private static final int NAME_LINES = 4;
    private static final double SLANT = -Math.PI / 3;

    private final PlottedPolicy subject;
    private final Rows rows;
    private final Rows columns;
    private final double cellWidth;
    private final double cellHeight;
    private final int width;
    private final int height;

    private CorrelationPicture(final PlottedPolicy subject) {
        this.subject = subject;
        rows = Rows.neurons(subject, NEURONS_MAX);
        columns = Rows.observations(subject).and(Rows.actions(subject));
        cellWidth = Math.min(CELL_MAX, (double) BODY_WIDTH / columns.size());
        cellHeight = Math.min(CELL_MAX, (double) BODY_HEIGHT / rows.size());
        width = (int) Math.max(
                WIDTH_LEAST,
                LEFT + cellWidth * columns.size() + GAP * columns.groups().size() + RIGHT);
        height = (int) (TOP + cellHeight * rows.size() + GAP * rows.groups().size() + BOTTOM);
    }

    static Drawing of(final PlottedPolicy subject) {
        final CorrelationPicture picture = new CorrelationPicture(subject);
        return new Drawing(picture.width, picture.height, picture::paint);
    }

    private void paint(final Graphics2D g) {
        final Pen pen = new Pen(g);
        pen.page(
                width,
                height,
                "Neurons of " + subject.name() + " and what they follow",
                subject.run().source() + "; " + Rows.shown(subject, rows) + "; correlation without lag");
        double y = TOP;
        for (final Rows.Group group : rows.groups()) {
            final double bottom = y + cellHeight * group.size();
            pen.bracket(group.name(), LEFT - 98.0, y + 1, bottom - 2);
            for (int i = 0; i < group.size(); i++) {
                pen.text(
                        group.names().get(i),
                        LEFT - 8,
                        y + cellHeight * (i + 0.5),
                        (int) Math.clamp(0.75 * cellHeight, 7, Pen.SMALL),
                        Align.RIGHT,
                        Style.INK);
            }
            double x = LEFT;
            for (final Rows.Group signals : columns.groups()) {
                HeatCells.draw(
                        pen,
                        correlations(group, signals),
                        new Rectangle2D.Double(x, y, cellWidth * signals.size(), bottom - y),
                        SEAM);
                x += cellWidth * signals.size() + GAP;
            }
            y = bottom + GAP;
        }
        names(pen, y);
        HeatCells.key(
                pen, width - RIGHT + 30.0, TOP, Math.min(180, y - TOP - GAP), new String[] {"+1", "0", "\u22121"});
    }

    private static double[][] correlations(final Rows.Group neurons, final Rows.Group signals) {
        final double[][] out = new double[neurons.size()][signals.size()];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] = Statistics.correlation(neurons.series()[i], signals.series()[j]);
            }
        }
        return out;
    }

    private void names(final Pen pen, final double y) {
        double x = LEFT;
        final double[] taken = new double[NAME_LINES];
        final int observed = subject.observations().groups().size();
        for (int k = 0; k < columns.groups().size(); k++) {
            final Rows.Group group = columns.groups().get(k);
            final double right = x + cellWidth * group.size();
            for (int i = 0; i < group.size(); i++) {
                pen.turned(
                        group.names().get(i),
                        x + cellWidth * (i + 0.5) + 3,
                        y + 2,
                        (int) Math.clamp(0.75 * cellWidth, 7, Pen.SMALL),
                        SLANT,
                        Align.RIGHT);
            }
            final double below = y + 66;
            pen.line(x, below, right - SEAM, below, 1, Style.SOFT_INK);
            final String name = (k >= observed ? "action: " : "") + group.name();
            final double middle = (x + right) / 2;
            final double half = pen.width(name, Pen.SMALL) / 2;
            int line = 0;
            while (line < taken.length - 1 && middle - half < taken[line]) {
                line++;
            }
            taken[line] = middle + half + GAP;
            pen.text(name, middle, below + 12 + 14 * line, Pen.SMALL, Align.CENTRE, Style.INK);
            x = right + GAP;
        }
    }
}
