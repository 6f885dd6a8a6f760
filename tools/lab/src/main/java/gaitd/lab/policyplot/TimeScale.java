package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Node;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** Time constants of all nodes, from the weights or else measured in a run, and their colours on a logarithmic scale. */
final class TimeScale {
    private static final double NARROWEST = 1.05;

    private final double[] seconds;
    private final double lowS;
    private final double highS;
    private final boolean measured;

    TimeScale(final Circuit circuit, final PolicyRun run) {
        final List<Node> nodes = circuit.nodes();
        seconds = new double[nodes.size()];
        boolean anyMeasured = false;
        for (int i = 0; i < seconds.length; i++) {
            final NodeTime time = nodes.get(i).time();
            seconds[i] = time.seconds();
            if (Double.isNaN(seconds[i]) && time.measurable()) {
                seconds[i] = Statistics.memorySteps(run.series(nodes.get(i))) * run.stepS();
                anyMeasured = true;
            }
        }
        measured = anyMeasured;
        final double[] known = Arrays.stream(seconds).filter(s -> s > 0).toArray();
        final double low = Arrays.stream(known).min().orElse(Double.NaN);
        final double high = Arrays.stream(known).max().orElse(Double.NaN);
        final boolean narrow = high < low * NARROWEST;
        lowS = narrow ? low / NARROWEST : low;
        highS = narrow ? high * NARROWEST : high;
    }

    /** Whether any node has one. */
    boolean known() {
        return lowS > 0;
    }

    /** Whether they come from a run, not from weights. */
    boolean isMeasured() {
        return measured;
    }

    double lowS() {
        return lowS;
    }

    double highS() {
        return highS;
    }

    Color colour(final int node) {
        return colourOf(seconds[node]);
    }

    Color colourOf(final double timeS) {
        return Shades.sequential(StrictMath.log(timeS / lowS) / StrictMath.log(highS / lowS));
    }
}
