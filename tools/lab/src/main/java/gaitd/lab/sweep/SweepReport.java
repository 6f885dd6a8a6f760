package gaitd.lab.sweep;

import gaitd.robot.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The result of a sweep as a table and as JSON. */
final class SweepReport {
    private static final double PERCENT = 100;
    private static final String GAP = "  ";

    private SweepReport() {}

    /** A line for each variant, the best first. */
    static String table(final SweepPlan plan, final List<Standing> standings) {
        final List<List<String>> rows = new ArrayList<>();
        final List<String> head = new ArrayList<>(List.of("trial"));
        plan.axes().forEach(axis -> head.add(axis.key()));
        head.addAll(List.of("reward", "min..max", "success %", "min..max", "steps"));
        rows.add(head);
        for (final Standing standing : standings) {
            final List<String> row = new ArrayList<>(List.of(Integer.toString(standing.number() + 1)));
            row.addAll(standing.variant().values().values());
            row.add(text(standing.mean(TrialEnd::reward), "%.4g"));
            row.add(range(standing, TrialEnd::reward, "%.4g"));
            row.add(text(standing.mean(end -> PERCENT * end.success()), "%.1f"));
            row.add(range(standing, end -> PERCENT * end.success(), "%.1f"));
            row.add(Long.toString((long) standing.mean(TrialEnd::steps)));
            standing.ends().stream()
                    .filter(end -> end.failure() != null)
                    .findFirst()
                    .ifPresent(end -> row.add("failed: " + end.failure()));
            rows.add(row);
        }
        final StringBuilder text = new StringBuilder();
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP)
                        .append(String.format(Locale.ROOT, "%-" + width(rows, column) + "s", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int width(final List<List<String>> rows, final int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(1);
    }

    private static String range(final Standing standing, final ToDoubleFunction<TrialEnd> value, final String pattern) {
        return text(standing.min(value), pattern) + ".." + text(standing.max(value), pattern);
    }

    private static String text(final double value, final String pattern) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : "-";
    }

    /** All of it. */
    static Report json(final SweepPlan plan, final List<Standing> standings) {
        final Report report = new Report();
        plan.marks().forEach(report::put);
        report.put("ranking", standings.stream().map(SweepReport::json).toList());
        return report;
    }

    private static Map<String, Object> json(final Standing standing) {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("trial", standing.number() + 1);
        values.put("options", standing.variant().values());
        values.put("rung", standing.rung() + 1);
        values.put("reward", standing.mean(TrialEnd::reward));
        values.put("reward_min", standing.min(TrialEnd::reward));
        values.put("reward_max", standing.max(TrialEnd::reward));
        values.put("success", standing.mean(TrialEnd::success));
        values.put("success_min", standing.min(TrialEnd::success));
        values.put("success_max", standing.max(TrialEnd::success));
        values.put("length_steps", standing.mean(TrialEnd::length));
        values.put("steps", standing.ends().getFirst().steps());
        final List<Map<String, Object>> seeds = new ArrayList<>();
        for (final TrialEnd end : standing.ends()) {
            final Map<String, Object> seed = new LinkedHashMap<>();
            seed.put("reward", end.reward());
            seed.put("success", end.success());
            seed.put("failure", end.failure());
            seed.put("curve_steps", end.curveSteps());
            seed.put("curve_reward", end.curveReward());
            seeds.add(seed);
        }
        values.put("seeds", seeds);
        return values;
    }
}
