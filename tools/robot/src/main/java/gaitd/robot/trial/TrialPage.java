package gaitd.robot.trial;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Version;
import java.util.List;
import java.util.Locale;

/** A trial as one page of HTML that needs nothing else. */
final class TrialPage {
    private static final double CHART_WIDTH = 110;
    private static final double CHART_HEIGHT = 26;
    private static final double CHART_DEG = 30;
    private static final double PERCENT = 100;

    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;margin:2em auto;max-width:1220px;padding:0 1em;color:#1d2430;background:#fff}
            h1{font-size:1.5em;margin:0 0 .2em}h2{font-size:1.1em;margin:1.6em 0 .4em}
            .facts{color:#5a6472}code{font-size:.92em;overflow-wrap:anywhere}
            .banner{padding:.7em 1em;border-radius:8px;font-weight:600;margin:1em 0}
            .ok{background:#e3f4e6;color:#14612a}.bad{background:#fbe3e1;color:#8d1b13}
            table{border-collapse:collapse;width:100%}th,td{padding:.3em .5em;text-align:right;border-bottom:1px solid #e4e7ec}
            th{font-weight:600;color:#5a6472;font-size:.86em;vertical-align:bottom}
            td:nth-child(-n+2),th:nth-child(-n+2){text-align:left}td{font-variant-numeric:tabular-nums;white-space:nowrap}
            .tag{padding:.1em .5em;border-radius:5px;font-size:.88em;font-weight:600}
            .bar{background:#e9ecf1;border-radius:4px;height:12px;width:340px;display:inline-block;vertical-align:middle;overflow:hidden}
            .bar i{display:block;height:12px;background:#3f74c8}.bar i.over{background:#c4392e}
            svg{display:block}li{margin:.15em 0}
            """;

    private final StringBuilder html = new StringBuilder();

    private TrialPage() {}

    /** The page. */
    static String of(final Trial trial) {
        final TrialPage page = new TrialPage();
        page.head(trial);
        page.table(trial);
        page.steps(trial.steps());
        page.told("Why it did not pass", trial, true);
        page.told("Notes", trial, false);
        page.html.append("</body></html>\n");
        return page.html.toString();
    }

    private void head(final Trial trial) {
        final String name = escaped(trial.bundle().manifest().name());
        final List<String> settings = TrialSettings.of(trial.config());
        put(
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Trial of %s</title><style>%s</style></head><body>"
                        .formatted(name, STYLE));
        put("<h1>Trial of %s</h1>".formatted(name));
        put("<div class=\"facts\">SHA-256 <code>%s</code><br>"
                .formatted(trial.bundle().sha256()));
        put(
                ("%d walks a row, robots drawn by <code>--vary %s</code>, in lock-step; gaitd %s<br>settings that are not the"
                                + " default: %s</div>")
                        .formatted(
                                trial.seeds(),
                                trial.vary(),
                                Version.TEXT,
                                settings.isEmpty()
                                        ? "none"
                                        : "<code>" + escaped(String.join(", ", settings)) + "</code>"));
        put("<div class=\"banner %s\">%s%s</div>"
                .formatted(
                        trial.passed() ? "ok" : "bad",
                        escaped(TrialText.verdict(trial)),
                        trial.missing().isEmpty() ? "" : "<br>tried without MuJoCo: " + escaped(trial.missing())));
    }

    private void table(final Trial trial) {
        put(
                ("<h2>Walks</h2><table><tr><th>what</th><th>engine</th><th>asked<br>m/s, m/s, rad/s</th><th>got</th><th>falls</th>"
                                + "<th>lean up to<br>deg</th><th>lean over time<br>0 to %.0f deg</th><th>power<br>W</th><th>torque<br>N m</th>"
                                + "<th>joint margin<br>rad</th><th>motor settles<br>deg C</th><th>outputs out<br>of bounds</th>"
                                + "<th>limited</th><th></th></tr>")
                        .formatted(CHART_DEG));
        for (final TrialRow row : trial.rows()) {
            final TrialEpisode asked = row.episode();
            put("<tr><td>%s</td><td>%s</td>"
                    .formatted(asked.name(), row.engine().key()));
            put("<td>%s</td>".formatted(TrialText.velocity(asked.vx(), asked.vy(), asked.yawRate())));
            put("<td>%s</td>"
                    .formatted(TrialText.velocity(
                            row.mean(TrialFigures::vx), row.mean(TrialFigures::vy), row.mean(TrialFigures::yawRate))));
            put("<td>%d</td><td>%.1f</td><td>%s</td>"
                    .formatted(row.falls(), row.most(TrialFigures::tiltDeg), chart(row.worst())));
            put("<td>%.0f</td><td>%.1f</td>"
                    .formatted(row.mean(TrialFigures::powerW), row.most(TrialFigures::torqueNm)));
            put("<td>%.2f</td><td>%.0f</td>"
                    .formatted(row.least(TrialFigures::marginRad), row.most(TrialFigures::settlesC)));
            put("<td>%.1f %%</td><td>%.1f %%</td>"
                    .formatted(PERCENT * row.outside(), PERCENT * TrialText.limited(row)));
            put("<td>%s</td></tr>".formatted(tag(trial.verdict(row))));
        }
        put("</table>");
    }

    /** Lean of the walk that leant most. */
    private static String chart(final TriedWalk walk) {
        final StringBuilder points = new StringBuilder();
        final List<Double> tilts = walk.tiltsDeg();
        for (int i = 0; i < tilts.size(); i++) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    CHART_WIDTH * i / Math.max(1, tilts.size() - 1),
                    CHART_HEIGHT * (1 - Math.min(1, tilts.get(i) / CHART_DEG))));
        }
        return String.format(
                Locale.ROOT,
                "<svg width=\"%.0f\" height=\"%.0f\"><polyline fill=\"none\" stroke=\"#3f74c8\" points=\"%s\"/></svg>",
                CHART_WIDTH,
                CHART_HEIGHT,
                points.toString().strip());
    }

    private void steps(final StepTimes steps) {
        put(
                "<h2>Time of a step on this machine</h2><p class=\"facts\">%d steps; %.0f us are allowed, a tick has %.0f us. %s</p><table>"
                        .formatted(steps.ns().getTotalCount(), steps.limitUs(), steps.tickUs(), tag(steps.verdict())));
        for (final double percentile : new double[] {50, 90, 99, 99.9, 100}) {
            final double us = steps.us(percentile);
            put(
                    ("<tr><td>%s</td><td>%.1f us</td><td style=\"text-align:left;width:70%%\"><span class=\"bar\"><i class=\"%s\""
                                    + " style=\"width:%.1f%%\"></i></span> %.1f %% of what is allowed</td></tr>")
                            .formatted(
                                    percentile == 100 ? "longest" : "p" + Config.plain(percentile),
                                    us,
                                    us > steps.limitUs() ? "over" : "",
                                    Math.min(PERCENT, PERCENT * us / steps.limitUs()),
                                    PERCENT * us / steps.limitUs()));
        }
        put("</table>");
    }

    private void told(final String title, final Trial trial, final boolean reasons) {
        final StringBuilder items = new StringBuilder();
        for (final TrialRow row : trial.rows()) {
            items(items, row.episode().name() + ", " + row.engine().key(), trial.verdict(row), reasons);
        }
        items(items, "inference", trial.steps().verdict(), reasons);
        if (!items.isEmpty()) {
            put("<h2>%s</h2><ul>%s</ul>".formatted(title, items));
        }
    }

    private static void items(
            final StringBuilder items, final String where, final TrialVerdict verdict, final boolean reasons) {
        for (final String each : reasons ? verdict.reasons() : verdict.notes()) {
            items.append("<li><b>")
                    .append(where)
                    .append(":</b> ")
                    .append(escaped(each))
                    .append("</li>");
        }
    }

    private static String tag(final TrialVerdict verdict) {
        return "<span class=\"tag " + (verdict.passed() ? "ok\">passed" : "bad\">not passed") + "</span>";
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void put(final String text) {
        html.append(text);
    }
}
