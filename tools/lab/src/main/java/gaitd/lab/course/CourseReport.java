package gaitd.lab.course;

import gaitd.lab.walks.Interval;
import gaitd.robot.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A course as JSON: what decided it, then each policy with its conditions and their levels. The same course gives the same bytes. */
final class CourseReport {
    private final CourseResult result;

    private CourseReport(final CourseResult result) {
        this.result = result;
    }

    static Report of(final CourseResult result) {
        final Report report = new Report();
        result.plan().marks().forEach(report::put);
        return report.put("results", new CourseReport(result).policies());
    }

    private List<Map<String, Object>> policies() {
        final List<List<CourseVerdict>> verdicts = result.verdicts();
        final List<Map<String, Object>> all = new ArrayList<>();
        for (int s = 0; s < result.walks().size(); s++) {
            final Map<String, Object> policy = new LinkedHashMap<>();
            policy.put("policy", result.plan().subjects().get(s).name());
            put(policy, "score", CourseScore.of(result.walks().get(s)));
            final List<Map<String, Object>> conditions = new ArrayList<>();
            for (int c = 0; c < result.plan().ladders().size(); c++) {
                final Map<String, Object> condition = condition(s, c);
                if (!verdicts.get(s).isEmpty()) {
                    put(condition, verdicts.get(s).get(c));
                }
                conditions.add(condition);
            }
            policy.put("conditions", conditions);
            all.add(policy);
        }
        return all;
    }

    private Map<String, Object> condition(final int subject, final int index) {
        final CourseLadder ladder = result.plan().ladders().get(index);
        final List<CourseWalks> levels = result.walks().get(subject).get(index);
        final CourseHardness hardness = CourseHardness.of(ladder, levels);
        final Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("condition", ladder.name());
        condition.put("title", ladder.title());
        condition.put("hardness_80", hardness.level());
        condition.put("hardness_80_beyond", hardness.isBeyond());
        put(condition, levels);
        final List<Map<String, Object>> rungs = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            final CourseWalks walks = levels.get(level);
            final Map<String, Object> rung = new LinkedHashMap<>();
            rung.put("level", ladder.rungs().get(level).level());
            rung.put("terrain", ladder.rungs().get(level).terrain());
            put(rung, "success", walks.success());
            put(rung, List.of(walks));
            rungs.add(rung);
        }
        condition.put("levels", rungs);
        return condition;
    }

    private static void put(final Map<String, Object> to, final List<CourseWalks> levels) {
        for (final CourseFigure figure : CourseFigure.values()) {
            put(to, figure.key(), figure.mean(levels));
        }
        to.put("falls", CourseTable.count(levels, CourseEnd.FELL));
        to.put("faults", CourseTable.count(levels, CourseEnd.FAULT));
    }

    private static void put(final Map<String, Object> to, final CourseVerdict verdict) {
        to.put("against_no_policy", verdict.says().name().toLowerCase(Locale.ROOT));
        to.put("pairs_better", verdict.better());
        to.put("pairs_worse", verdict.worse());
        to.put("chance", verdict.chance());
    }

    private static void put(final Map<String, Object> to, final String key, final Interval interval) {
        to.put(key, interval.value());
        to.put(key + "_ci95", new double[] {interval.low(), interval.high()});
    }
}
