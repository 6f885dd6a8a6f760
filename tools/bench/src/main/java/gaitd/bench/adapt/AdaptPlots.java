package gaitd.bench.adapt;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reward over time of each case: nominal, frozen and adapted, means of the seeds with their standard errors. */
final class AdaptPlots {
    private AdaptPlots() {}

    /** Draws one picture a case into a folder. */
    static void write(final List<AdaptOutcome> outcomes, final Path folder) {
        outcomes.stream()
                .filter(outcome -> outcome.walk().arm() != Arm.NOMINAL)
                .map(outcome -> outcome.walk().fieldCase())
                .distinct()
                .forEach(name -> draw(outcomes, name).write(folder.resolve(name + ".png")));
    }

    private static LinePlot draw(final List<AdaptOutcome> outcomes, final String name) {
        final LinePlot plot = new LinePlot(new PlotText("Adapting: " + name, "time of walking, s", "reward, 1/s"));
        for (final Arm arm : Arm.values()) {
            final String wanted = arm == Arm.NOMINAL ? AdaptTable.NOMINAL : name;
            line(
                    plot,
                    arm,
                    outcomes.stream()
                            .filter(outcome -> outcome.walk().arm() == arm
                                    && outcome.walk().fieldCase().equals(wanted))
                            .map(AdaptOutcome::reward)
                            .toList());
        }
        return plot;
    }

    private static void line(final LinePlot plot, final Arm arm, final List<double[]> rewards) {
        if (rewards.isEmpty()) {
            return;
        }
        final int windows = rewards.getFirst().length;
        final double[] timeS = new double[windows];
        final double[] mean = new double[windows];
        final double[] error = new double[windows];
        for (int window = 0; window < windows; window++) {
            final int at = window;
            final double[] seeds =
                    rewards.stream().mapToDouble(reward -> reward[at]).toArray();
            timeS[at] = (at + 0.5) * AdaptOutcome.WINDOW_S;
            mean[at] = Arrays.stream(seeds).average().orElseThrow();
            final double squares = Arrays.stream(seeds)
                    .map(x -> (x - mean[at]) * (x - mean[at]))
                    .sum();
            error[at] = seeds.length < 2 ? 0 : Math.sqrt(squares / (seeds.length - 1) / seeds.length);
        }
        plot.line(arm.name().toLowerCase(Locale.ROOT), timeS, mean, error);
    }
}
