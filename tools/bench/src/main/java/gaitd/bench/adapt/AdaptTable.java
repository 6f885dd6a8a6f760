package gaitd.bench.adapt;

import gaitd.robot.report.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Outcomes by case, engine and policy: what was lost, what was won back, falls, versions.
 *
 * <p>The share won back at a time is (adapted - frozen) / (nominal - frozen) of a seed's walks: the adapted one's mean over the 30 s before
 * that time, the other two's over all of their time. Of several seeds the median, the least and the greatest are told. Where nothing is
 * lost it is what reward a second changed by.
 */
final class AdaptTable {
    /** Losses below this, in reward a second, are none. */
    static final double LOSS_MIN = 0.02;
    /** Name of the case of a robot to which nothing happened. */
    static final String NOMINAL = "nominal";

    private static final int WINDOWS = 3;
    private static final int[] TIMES_S = {120, 300, 600};

    private final List<AdaptOutcome> outcomes;

    AdaptTable(final List<AdaptOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    private record Group(String fieldCase, String engine, String policy) {
        static Group of(final AdaptOutcome outcome) {
            return new Group(
                    outcome.walk().fieldCase(),
                    outcome.walk().engine(),
                    outcome.walk().policy());
        }
    }

    private Set<Group> groups() {
        final Set<Group> groups = new LinkedHashSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.walk().arm() != Arm.NOMINAL)
                .forEach(outcome -> groups.add(Group.of(outcome)));
        return groups;
    }

    private List<AdaptOutcome> of(final Group group, final Arm arm) {
        final Group wanted = arm == Arm.NOMINAL ? new Group(NOMINAL, group.engine(), group.policy()) : group;
        return outcomes.stream()
                .filter(outcome ->
                        Group.of(outcome).equals(wanted) && outcome.walk().arm() == arm)
                .toList();
    }

    /** The nominal and the frozen walk of an adapted one's seed, and their difference in reward a second; null when one is missing. */
    private double[] rivals(final Group group, final AdaptOutcome adapted) {
        final Predicate<AdaptOutcome> same =
                other -> other.walk().seed() == adapted.walk().seed();
        final OptionalDouble nominal = of(group, Arm.NOMINAL).stream()
                .filter(same)
                .mapToDouble(AdaptTable::mean)
                .findFirst();
        final OptionalDouble frozen = of(group, Arm.FROZEN).stream()
                .filter(same)
                .mapToDouble(AdaptTable::mean)
                .findFirst();
        return nominal.isEmpty() || frozen.isEmpty()
                ? null
                : new double[] {nominal.getAsDouble(), frozen.getAsDouble()};
    }

    private static double mean(final AdaptOutcome outcome) {
        return Arrays.stream(outcome.reward()).average().orElseThrow();
    }

    private double[] shares(final Group group, final int timeS) {
        return changes(group, timeS, rivals -> rivals[0] - rivals[1]);
    }

    /** What adapting changed in the walks that are so long, in the unit that follows from the rivals; sorted. */
    private double[] changes(final Group group, final int timeS, final ToDoubleFunction<double[]> unit) {
        return of(group, Arm.ADAPTED).stream()
                .filter(adapted -> timeS <= adapted.walk().seconds())
                .flatMapToDouble(adapted -> {
                    final double[] rivals = rivals(group, adapted);
                    return rivals == null
                            ? DoubleStream.empty()
                            : DoubleStream.of(
                                    (adapted.before(timeS, WINDOWS) - rivals[1]) / unit.applyAsDouble(rivals));
                })
                .sorted()
                .toArray();
    }

    private int endS(final Group group) {
        return of(group, Arm.ADAPTED).stream()
                .mapToInt(adapted -> adapted.walk().seconds())
                .min()
                .orElse(0);
    }

