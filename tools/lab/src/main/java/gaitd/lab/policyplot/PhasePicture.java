package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Pen.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Phase portraits: all neurons along the three directions in which they vary most, and the neurons that vary most against their rates
 * of change. Colour is time.
 */
final class PhasePicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 860;
    private static final int SIDE = 290;
    private static final int GAP = 90;
    private static final int LEFT = 84;
    private static final int TOP = 96;
    private static final int ROWS_GAP = 72;
    private static final int COUNT = 3;
    private static final double MARGIN = 0.06;

    private final PlottedPolicy subject;
    private final List<String> names;
    private final double[][] series;
    private final Components components;

    private PhasePicture(final PlottedPolicy subject) {
        this.subject = subject;
        final Rows rows = Rows.neurons(subject, Integer.MAX_VALUE);
        names = rows.groups().stream().flatMap(group -> group.names().stream()).toList();
        series = rows.groups().stream()
                .flatMap(group -> Arrays.stream(group.series()))
                .toArray(double[][]::new);
        components = new Components(series, COUNT);
    }

    static Drawing of(final PlottedPolicy subject) {
        return new Drawing(WIDTH, HEIGHT, new PhasePicture(subject)::paint);
    }

    private void paint(final Graphics2D g) {
        final Pen pen = new Pen(g);
        pen.page(
                WIDTH,
                HEIGHT,
                "Phase portraits of " + subject.name(),
                subject.run().source());
        for (int panel = 0; panel < COUNT; panel++) {
            final int a = panel == 2 ? 1 : 0;
            final int b = panel == 0 ? 1 : 2;
            portrait(pen, panel, 0, components.score(a), components.score(b), component(a), component(b));
        }
        final int[] liveliest = IntStream.range(0, series.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Statistics.deviation(series[i])))
                .limit(COUNT)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int panel = 0; panel < liveliest.length; panel++) {
            final double[] values = series[liveliest[panel]];
            portrait(pen, panel, 1, values, rates(values), names.get(liveliest[panel]), "its rate of change, 1/s");
        }
        key(pen);
    }

    private String component(final int index) {
        return "component %d (%s %% of variance)".formatted(index + 1, Ticks.text(100 * components.share(index)));
    }

    /** Central differences, at the ends one-sided. */
    private double[] rates(final double[] values) {
        final double[] rates = new double[values.length];
        for (int k = 0; k < rates.length; k++) {
            final int before = Math.max(0, k - 1);
            final int after = Math.min(values.length - 1, k + 1);
            rates[k] = after == before
                    ? 0
                    : (values[after] - values[before])
                            / ((after - before) * subject.run().stepS());
        }
        return rates;
    }

    private void portrait(
            final Pen pen,
            final int column,
            final int row,
            final double[] a,
            final double[] b,
            final String nameA,
            final String nameB) {
        final Rectangle2D area =
                new Rectangle2D.Double(LEFT + column * (SIDE + GAP), TOP + row * (SIDE + ROWS_GAP), SIDE, SIDE);
        final double[] rangeA = range(a);
        final double[] rangeB = range(b);
        for (final double tick : Ticks.linear(rangeA[0], rangeA[1], 5)) {
            final double x = area.getX() + SIDE * share(tick, rangeA);
            pen.line(x, area.getMinY(), x, area.getMaxY(), 1, Style.GRID);
            pen.text(Ticks.text(tick), x, area.getMaxY() + 12, Pen.SMALL, Align.CENTRE, Style.SOFT_INK);
        }
        for (final double tick : Ticks.linear(rangeB[0], rangeB[1], 5)) {
            final double y = area.getMaxY() - SIDE * share(tick, rangeB);
            pen.line(area.getMinX(), y, area.getMaxX(), y, 1, Style.GRID);
            pen.text(Ticks.text(tick), area.getMinX() - 6, y, Pen.SMALL, Align.RIGHT, Style.SOFT_INK);
        }
        pen.text(nameA, area.getCenterX(), area.getMaxY() + 32, Pen.PLAIN, Align.CENTRE, Style.INK);
        pen.upright(nameB, area.getMinX() - 56, area.getCenterY(), Pen.PLAIN, Align.CENTRE);
        int from = 0;
        for (int k = 1; k < a.length; k++) {
            if (k == a.length - 1 || !colour(k + 1, a.length).equals(colour(k, a.length))) {
                final Path2D path = new Path2D.Double();
                for (int i = from; i <= k; i++) {
                    final double px = area.getX() + SIDE * share(a[i], rangeA);
                    final double py = area.getMaxY() - SIDE * share(b[i], rangeB);
                    if (i == from) {
                        path.moveTo(px, py);
                    } else {
                        path.lineTo(px, py);
                    }
                }
                pen.stroke(path, 1.5, colour(k, a.length));
                from = k;
            }
        }
        final double x = area.getX() + SIDE * share(a[0], rangeA);
        final double y = area.getMaxY() - SIDE * share(b[0], rangeB);
        final Ellipse2D start = new Ellipse2D.Double(x - 4, y - 4, 8, 8);
        pen.fill(start, Color.WHITE);
        pen.stroke(start, 1.5, Style.INK);
    }

    /** In 32 steps; the lightest colours, hard to see on white, are left out. */
    private static Color colour(final int step, final int steps) {
        return Shades.sequential(0.88 * Math.floor(32.0 * step / steps) / 32);
    }

    private static double share(final double value, final double[] range) {
        return (value - range[0]) / (range[1] - range[0]);
    }

    private static double[] range(final double[] values) {
        final double low = Arrays.stream(values).min().orElse(0);
        final double high = Arrays.stream(values).max().orElse(0);
        final double margin = Math.max(MARGIN * (high - low), Statistics.STILL);
        return new double[] {low - margin, high + margin};
    }

    private void key(final Pen pen) {
        final double y = HEIGHT - 30;
        final double left = WIDTH / 2.0 - 160;
        pen.sharp(true);
        for (int i = 0; i < 32; i++) {
            pen.box(left + 8 * i, y - 6, 8, 12, colour(i, 32));
        }
        pen.sharp(false);
        pen.text("0 s", left - 8, y, Pen.PLAIN, Align.RIGHT, Style.INK);
        pen.text(
                Ticks.text((subject.run().steps() - 1) * subject.run().stepS()) + " s",
                left + 264,
                y,
                Pen.PLAIN,
                Align.LEFT,
                Style.INK);
        final Ellipse2D start = new Ellipse2D.Double(left + 348, y - 4, 8, 8);
        pen.stroke(start, 1.5, Style.INK);
        pen.text("start", left + 364, y, Pen.PLAIN, Align.LEFT, Style.INK);
    }
}
