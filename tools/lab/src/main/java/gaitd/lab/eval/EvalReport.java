package gaitd.lab.eval;

import gaitd.lab.walks.Interval;
import gaitd.robot.report.Report;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Results of an evaluation as text and JSON. */
public final class EvalReport {
    private static final Metric[] SHOWN = {
        Metric.REWARD,
        Metric.VELOCITY_MAE,
        Metric.LATERAL_MAE,
        Metric.YAW_RATE_MAE,
        Metric.POWER_MEAN,
        Metric.COST_OF_TRANSPORT,
        Metric.ROLL_PITCH_RATE_RMS,
        Metric.TILT_RMS
    };
    private static final int WIDTH = 14;
    private static final int NAME_WIDTH = 24;

    private EvalReport() {}

    /**
     * Explains the columns.
     *
     * @param test definition of every walk
     * @return lines
     */
    public static String head(final WalkTest test) {
        return String.format(
                        Locale.ROOT,
                        "%d walks x %d seeds, %s engine, asked for %.2f %.2f m/s %.2f rad/s; success: %.1f m forward within %.0f s,"
                                + " no fall, no fault; reward of %s without the terms of actions; value and half of its 95 %% interval%n",
                        test.episodes(),
                        test.seeds().size(),
                        test.engine().key(),
                        test.vx(),
                        test.vy(),
                        test.yawRate(),
                        test.distanceM(),
                        test.limitS(),
                        test.task().name())
                + (test.faults().faults().isEmpty()
                        ? ""
                        : "faults: " + String.join(", ", test.faults().texts()) + System.lineSeparator());
    }

    /**
     * A table of subjects on one ground in one condition.
     *
     * @param cases of that ground and condition
     * @return lines
     */
    public static String table(final List<Case> cases) {
        final StringBuilder text = new StringBuilder();
        text.append(cases.getFirst().terrain())
                .append(", ")
                .append(cases.getFirst().condition().name())
                .append(System.lineSeparator());
        text.append(cell("", NAME_WIDTH)).append(cell("success %", 2 * WIDTH));
        for (final String title : new String[] {
            "reward 1/s",
            "vx err m/s",
            "vy err m/s",
            "yaw err rad/s",
            "power W",
            "transport",
            "roll+pitch/s",
            "tilt rad"
        }) {
            text.append(cell(title, WIDTH));
        }
        text.append("falls faults  off").append(System.lineSeparator());
        for (final Case each : cases) {
            final Walks walks = each.walks();
            final Interval success = walks.success();
            text.append(cell(each.subject().name(), NAME_WIDTH));
            text.append(cell(
                    String.format(
                            Locale.ROOT,
                            "%.1f (%.1f to %.1f)",
                            100 * success.value(),
                            100 * success.low(),
                            100 * success.high()),
                    2 * WIDTH));
            for (final Metric metric : SHOWN) {
                text.append(cell(text(walks.mean(metric), metric.pattern), WIDTH));
            }
            text.append(String.format(Locale.ROOT, "%5d %6d %4d", walks.falls(), walks.faults(), walks.policiesOff()))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String text(final Interval interval, final String pattern) {
        if (!Double.isFinite(interval.value())) {
            return "-";
        }
        final DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        final double half = interval.high() - interval.value();
        return format.format(interval.value()) + (Double.isFinite(half) ? " " + format.format(half) : "");
    }

    private static String cell(final String text, final int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }

    /**
     * JSON: keys of the first case without prefix, and every case under its number.
     *
     * @param test definition of every walk
     * @param cases in the order of the tables
     * @return the report
     */
    public static Report json(final WalkTest test, final List<Case> cases) {
        final Report report = new Report();
        report.put("engine", test.engine().key());
        report.put("episodes", (long) test.episodes() * test.seeds().size());
        report.put("seed", test.seeds().getFirst());
        report.put("seeds", test.seeds().size());
        report.put("vx_m_s", test.vx()).put("vy_m_s", test.vy()).put("yaw_rad_s", test.yawRate());
        report.put("faults", test.faults().texts());
        report.put("reward_task", test.task().name());
        report.put("distance_m", test.distanceM()).put("limit_s", test.limitS());
        put(report, "", cases.getFirst());
        report.put("cases", cases.size());
        for (int i = 0; i < cases.size(); i++) {
            put(report, "case" + (i + 1) + "_", cases.get(i));
        }
        return report;
    }

    private static void put(final Report report, final String prefix, final Case each) {
        final Walks walks = each.walks();
        report.put(prefix + "policy", each.subject().name());
        report.put(prefix + "terrain", each.terrain());
        report.put(prefix + "condition", each.condition().name());
        report.put(prefix + "case", each.condition().fieldCase().name());
        report.put(prefix + "success", walks.success().value());
        report.put(prefix + "success_ci95", ends(walks.success()));
        for (final Metric metric : Metric.values()) {
            final Interval mean = walks.mean(metric);
            report.put(prefix + metric.key(), mean.value());
            report.put(prefix + metric.key() + "_ci95", ends(mean));
        }
        report.put(prefix + "falls", walks.falls())
                .put(prefix + "faults", walks.faults())
                .put(prefix + "policies_off", walks.policiesOff());
    }

    private static Double[] ends(final Interval interval) {
        return new Double[] {finite(interval.low()), finite(interval.high())};
    }

    private static Double finite(final double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
