package gaitd.lab.train;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import gaitd.policies.text.Words;
import java.nio.file.Path;
import java.util.Arrays;

/** Several curves of trainings in one picture. */
public final class Curves {
    private static final double MILLION = 1e6;

    /** Quantity of the x axis. */
    public enum Over {
        /** Policy steps. */
        STEPS("million policy steps", MILLION),
        /** Seconds of computing. */
        SECONDS("computing, s", 1);

        private final String label;
        private final double unit;

        Over(final String label, final double unit) {
            this.label = label;
            this.unit = unit;
        }

        @Override
        public String toString() {
            return Words.lower(this);
        }
    }

    private final LinePlot plot;
    private final Over over;

    /**
     * A picture without curves.
     *
     * @param over quantity of the x axis
     * @param what quantity of the y axis, the picture's title and the axis of values
     */
    public Curves(final Over over, final Quantity what) {
        this.over = over;
        plot = new LinePlot(new PlotText(what.title(), over.label, what.label()));
    }

    /**
     * Adds a curve, from the first iteration that has a value.
     *
     * @param name in the legend
     * @param table of the training
     * @param column what it shows
     * @return whether there was anything to draw
     * @throws IllegalArgumentException when the table has no such column
     */
    public boolean add(final String name, final CurveTable table, final String column) {
        final double[][] curve = table.curve(over.toString(), column);
        if (curve[0].length == 0) {
            return false;
        }
        plot.line(name, Arrays.stream(curve[0]).map(x -> x / over.unit).toArray(), curve[1]);
        return true;
    }

    /**
     * Draws.
     *
     * @param file PNG or SVG, by its ending
     */
    public void write(final Path file) {
        plot.write(file);
    }
}
