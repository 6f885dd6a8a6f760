package gaitd.lab.tune;

import gaitd.lab.walks.Interval;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a search: tables, JSON and a file of settings. */
final class TuneReport {
    private static final double PERCENT = 100;

    private final TunePlan plan;
    private final WalkCandidate present;
    private final WalkCandidate best;

    /**
     * A result.
     *
     * @param plan of the search
     * @param present settings on walks that decided nothing
     * @param best the same walks with the settings that were found
     */
    TuneReport(final TunePlan plan, final WalkCandidate present, final WalkCandidate best) {
        this.plan = plan;
        this.present = present;
        this.best = best;
    }

    /** Settings, then figures on each ground, of both. */
    String table() {
        final List<String> lines = new ArrayList<>();
        lines.add("%-32s %12s %12s".formatted("", "present", "found"));
        for (int i = 0; i < best.values().length; i++) {
            lines.add("%-32s %12s %12s"
                    .formatted(
                            plan.settings().get(i).setting().key,
                            Config.plain(present.values()[i]),
                            Config.plain(best.values()[i])));
        }
        lines.add("");
        lines.add("%-20s %-8s %-24s %8s %14s %11s"
                .formatted(plan.checked() + " other walks", "", "success %", "power W", "vx error m/s", "reward 1/s"));
        for (int ground = 0; ground < plan.grounds().size(); ground++) {
            lines.add(
                    row(plan.grounds().get(ground), "present", present.grounds().get(ground)));
            lines.add(row("", "found", best.grounds().get(ground)));
        }
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static String row(final String ground, final String whose, final GroundFigures figures) {
        final Interval success = Interval.share(Math.round(figures.success() * figures.walks()), figures.walks());
        return String.format(
                Locale.ROOT,
                "%-20s %-8s %-24s %8.1f %14.3f %11.3f",
                ground,
                whose,
                String.format(
                        Locale.ROOT,
                        "%.1f (%.1f to %.1f)",
                        PERCENT * success.value(),
                        PERCENT * success.low(),
                        PERCENT * success.high()),
                figures.power(),
                figures.velocityError(),
                figures.reward());
    }

    /** What was found, and settings that were given, as {@code --config} takes them. */
    String toml() {
        final Config config = best.config();
        final Config defaults = Config.defaults();
        final StringBuilder text = new StringBuilder(
                "# Found by gaitd tune: seed " + plan.seed() + ", " + String.join(", ", plan.grounds()) + ", "
                        + Config.plain(plan.test().vx()) + " m/s\n");
        for (final Setting setting : Setting.values()) {
            final boolean found = plan.settings().stream().anyMatch(each -> each.setting() == setting);
            if (found || config.get(setting) != defaults.get(setting)) {
                text.append(setting.line(config.get(setting))).append('\n');
            }
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            if (config.get(setting) != defaults.get(setting)) {
                text.append(setting.line(config.get(setting))).append('\n');
            }
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            if (config.low(setting) != setting.neutral || config.high(setting) != setting.neutral) {
                text.append("%s = [%s, %s]%n"
                        .formatted(setting.key, Config.plain(config.low(setting)), Config.plain(config.high(setting))));
            }
        }
        return text.toString();
    }

    /** All of it. */
    Report json(final List<WalkCandidate> tried) {
        final Report report = new Report();
        plan.marks().forEach(report::put);
        report.put("candidates", tried.size());
        report.put("scores", tried.stream().map(WalkCandidate::score).toList());
        report.put("held_out_walks", plan.checked());
        report.put("present", json(present));
        report.put("found", json(best));
        return report;
    }

    private Map<String, Object> json(final WalkCandidate candidate) {
        final Map<String, Object> values = new LinkedHashMap<>();
        final Map<String, Double> settings = new LinkedHashMap<>();
        for (int i = 0; i < candidate.values().length; i++) {
            settings.put(plan.settings().get(i).setting().key, candidate.values()[i]);
        }
        values.put("settings", settings);
        values.put("score", candidate.score());
        final Map<String, Object> grounds = new LinkedHashMap<>();
        for (int ground = 0; ground < plan.grounds().size(); ground++) {
            grounds.put(
                    plan.grounds().get(ground), candidate.grounds().get(ground).json());
        }
        values.put("grounds", grounds);
        return values;
    }
}
