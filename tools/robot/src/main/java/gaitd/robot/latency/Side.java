package gaitd.robot.latency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Results of one side in one condition. */
public final class Side {
    private static final double NS_PER_US = 1e3;

    private final List<Histogram> rounds = new ArrayList<>();

    Side() {}

    void add(final Histogram round) {
        rounds.add(round);
    }

    public boolean isEmpty() {
        return rounds.isEmpty();
    }

    /** All rounds together. */
    public Histogram all() {
        final Histogram all = new Histogram(3);
        rounds.forEach(all::add);
        return all;
    }

    /** Median over the rounds of a percentile, us. */
    double percentileUs(final double percentile) {
        return medianUs(round -> round.getValueAtPercentile(percentile));
    }

    private double medianUs(final ToDoubleFunction<Histogram> what) {
        final double[] sorted = rounds.stream().mapToDouble(what).sorted().toArray();
        final int middle = sorted.length / 2;
        return (sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2) / NS_PER_US;
    }

    /** Percentiles by name: medians of the rounds, and the greatest value of all. */
    Map<String, Double> us() {
        final Map<String, Double> us = new LinkedHashMap<>();
        us.put("p50", percentileUs(50));
        us.put("p99", percentileUs(99));
        us.put("p99_9", percentileUs(99.9));
        us.put("max", rounds.stream().mapToLong(Histogram::getMaxValue).max().orElse(0) / NS_PER_US);
        return us;
    }
}
