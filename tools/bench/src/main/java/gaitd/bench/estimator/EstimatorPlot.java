package gaitd.bench.estimator;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;

/** Draws estimated and true velocity of a recording over time, forward and left, one under the other in the same picture. */
final class EstimatorPlot {
    private EstimatorPlot() {}

    static void write(final Recording recording, final Estimated estimated, final TruthMotion truth, final Path file) {
        final int from = truth.edge;
        final int rows = recording.rows - 2 * truth.edge;
        final double[] timeS = new double[rows];
        final double[][] lines = new double[4][rows];
        for (int i = 0; i < rows; i++) {
            final int row = from + i;
            timeS[i] = recording.timeS[row];
            for (int axis = 0; axis < 2; axis++) {
                final double below = axis == 0 ? 0 : 1;
                lines[axis][i] = truth.velocity[3 * row + axis] - below;
                lines[2 + axis][i] = estimated.velocity[3 * row + axis] - below;
            }
        }
        new LinePlot(new PlotText("Velocity of the trunk; to the left drawn 1 m/s lower", "time, s", "m/s"))
                .line("forward, true", timeS, lines[0])
                .line("forward, estimated", timeS, lines[2])
                .line("left, true", timeS, lines[1])
                .line("left, estimated", timeS, lines[3])
                .write(file);
    }
}
