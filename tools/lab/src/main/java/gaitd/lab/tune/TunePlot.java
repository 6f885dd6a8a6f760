package gaitd.lab.tune;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** How a search went. */
final class TunePlot {
    private TunePlot() {}

    /**
     * Draws the score of each candidate, and the best so far.
     *
     * @param tried in their order, at least one
     * @param file PNG or SVG, by its ending
     */
    static void draw(final List<WalkCandidate> tried, final Path file) {
        final double[] number =
                IntStream.rangeClosed(1, tried.size()).asDoubleStream().toArray();
        final double[] score = tried.stream().mapToDouble(WalkCandidate::score).toArray();
        final double[] best = score.clone();
        for (int i = 1; i < best.length; i++) {
            best[i] = Math.max(best[i], best[i - 1]);
        }
        new LinePlot(new PlotText("Settings of the walk, the present ones first", "candidate", "score"))
                .points("candidate", number, score)
                .line("best so far", number, best)
                .write(file);
    }
}
