package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Layer;
import gaitd.lab.policyplot.Circuit.Synapse;
import gaitd.maths.Trig;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Positions of a circuit's nodes: layers from left to right, one with synapses within on an ellipse, any other, and the
 * last, in columns. Inputs and outputs keep their order; neurons between move to the height of what they are connected
 * with.
 */
final class WiringLayout {
    private static final int COLUMN_MAX = 40;
    private static final double COLUMN_GAP = 20;
    private static final double RING_WIDTH_MAX = 135;
    private static final double RING_WIDTH_LEAST = 34;
    private static final double NODE_GAP_MAX = 40;
    private static final double RADIUS_MAX = 9;
    private static final double RADIUS_LEAST = 2.5;

    private final Circuit circuit;
    private final Rectangle2D area;
    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final double[] centreX;
    private final double[] halfWidth;

    /**
     * Places all nodes.
     *
     * @param circuit what is drawn
     * @param area for the nodes' middles
     */
    WiringLayout(final Circuit circuit, final Rectangle2D area) {
        this.circuit = circuit;
        this.area = area;
        final int count = circuit.nodes().size();
        x = new double[count];
        y = new double[count];
        radius = new double[count];
        final List<Layer> layers = circuit.layers();
        centreX = new double[layers.size()];
        halfWidth = layers.stream().mapToDouble(this::halfWidth).toArray();
        spread();
        for (int k = 0; k < layers.size(); k++) {
            place(k);
        }
    }

    private boolean isRing(final Layer layer) {
        return circuit.isRecurrent(layer) && !layer.equals(circuit.layers().getLast());
    }

    private double halfWidth(final Layer layer) {
        final int count = layer.nodes().size();
        if (isRing(layer)) {
            return Math.min(RING_WIDTH_MAX, RING_WIDTH_LEAST + 4.5 * count);
        }
        return (columns(layer) - 1) * COLUMN_GAP / 2;
    }

    private int columns(final Layer layer) {
        final boolean named =
                layer.equals(circuit.inputs()) || layer.equals(circuit.layers().getLast());
        return named ? 1 : (layer.nodes().size() + COLUMN_MAX - 1) / COLUMN_MAX;
    }

    /** The same free space between all neighbouring layers. */
    private void spread() {
        final double taken = 2 * Arrays.stream(halfWidth).sum() - halfWidth[0] - halfWidth[halfWidth.length - 1];
        final double gap = (area.getWidth() - taken) / Math.max(1, halfWidth.length - 1);
        centreX[0] = area.getMinX();
        for (int k = 1; k < centreX.length; k++) {
            centreX[k] = centreX[k - 1] + gap + halfWidth[k] + (k == 1 ? 0 : halfWidth[k - 1]);
        }
        centreX[centreX.length - 1] = area.getMaxX();
    }

    private void place(final int index) {
        final Layer layer = circuit.layers().get(index);
        final boolean outermost = index == 0 || index == circuit.layers().size() - 1;
        final List<Point2D.Double> places = isRing(layer) ? ring(layer, index) : columns(layer, index);
        final Integer[] order = IntStream.range(0, layer.nodes().size()).boxed().toArray(Integer[]::new);
        if (!outermost) {
            final double[] pull = Arrays.stream(order)
                    .mapToDouble(i -> pull(layer.first() + i))
                    .toArray();
            Arrays.sort(order, Comparator.comparingDouble(i -> pull[i]));
        }
        for (int i = 0; i < order.length; i++) {
            x[layer.first() + order[i]] = places.get(i).x;
            y[layer.first() + order[i]] = places.get(i).y;
        }
    }

    /** Mean height of what a neuron gets its inputs from, and of the output it is. */
    private double pull(final int node) {
        double sum = 0;
        double weights = 0;
        for (final Synapse synapse : circuit.synapses()) {
            if (synapse.isLink() && synapse.from() == node) {
                return area.getMinY() + area.getHeight() * share(synapse.to());
            }
            if (synapse.to() == node && x[synapse.from()] > 0) {
                final double weight = Math.abs(synapse.weight());
                sum += weight * y[synapse.from()];
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : area.getCenterY();
    }

    private double share(final int node) {
        final Layer last = circuit.layers().getLast();
        return (node - last.first() + 0.5) / last.nodes().size();
    }

    private List<Point2D.Double> columns(final Layer layer, final int index) {
        final int count = layer.nodes().size();
        final int columns = columns(layer);
        final double gap = Math.min(NODE_GAP_MAX, area.getHeight() / (count - 0.0));
        setRadius(layer, Math.min(gap * columns, COLUMN_GAP));
        final List<Point2D.Double> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(new Point2D.Double(
                    centreX[index] + (i % columns - (columns - 1) / 2.0) * COLUMN_GAP,
                    area.getCenterY() + gap * (i - (count - 1) / 2.0)));
        }
        return places;
    }

    private List<Point2D.Double> ring(final Layer layer, final int index) {
        final int count = layer.nodes().size();
        final double rx = halfWidth[index];
        final double ry = Math.min(0.48 * area.getHeight(), 1.2 * rx + 5.0 * count);
        setRadius(layer, Math.PI * (rx + ry) / count);
        final List<Point2D.Double> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final double angle = 2 * Math.PI * (i + 0.25) / count;
            places.add(new Point2D.Double(
                    centreX[index] + rx * Trig.sin(angle), area.getCenterY() - ry * Trig.cos(angle)));
        }
        places.sort(Comparator.comparingDouble(place -> place.y));
        return places;
    }

    private void setRadius(final Layer layer, final double gap) {
        final double size = Math.clamp(0.36 * gap, RADIUS_LEAST, RADIUS_MAX);
        Arrays.fill(radius, layer.first(), layer.first() + layer.nodes().size(), size);
    }

    double x(final int node) {
        return x[node];
    }

    double y(final int node) {
        return y[node];
    }

    double radius(final int node) {
        return radius[node];
    }

    /** Middle of a layer. */
    double centreX(final int layer) {
        return centreX[layer];
    }

    /** Number of the layer a node is in. */
    int layerOf(final int node) {
        int index = 0;
        while (!circuit.layers().get(index).has(node)) {
            index++;
        }
        return index;
    }
}
