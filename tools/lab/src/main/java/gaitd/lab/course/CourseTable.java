package gaitd.lab.course;

import gaitd.lab.walks.Interval;
import gaitd.runtime.config.Config;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A course as text. */
final class CourseTable {
    private static final int TITLE = 26;
    private static final int LEVELS = 28;
    private static final int SUBJECT = 50;
    private static final double PERCENT = 100;

    private final CourseResult result;
    private final List<List<CourseVerdict>> verdicts;
    private final StringBuilder text = new StringBuilder();

    private CourseTable(final CourseResult result) {
        this.result = result;
        verdicts = result.verdicts();
    }

    /** The tables, lines. */
    static String of(final CourseResult result) {
        final CourseTable table = new CourseTable(result);
        table.head();
        table.success();
        table.figures();
        table.scores();
        return table.text.toString();
    }

    private void head() {
        final CoursePlan plan = result.plan();
        line(String.format(
                Locale.ROOT,
                "course %d%s, %d walks a level, seed %d, %s engine; by policy: hardness at which 80 %% succeed, %% of success at each level%s",
                Course.VERSION,
                plan.isShort() ? ", short" : "",
                plan.walks(),
                plan.seed(),
                plan.engine().key(),
                verdicts.stream().allMatch(List::isEmpty) ? "" : ", against no policy"));
    }

    private void success() {
        names("levels", LEVELS);
        for (int c = 0; c < result.plan().ladders().size(); c++) {
            final CourseLadder ladder = result.plan().ladders().get(c);
            cell(ladder.title(), TITLE);
            cell(levels(ladder), LEVELS);
            for (int s = 0; s < result.walks().size(); s++) {
                final List<CourseWalks> levels = result.walks().get(s).get(c);
                final String shares = levels.stream()
                        .map(walks -> String.format(Locale.ROOT, "%4.0f", PERCENT * walks.share()))
                        .collect(Collectors.joining());
                cell(
                        String.format(
                                Locale.ROOT,
                                "%6s  %s  %s",
                                CourseHardness.of(ladder, levels).text(),
                                shares,
                                verdict(s, c)),
                        SUBJECT);
            }
            end();
        }
    }

    private String verdict(final int subject, final int condition) {
        if (verdicts.get(subject).isEmpty()) {
            return "";
        }
        return verdicts.get(subject).get(condition).says().name().toLowerCase(Locale.ROOT);
    }

    static String levels(final CourseLadder ladder) {
        return ladder.rungs().stream().map(rung -> Config.plain(rung.level())).collect(Collectors.joining(" "));
    }

    private void figures() {
        end();
        line(
                "mean over all levels: error of velocity m/s, of turning rad/s, power W, sway rad/s; walks that fell, that a fault ended");
        names("", 0);
        for (int c = 0; c < result.plan().ladders().size(); c++) {
            cell(result.plan().ladders().get(c).title(), TITLE);
            for (final List<List<CourseWalks>> subject : result.walks()) {
                final List<CourseWalks> levels = subject.get(c);
                final StringBuilder cells = new StringBuilder();
                for (final CourseFigure figure : CourseFigure.values()) {
                    cells.append(String.format(
                            Locale.ROOT, "%6s", figure.text(figure.mean(levels).value())));
                }
                cells.append(String.format(
                        Locale.ROOT, "%5d%4d", count(levels, CourseEnd.FELL), count(levels, CourseEnd.FAULT)));
                cell(cells.toString(), SUBJECT);
            }
            end();
        }
    }

    static int count(final List<CourseWalks> levels, final CourseEnd end) {
        return levels.stream().mapToInt(walks -> walks.count(end)).sum();
    }

    private void scores() {
        end();
        cell("score, 0 to 100", TITLE);
        for (int s = 0; s < result.walks().size(); s++) {
            final Interval score = CourseScore.of(result.walks().get(s));
            cell(
                    String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", score.value(), score.low(), score.high())
                            + worse(s),
                    SUBJECT);
        }
        end();
    }

    private String worse(final int subject) {
        if (verdicts.get(subject).isEmpty()) {
            return "";
        }
        final long better = count(subject, CourseVerdict.Says.BETTER);
        final long worse = count(subject, CourseVerdict.Says.WORSE);
        return ", better in " + better + ", worse in " + worse;
    }

    private long count(final int subject, final CourseVerdict.Says what) {
        return verdicts.get(subject).stream()
                .filter(verdict -> verdict.says() == what)
                .count();
    }

    private void names(final String levels, final int width) {
        cell("", TITLE);
        if (width > 0) {
            cell(levels, width);
        }
        result.plan().subjects().forEach(subject -> cell(subject.name(), SUBJECT));
        end();
    }

    private void cell(final String what, final int width) {
        text.append(String.format(Locale.ROOT, "%-" + width + "s", what));
    }

    private void line(final String what) {
        text.append(what);
        end();
    }

    private void end() {
        text.append(System.lineSeparator());
    }
}
