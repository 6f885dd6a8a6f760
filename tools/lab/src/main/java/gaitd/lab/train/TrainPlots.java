package gaitd.lab.train;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws learning curves into the folder of a training: reward, success, divergence and speed over steps and over seconds. */
public final class TrainPlots {
    /** Quantities that may be negative. */
    private static final String REWARD = "reward";

    private static final int POINTS_MAX = 2000;
    private static final double MILLION = 1e6;

    private final Path folder;
    private final String name;

    /**
     * Plots of a training.
     *
     * @param folder that is there
     * @param name of task and method, for titles
     */
    public TrainPlots(final Path folder, final String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * Draws every picture anew; of very long tables a part of the lines.
     *
     * @param rows iterations; nothing is drawn when there are none
     */
    public void draw(final List<Progress> rows) {
        if (rows.isEmpty()) {
            return;
        }
        final int every = (rows.size() + POINTS_MAX - 1) / POINTS_MAX;
        final List<Progress> some = rows.stream()
                .filter(row -> (rows.getLast().iteration() - row.iteration()) % every == 0)
                .toList();
        both(some, REWARD, "Sum of rewards, mean of 100 episodes", "reward", Progress::reward);
        both(some, "success", "Share of successes among 100 episodes", "success", Progress::success);
        both(some, "kl", "KL divergence of the policy from that of the rollout", "KL, nats", Progress::divergence);
        both(some, "speed", "Training speed", "policy steps a second", Progress::stepsPerS);
    }

    private void both(
            final List<Progress> rows,
            final String file,
            final String title,
            final String yAxis,
            final ToDoubleFunction<Progress> what) {
        draw(rows, file + "-steps", new PlotText(title, "million policy steps", yAxis), p -> p.steps() / MILLION, what);
        draw(rows, file + "-seconds", new PlotText(title, "computing, s", yAxis), Progress::seconds, what);
    }

    private void draw(
            final List<Progress> rows,
            final String file,
            final PlotText text,
            final ToDoubleFunction<Progress> x,
            final ToDoubleFunction<Progress> y) {
        final double[] values = rows.stream().mapToDouble(y).toArray();
        for (final double value : values) {
            if (Double.isFinite(value)) {
                final LinePlot plot =
                        new LinePlot(new PlotText(text.title() + ", " + name, text.xAxis(), text.yAxis()));
                if (!file.startsWith(REWARD)) {
                    plot.fromZero();
                }
                plot.line(name, rows.stream().mapToDouble(x).toArray(), values).write(folder.resolve(file + ".png"));
                return;
            }
        }
    }
}