    private static double median(final double[] sorted) {
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private double mean(final Group group, final Arm arm) {
        return of(group, arm).stream().mapToDouble(AdaptTable::mean).average().orElse(Double.NaN);
    }

    private static int falls(final List<AdaptOutcome> walks) {
        return walks.stream().mapToInt(AdaptOutcome::falls).sum();
    }

    private static int stops(final List<AdaptOutcome> walks) {
        return walks.stream().mapToInt(AdaptOutcome::stops).sum();
    }

    private static double minutes(final List<AdaptOutcome> walks) {
        return walks.stream().mapToInt(outcome -> outcome.walk().seconds()).sum() / 60.0;
    }

    /** A line for each group, after two that name its columns. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add(
                "reward 1/s; share of the loss that is won back, or the change of reward where nothing is lost, median (least to greatest) of the"
                        + " seeds; falls and stops of all seeds");
        lines.add("%-26s %-9s %-20s %8s %8s  %-25s %-25s %-25s %-25s %-13s %-13s %s"
                .formatted(
                        "case",
                        "engine",
                        "policy",
                        "nominal",
                        "frozen",
                        "after 120 s",
                        "300 s",
                        "600 s",
                        "end",
                        "falls,stops",
                        "frozen",
                        "tried, accepted, rolled back"));
        for (final Group group : groups()) {
            lines.add(line(group));
        }
        final List<AdaptOutcome> adapted = outcomes.stream()
                .filter(outcome -> outcome.walk().arm() == Arm.ADAPTED)
                .toList();
        final List<AdaptOutcome> frozen = outcomes.stream()
                .filter(outcome -> outcome.walk().arm() == Arm.FROZEN)
                .toList();
        lines.add(String.format(
                Locale.ROOT,
                "falls: %d in %.0f min of adapting, %d in %.0f min frozen",
                falls(adapted),
                minutes(adapted),
                falls(frozen),
                minutes(frozen)));
        return lines;
    }

    private String line(final Group group) {
        final List<AdaptOutcome> adapted = of(group, Arm.ADAPTED);
        final StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-26s %-9s %-20s %8.3f %8.3f ",
                group.fieldCase(),
                group.engine(),
                group.policy(),
                mean(group, Arm.NOMINAL),
                mean(group, Arm.FROZEN)));
        for (final int timeS : TIMES_S) {
            line.append(String.format(Locale.ROOT, " %-25s", share(group, timeS)));
        }
        line.append(String.format(Locale.ROOT, " %-25s", share(group, endS(group))));
        return line.append(String.format(
                        Locale.ROOT,
                        " %-13s %-13s %d, %d, %d",
                        falls(adapted) + ", " + stops(adapted),
                        falls(of(group, Arm.FROZEN)) + ", " + stops(of(group, Arm.FROZEN)),
                        adapted.stream().mapToInt(AdaptOutcome::tried).sum(),
                        adapted.stream().mapToInt(AdaptOutcome::accepted).sum(),
                        adapted.stream().mapToInt(AdaptOutcome::rolledBack).sum()))
                .toString();
    }

    private String share(final Group group, final int timeS) {
        final double[] shares = shares(group, timeS);
        if (shares.length == 0) {
            return "-";
        }
        if (mean(group, Arm.NOMINAL) - mean(group, Arm.FROZEN) < LOSS_MIN) {
            final double[] gains = changes(group, timeS, rivals -> 1);
            return String.format(
                    Locale.ROOT, "%+.3f (%+.3f to %+.3f)", median(gains), gains[0], gains[gains.length - 1]);
        }
        return String.format(
                Locale.ROOT,
                "%.0f %% (%.0f to %.0f)",
                100 * median(shares),
                100 * shares[0],
                100 * shares[shares.length - 1]);
    }

    /** Every figure of the lines by case, and every outcome. */
    Report report() {
        final Report report = new Report();
        for (final Group group : groups()) {
            final String name = group.fieldCase() + " " + group.engine() + " " + group.policy() + " ";
            report.put(name + "nominal", mean(group, Arm.NOMINAL)).put(name + "frozen", mean(group, Arm.FROZEN));
            for (final int timeS : TIMES_S) {
                final double[] shares = shares(group, timeS);
                if (shares.length > 0) {
                    report.put(name + "share_" + timeS, median(shares));
                }
            }
        }
        return report.put("outcomes", outcomes);
    }
}
