package gaitd.lab.sweep;

import gaitd.lab.plot.BarPlot;
import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.Plot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Pictures of a sweep: curves of the best, and the reward over each option. */
final class SweepPlots {
    private static final int BEST = 6;
    private static final double MILLION = 1e6;
    private static final double UNEVEN_DECADES = 30;
    private static final String REWARD = "reward, mean of the last tenth of a training";

    private final SweepPlan plan;
    private final List<Standing> standings;

    /**
     * Nothing is drawn yet.
     *
     * @param plan of the sweep
     * @param standings the best first
     */
    SweepPlots(final SweepPlan plan, final List<Standing> standings) {
        this.plan = plan;
        this.standings = standings.stream()
                .filter(standing -> Double.isFinite(standing.mean(TrialEnd::ranked)))
                .toList();
    }

    /** Draws into a folder; a sweep in which every training failed has no pictures. */
    void draw(final Path folder) {
        if (standings.isEmpty()) {
            return;
        }
        curves(folder.resolve("curves.png"));
        for (int axis = 0; axis < plan.axes().size(); axis++) {
            final Plot plot = over(axis);
            plot.write(folder.resolve("reward-" + plan.axes().get(axis).key() + ".png"));
        }
    }

    private void curves(final Path file) {
        final LinePlot plot = new LinePlot(
                new PlotText(plan.taskName() + ": the best trials, mean over seeds", "million policy steps", "reward"));
        boolean drawn = false;
        for (final Standing standing : standings.subList(0, Math.min(BEST, standings.size()))) {
            final List<double[]> points = points(standing);
            if (!points.isEmpty()) {
                drawn = true;
                plot.line(
                        standing.variant().text(),
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray());
            }
        }
        if (drawn) {
            plot.write(file);
        }
    }

    /** Places of a curve where every seed has a value. */
    private static List<double[]> points(final Standing standing) {
        final Map<Double, double[]> sums = new LinkedHashMap<>();
        for (final TrialEnd end : standing.ends()) {
            for (int i = 0; i < end.curveSteps().length; i++) {
                final double[] sum = sums.computeIfAbsent(end.curveSteps()[i], steps -> new double[2]);
                sum[0] += end.curveReward()[i];
                sum[1]++;
            }
        }
        final int seeds = standing.ends().size();
        return sums.entrySet().stream()
                .filter(place -> place.getValue()[1] == seeds)
                .sorted(Map.Entry.comparingByKey())
                .map(place -> new double[] {place.getKey() / MILLION, place.getValue()[0] / seeds})
                .toList();
    }

    private Plot over(final int axis) {
        final Axis over = plan.axes().get(axis);
        final PlotText text =
                new PlotText(plan.taskName() + ": reward over --" + over.key(), "--" + over.key(), REWARD);
        final boolean crossed = plan.how().equals("grid")
                && plan.axes().size() <= 2
                && plan.halving().rungs() == 1;
        if (!numeric(over)) {
            return bars(over, text);
        }
        final LinePlot plot = new LinePlot(text);
        if (!crossed) {
            for (int rung = plan.halving().rungs() - 1; rung >= 0; rung--) {
                final int which = rung;
                final List<Standing> of = sorted(over, standing -> standing.rung() == which);
                if (!of.isEmpty()) {
                    plot.points("rung " + (rung + 1), x(over, of), y(of));
                }
            }
        } else if (plan.axes().size() == 1) {
            final List<Standing> of = sorted(over, standing -> true);
            plot.line("mean, with half of min to max", x(over, of), y(of), errors(of));
        } else {
            final Axis other = plan.axes().get(1 - axis);
            for (final String value : other.values()) {
                final List<Standing> of = sorted(
                        over,
                        standing -> standing.variant().values().get(other.key()).equals(value));
                if (!of.isEmpty()) {
                    plot.line(other.key() + " " + value, x(over, of), y(of), errors(of));
                }
            }
        }
        final double[] all = x(over, standings);
        final double least = Arrays.stream(all).min().orElseThrow();
        if (least > 0 && Arrays.stream(all).max().orElseThrow() >= UNEVEN_DECADES * least) {
            plot.logarithmicX();
        }
        return plot;
    }

    private Plot bars(final Axis over, final PlotText text) {
        final List<String> shown = new ArrayList<>();
        final List<Double> means = new ArrayList<>();
        for (final String value : over.values()) {
            standings.stream()
                    .filter(standing ->
                            standing.variant().values().get(over.key()).equals(value))
                    .mapToDouble(standing -> standing.mean(TrialEnd::reward))
                    .average()
                    .ifPresent(mean -> {
                        shown.add(value);
                        means.add(mean);
                    });
        }
        return new BarPlot(text, shown)
                .add(
                        "mean of all trials",
                        means.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private boolean numeric(final Axis axis) {
        return standings.stream().allMatch(standing -> Double.isFinite(number(axis, standing)));
    }

    private static double number(final Axis axis, final Standing standing) {
        try {
            return Double.parseDouble(standing.variant().values().get(axis.key()));
        } catch (final NumberFormatException e) {
            return Double.NaN;
        }
    }

    private List<Standing> sorted(final Axis axis, final Predicate<Standing> which) {
        return standings.stream()
                .filter(which)
                .sorted(Comparator.comparingDouble(standing -> number(axis, standing)))
                .toList();
    }

    private static double[] x(final Axis axis, final List<Standing> of) {
        return of.stream().mapToDouble(standing -> number(axis, standing)).toArray();
    }

    private static double[] y(final List<Standing> of) {
        return of.stream()
                .mapToDouble(standing -> standing.mean(TrialEnd::reward))
                .toArray();
    }

    private static double[] errors(final List<Standing> of) {
        return IntStream.range(0, of.size())
                .mapToDouble(i -> (of.get(i).max(TrialEnd::reward) - of.get(i).min(TrialEnd::reward)) / 2)
                .toArray();
    }
}
