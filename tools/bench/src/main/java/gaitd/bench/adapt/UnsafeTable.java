package gaitd.bench.adapt;

import gaitd.robot.report.Report;
import gaitd.runtime.adapt.RollbackCause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of candidates that mean harm, by kind. */
final class UnsafeTable {
    private final List<UnsafeTrial.Outcome> outcomes;
    private final double windowS;

    /**
     * A table.
     *
     * @param outcomes of all walks
     * @param windowS longest time that a candidate on trial may drive without a pause, s
     */
    UnsafeTable(final List<UnsafeTrial.Outcome> outcomes, final double windowS) {
        this.outcomes = List.copyOf(outcomes);
        this.windowS = windowS;
    }

    /** Candidates that drove for longer than a window of a trial. */
    long longer() {
        return outcomes.stream().filter(outcome -> outcome.longestS() > windowS).count();
    }

    private static double most(final List<UnsafeTrial.Outcome> some) {
        return some.stream().mapToDouble(UnsafeTrial.Outcome::tiltDeg).max().orElse(0);
    }

    private static long fallen(final List<UnsafeTrial.Outcome> some) {
        return some.stream().filter(UnsafeTrial.Outcome::isFallen).count();
    }

    /** A line a kind, then the totals. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        for (final UnsafeKind kind : UnsafeKind.values()) {
            final List<UnsafeTrial.Outcome> some =
                    outcomes.stream().filter(outcome -> outcome.kind() == kind).toList();
            if (!some.isEmpty()) {
                lines.add(line(kind, some));
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d candidates: %d drove for longer than a window (%.1f s), worst lean %.1f deg, %d falls",
                outcomes.size(),
                longer(),
                windowS,
                most(outcomes),
                fallen(outcomes)));
        return lines;
    }

    private static String line(final UnsafeKind kind, final List<UnsafeTrial.Outcome> some) {
        final String causes = Arrays.stream(RollbackCause.values())
                .filter(cause -> some.stream().anyMatch(outcome -> outcome.cause() == cause))
                .map(cause -> "%s %d"
                        .formatted(
                                cause,
                                some.stream()
                                        .filter(outcome -> outcome.cause() == cause)
                                        .count()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-12s %5d: drove for %.2f s at most, lean %.1f deg, falls %d; taken off: %s",
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                some.size(),
                some.stream().mapToDouble(UnsafeTrial.Outcome::longestS).max().orElseThrow(),
                most(some),
                fallen(some),
                causes);
    }

    /** The totals, and every outcome. */
    Report report() {
        return new Report()
                .put("candidates", outcomes.size())
                .put("drove_longer_than_a_window", longer())
                .put("worst_lean_deg", most(outcomes))
                .put("falls", fallen(outcomes))
                .put("outcomes", outcomes);
    }
}
