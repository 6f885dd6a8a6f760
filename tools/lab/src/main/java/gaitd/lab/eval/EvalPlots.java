package gaitd.lab.eval;

import gaitd.lab.plot.BarPlot;
import gaitd.lab.plot.PlotText;
import gaitd.lab.walks.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Draws subjects side by side, a group of bars for each ground and condition. */
public final class EvalPlots {
    private static final double PERCENT = 100;

    private final Path folder;
    private final List<List<Case>> tables;

    /**
     * Plots of some tables.
     *
     * @param folder that is there
     * @param tables cases of each ground and condition, subjects in the same order
     */
    public EvalPlots(final Path folder, final List<List<Case>> tables) {
        this.folder = folder;
        this.tables = tables;
    }

    /** Draws every picture. */
    public void draw() {
        bars("success", "Walks that went all the way", "%", PERCENT, Walks::success);
        bars("velocity", "Error of the forward velocity", "m/s", 1, walks -> walks.mean(Metric.VELOCITY_MAE));
        bars("power", "Mean actuator power", "W", 1, walks -> walks.mean(Metric.POWER_MEAN));
        bars("transport", "Cost of transport", "", 1, walks -> walks.mean(Metric.COST_OF_TRANSPORT));
        bars("stability", "Roll and pitch rate, RMS", "rad/s", 1, walks -> walks.mean(Metric.ROLL_PITCH_RATE_RMS));
    }

    private void bars(
            final String name,
            final String title,
            final String unit,
            final double scale,
            final Function<Walks, Interval> what) {
        final BarPlot plot = new BarPlot(
                new PlotText(title + ", with 95 % intervals", "", unit),
                tables.stream()
                        .map(cases -> cases.getFirst().terrain() + ", "
                                + cases.getFirst().condition().name())
                        .toList());
        for (int subject = 0; subject < tables.getFirst().size(); subject++) {
            final double[] values = new double[tables.size()];
            final double[] errors = new double[tables.size()];
            for (int table = 0; table < values.length; table++) {
                final Interval interval =
                        what.apply(tables.get(table).get(subject).walks());
                values[table] = finite(scale * interval.value());
                errors[table] = finite(scale * (interval.high() - interval.low()) / 2);
            }
            plot.add(tables.getFirst().get(subject).subject().name(), values, errors);
        }
        plot.write(folder.resolve(name + ".png"));
    }

    private static double finite(final double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
