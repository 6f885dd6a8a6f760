package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.lab.plot.Style;
import gaitd.lab.policyplot.Circuit.Layer;
import gaitd.lab.policyplot.Circuit.Source;
import gaitd.lab.policyplot.Circuit.Synapse;
import gaitd.lab.policyplot.Pen.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Wiring as a graph: synapses by weight and sign, neurons by time constant. */
final class WiringPicture {
    private static final int WIDTH = 1200;
    private static final int TOP = 128;
    private static final int BOTTOM = 84;
    private static final int LEFT = 210;
    private static final double BRACKET = 84;
    private static final int RIGHT = 110;
    private static final int HEIGHT_LEAST = 560;
    private static final int HEIGHT_MAX = 900;
    private static final double ROW = 15;
    private static final int SYNAPSES_MAX = 1500;
    private static final double STRONG_SHARE = 0.98;
    private static final int KEY_WIDTH = 150;
    private static final int KEY_STEP = 6;

    private final PlottedPolicy subject;
    private final Circuit circuit;
    private final TimeScale times;
    private final WiringLayout layout;
    private final List<Synapse> drawn;
    private final double strong;
    private final int height;

    private WiringPicture(final PlottedPolicy subject) {
        this.subject = subject;
        circuit = subject.circuit();
        times = new TimeScale(circuit, subject.run());
        final int tallest = Math.max(
                circuit.inputs().nodes().size(),
                circuit.layers().getLast().nodes().size());
        height = Math.clamp((int) (TOP + BOTTOM + ROW * tallest), HEIGHT_LEAST, HEIGHT_MAX);
        layout = new WiringLayout(
                circuit, new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, height - TOP - BOTTOM));
        drawn = strongest();
        strong = drawn.isEmpty()
                ? 1
                : Math.abs(drawn.get((int) (STRONG_SHARE * (drawn.size() - 1))).weight());
    }

    /** The same number at most from each layer to each other; the weakest first, to be drawn below the others. */
    private List<Synapse> strongest() {
        final Comparator<Synapse> byWeight = Comparator.comparingDouble(synapse -> Math.abs(synapse.weight()));
        final Map<String, List<Synapse>> bundles = circuit.weighted().stream()
                .filter(synapse -> synapse.weight() != 0)
                .collect(Collectors.groupingBy(
                        synapse -> layout.layerOf(synapse.from()) + " " + layout.layerOf(synapse.to())));
        return bundles.values().stream()
                .flatMap(list -> list.stream().sorted(byWeight.reversed()).limit(SYNAPSES_MAX / bundles.size()))
                .sorted(byWeight)
                .toList();
    }

    static Drawing of(final PlottedPolicy subject) {
        final WiringPicture picture = new WiringPicture(subject);
        return new Drawing(WIDTH, picture.height, picture::paint);
    }

    private void paint(final Graphics2D g) {
        final Pen pen = new Pen(g);
        pen.page(
                WIDTH,
                height,
                "Wiring of " + subject.name(),
                subtitle(),
                times.isMeasured()
                        ? "time constants measured over " + subject.run().source()
                        : "");
        circuit.synapses().stream().filter(Synapse::isLink).forEach(link -> pen.stroke(between(link), 1, Style.GRID));
        drawn.forEach(synapse -> draw(pen, synapse));
        for (int k = 0; k < circuit.layers().size(); k++) {
            final Layer layer = circuit.layers().get(k);
            final boolean first = k == 0;
            final boolean last = k == circuit.layers().size() - 1;
            pen.bold(
                    "%s (%d)".formatted(layer.name(), layer.nodes().size()),
                    layout.centreX(k) + (first ? 8 : last ? -8 : 0),
                    TOP - 26.0,
                    Pen.PLAIN,
                    Align.CENTRE,
                    Style.INK);
            nodes(pen, layer, first, last);
        }
        brackets(pen);
        key(pen);
    }

    private String subtitle() {
        final int all = circuit.weighted().size();
        final String synapses = drawn.size() < all
                ? "the strongest %,d of %,d synapses".formatted(drawn.size(), all)
                : "%,d synapses".formatted(all);
        return subject.summary() + "; " + synapses + (circuit.note().isEmpty() ? "" : "; " + circuit.note());
    }

    private void draw(final Pen pen, final Synapse synapse) {
        final double share = Math.min(1, Math.abs(synapse.weight()) / strong);
        final double opacity = (drawn.size() > 400 ? 0.1 : 0.25) + 0.6 * share;
        pen.stroke(between(synapse), 0.4 + 2.4 * share, Shades.seeThrough(Shades.signed(synapse.weight()), opacity));
    }

    private Shape between(final Synapse synapse) {
        final double x1 = layout.x(synapse.from());
        final double y1 = layout.y(synapse.from());
        final double x2 = layout.x(synapse.to());
        final double y2 = layout.y(synapse.to());
        final int layer = layout.layerOf(synapse.from());
        if (synapse.from() == synapse.to()) {
            final double r = 1.1 * layout.radius(synapse.from());
            final double side = x1 <= layout.centreX(layer) ? -1 : 1;
            return new Ellipse2D.Double(x1 + side * r - r, y1 - r, 2 * r, 2 * r);
        }
        final boolean column = x1 == x2 && layer == layout.layerOf(synapse.to());
        if (column) {
            final double bulge = Math.clamp(0.6 * Math.abs(y2 - y1), 16, 150);
            return new QuadCurve2D.Double(x1, y1, x1 - bulge, (y1 + y2) / 2, x2, y2);
        }
        if (layer == layout.layerOf(synapse.to())) {
            final double middleX = (x1 + x2) / 2;
            final double bow = 0.25 * (y2 - y1);
            return new QuadCurve2D.Double(
                    x1, y1, middleX + 0.35 * (layout.centreX(layer) - middleX) + 0.4 * bow, (y1 + y2) / 2, x2, y2);
        }
        final double reach = 0.45 * (x2 - x1);
        return new CubicCurve2D.Double(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2);
    }

    private void nodes(final Pen pen, final Layer layer, final boolean first, final boolean last) {
        for (int i = 0; i < layer.nodes().size(); i++) {
            final int node = layer.first() + i;
            final double r = layout.radius(node);
            final double x = layout.x(node);
            final double y = layout.y(node);
            final Source source = layer.nodes().get(i).source();
            final Shape shape = source == Source.HIDDEN
                    ? new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)
                    : new Rectangle2D.Double(x - 0.8 * r, y - 0.8 * r, 1.6 * r, 1.6 * r);
            pen.fill(shape, source == Source.HIDDEN && times.known() ? times.colour(node) : Color.WHITE);
            pen.stroke(shape, 1, Style.INK);
            final int size = (int) Math.clamp(2.6 * r, 7, Pen.SMALL);
            if (r >= 3 && first) {
                pen.text(layer.nodes().get(i).name(), x - r - 5, y, size, Align.RIGHT, Style.SOFT_INK);
            } else if (r >= 3 && last) {
                pen.text(layer.nodes().get(i).name(), x + r + 6, y, size, Align.LEFT, Style.SOFT_INK);
            }
        }
    }

    private void brackets(final Pen pen) {
        for (final SignalNames.Group group : subject.observations().groups()) {
            final double r = layout.radius(group.first()) + 2;
            pen.bracket(
                    group.name(),
                    LEFT - BRACKET,
                    layout.y(group.first()) - r,
                    layout.y(group.first() + group.size() - 1) + r);
        }
    }

    private void key(final Pen pen) {
        final double y = height - 34.0;
        final double x = 60;
        pen.line(x, y, x + 34, y, 2.8, Shades.POSITIVE);
        pen.text("excites (+)", x + 42, y, Pen.PLAIN, Align.LEFT, Style.INK);
        pen.line(x + 140, y, x + 174, y, 2.8, Shades.NEGATIVE);
        pen.text("inhibits (\u2212)", x + 182, y, Pen.PLAIN, Align.LEFT, Style.INK);
        pen.line(x + 280, y, x + 314, y, 0.4 + 2.4 / 4, Style.SOFT_INK);
        pen.text(Ticks.text(strong / 4), x + 320, y, Pen.PLAIN, Align.LEFT, Style.INK);
        pen.line(x + 370, y, x + 404, y, 2.8, Style.SOFT_INK);
        pen.text("\u2265 " + Ticks.text(strong), x + 410, y, Pen.PLAIN, Align.LEFT, Style.INK);
        if (!times.known()) {
            pen.text("no time constants: no memory", WIDTH - 60.0, y, Pen.PLAIN, Align.RIGHT, Style.SOFT_INK);
            return;
        }
        final double left = WIDTH - 60.0 - KEY_WIDTH - 70;
        pen.text(
                times.isMeasured() ? "time to forget in this run" : "time constant at rest",
                left - 76,
                y,
                Pen.PLAIN,
                Align.RIGHT,
                Style.INK);
        pen.sharp(true);
        for (int i = 0; i < KEY_WIDTH; i += KEY_STEP) {
            final double share = (i + KEY_STEP / 2.0) / KEY_WIDTH;
            pen.box(
                    left + i,
                    y - 7,
                    KEY_STEP,
                    14,
                    times.colourOf(times.lowS() * StrictMath.pow(times.highS() / times.lowS(), share)));
        }
        pen.sharp(false);
        pen.text(Ticks.seconds(times.lowS()), left - 8, y, Pen.PLAIN, Align.RIGHT, Style.INK);
        pen.text(Ticks.seconds(times.highS()), left + KEY_WIDTH + 8, y, Pen.PLAIN, Align.LEFT, Style.INK);
    }
}
