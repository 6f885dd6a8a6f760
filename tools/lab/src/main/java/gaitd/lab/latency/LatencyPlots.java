package gaitd.lab.latency;

import gaitd.lab.image.Pictures;
import gaitd.lab.plot.HistogramPlot;
import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import gaitd.robot.latency.ConditionResult;
import gaitd.robot.latency.LatencyPictures;
import gaitd.robot.latency.Side;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Draws the wake-up lateness of both sides: its distribution, and the share above each lateness. */
public final class LatencyPlots implements LatencyPictures {
    private static final double NS_PER_US = 1e3;
    private static final double WIDEST = 99.9;
    private static final int BINS = 60;
    private static final double PERCENT = 100;

    /** Made by the service loader. */
    public LatencyPlots() {}

    @Override
    public void write(final List<ConditionResult> conditions, final Path folder, final PrintWriter err) {
        if (Pictures.possible(err)) {
            conditions.forEach(condition -> write(condition, folder));
        }
    }

    private static void write(final ConditionResult condition, final Path folder) {
        final String file = condition.name().replace(' ', '-');
        double mostUs = 1;
        for (final Side side : List.of(condition.gaitd, condition.cyclictest)) {
            mostUs = side.isEmpty()
                    ? mostUs
                    : Math.max(mostUs, Math.ceil(side.all().getValueAtPercentile(WIDEST) / NS_PER_US));
        }
        final HistogramPlot histogram = new HistogramPlot(
                new PlotText("Wake-up lateness at 1 kHz, " + condition.name(), "us", "% of wake-ups"), 0, mostUs, (int)
                        Math.min(BINS, mostUs));
        final LinePlot tail =
                new LinePlot(new PlotText("Wake-ups later than, " + condition.name(), "us", "% of wake-ups"));
        add(histogram, tail, "gaitd", condition.gaitd);
        add(histogram, tail, "cyclictest", condition.cyclictest);
        histogram.write(folder.resolve("latency-" + file + ".png"));
        tail.logarithmicY().write(folder.resolve("latency-tail-" + file + ".png"));
    }

    private static void add(final HistogramPlot histogram, final LinePlot tail, final String name, final Side side) {
        if (side.isEmpty()) {
            return;
        }
        final Histogram all = side.all();
        final double[] samples = new double[(int) all.getTotalCount()];
        final List<double[]> points = new ArrayList<>();
        int at = 0;
        for (final HistogramIterationValue value : all.recordedValues()) {
            final double us = value.getValueIteratedTo() / NS_PER_US;
            points.add(new double[] {us, PERCENT * (samples.length - at) / samples.length});
            final int end = at + (int) value.getCountAtValueIteratedTo();
            java.util.Arrays.fill(samples, at, end, us);
            at = end;
        }
        histogram.add(name, samples);
        tail.line(
                name,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }
}
