package gaitd.robot.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trial as text for a terminal. */
final class TrialText {
    private TrialText() {}

    /** Head, table, lateness, reasons and verdict. */
    static String of(final Trial trial) {
        final StringBuilder text = new StringBuilder();
        line(
                text,
                "%s, SHA-256 %s: %d walks a row, robots drawn by --vary %s, lock-step"
                        .formatted(
                                trial.bundle().manifest().name(),
                                trial.bundle().sha256().substring(0, 12),
                                trial.seeds(),
                                trial.vary()));
        line(text, "");
        line(
                text,
                "%-20s %-8s %-20s %-20s %5s %6s %6s %6s %6s %6s %6s %7s  %s"
                        .formatted(
                                "",
                                "engine",
                                "asked m/s, rad/s",
                                "got",
                                "falls",
                                "tilt",
                                "power",
                                "torque",
                                "margin",
                                "heat",
                                "bounds",
                                "limited",
                                ""));
        line(
                text,
                "%-20s %-8s %-20s %-20s %5s %6s %6s %6s %6s %6s %6s %7s"
                        .formatted("", "", "", "", "", "deg", "W", "N m", "rad", "deg C", "%", "%"));
        final List<String> told = new ArrayList<>();
        for (final TrialRow row : trial.rows()) {
            final TrialVerdict verdict = trial.verdict(row);
            line(
                    text,
                    "%-20s %-8s %-20s %-20s %5d %6.1f %6.0f %6.1f %6.2f %6.0f %6.1f %7.1f  %s"
                            .formatted(
                                    row.episode().name(),
                                    row.engine().key(),
                                    velocity(
                                            row.episode().vx(),
                                            row.episode().vy(),
                                            row.episode().yawRate()),
                                    velocity(
                                            row.mean(TrialFigures::vx),
                                            row.mean(TrialFigures::vy),
                                            row.mean(TrialFigures::yawRate)),
                                    row.falls(),
                                    row.most(TrialFigures::tiltDeg),
                                    row.mean(TrialFigures::powerW),
                                    row.most(TrialFigures::torqueNm),
                                    row.least(TrialFigures::marginRad),
                                    row.most(TrialFigures::settlesC),
                                    100 * row.outside(),
                                    100 * limited(row),
                                    verdict.passed() ? "passed" : "NOT PASSED"));
            tell(row.episode().name() + ", " + row.engine().key(), verdict, told);
        }
        final StepTimes steps = trial.steps();
        line(
                text,
                "a step takes p50 %.1f, p99 %.1f, p99.9 %.1f, at most %.1f us of %.0f allowed; a tick has %.0f: %s"
                        .formatted(
                                steps.us(50),
                                steps.us(99),
                                steps.us(99.9),
                                steps.us(100),
                                steps.limitUs(),
                                steps.tickUs(),
                                steps.verdict().passed() ? "passed" : "NOT PASSED"));
        tell("inference", steps.verdict(), told);
        told.forEach(each -> line(text, each));
        if (!trial.missing().isEmpty()) {
            line(text, "tried without MuJoCo: %s".formatted(trial.missing()));
        }
        line(text, verdict(trial));
        return text.toString();
    }

    /** The verdict over all in one line. */
    static String verdict(final Trial trial) {
        final long failed =
                trial.verdicts().filter(verdict -> !verdict.passed()).count();
        final String engines =
                String.join(" and ", trial.engines()) + (trial.missing().isEmpty() ? "" : " alone");
        return failed == 0
                ? "passed in " + engines
                : "NOT PASSED in " + engines + ": " + failed + " of "
                        + trial.verdicts().count() + " rows";
    }

    static double limited(final TrialRow row) {
        return Math.max(
                row.most(TrialFigures::torqueLimited),
                Math.max(row.most(TrialFigures::rateLimited), row.most(TrialFigures::rangeLimited)));
    }

    static String velocity(final double vx, final double vy, final double yawRate) {
        return Double.isNaN(vx)
                ? "-"
                : String.format(Locale.ROOT, "%.2f %.2f %.2f", vx, vy, yawRate).replace("-0.00", "0.00");
    }

    private static void tell(final String where, final TrialVerdict verdict, final List<String> told) {
        verdict.reasons().forEach(reason -> told.add("NOT PASSED " + where + ": " + reason));
        verdict.notes().forEach(note -> told.add("note " + where + ": " + note));
    }

    private static void line(final StringBuilder text, final String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
