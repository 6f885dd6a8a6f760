package gaitd.lab.classic;

import gaitd.lab.walks.Interval;
import gaitd.robot.report.Report;
import gaitd.sim.Engine;
import java.util.List;
import java.util.Locale;

/** Episodes of policies as text and JSON. */
final class ClassicReport {
    private static final double PERCENT = 100;

    private final String task;
    private final boolean canBeLost;
    private final Engine engine;
    private final long seed;
    private final int seeds;
    private final int episodes;
    private final List<ClassicSubject> subjects;
    private final List<ClassicEpisodes> results;

    /**
     * Of policies side by side.
     *
     * @param task name of the task
     * @param canBeLost whether an episode that ends by time is a success
     * @param engine physics
     * @param seed the first
     * @param seeds how many
     * @param episodes of each seed
     * @param subjects policies
     * @param results of each
     */
    ClassicReport(
            final String task,
            final boolean canBeLost,
            final Engine engine,
            final long seed,
            final int seeds,
            final int episodes,
            final List<ClassicSubject> subjects,
            final List<ClassicEpisodes> results) {
        this.task = task;
        this.canBeLost = canBeLost;
        this.engine = engine;
        this.seed = seed;
        this.seeds = seeds;
        this.episodes = episodes;
        this.subjects = subjects;
        this.results = results;
    }

    /** Lines for people. */
    String table() {
        final StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s, %s engine: %d episodes x %d seeds without exploring; %svalue and half of its 95 %% interval%n",
                task,
                engine.key(),
                episodes,
                seeds,
                canBeLost ? "success: the episode reaches its last step; " : ""));
        text.append(String.format(
                Locale.ROOT,
                "%-24s%-22s%-12s%-18s%s%n",
                "",
                "return",
                "least",
                "length",
                canBeLost ? "success %" : ""));
        for (int i = 0; i < results.size(); i++) {
            final ClassicEpisodes result = results.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s%-22s%-12.1f%-18s%s%n",
                    subjects.get(i).name(),
                    text(result.reward()),
                    result.leastReward(),
                    text(result.length()),
                    canBeLost ? share(result.success()) : ""));
        }
        return text.toString();
    }

    private static String text(final Interval mean) {
        final double half = mean.high() - mean.value();
        return Double.isFinite(half)
                ? String.format(Locale.ROOT, "%.1f %.1f", mean.value(), half)
                : String.format(Locale.ROOT, "%.1f", mean.value());
    }

    private static String share(final Interval share) {
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f to %.1f)",
                PERCENT * share.value(),
                PERCENT * share.low(),
                PERCENT * share.high());
    }

    /** Flat JSON: the first policy without prefix, then every one under its number. */
    Report json() {
        final Report report = new Report()
                .put("task", task)
                .put("engine", engine.key())
                .put("episodes", (long) episodes * seeds)
                .put("seed", seed)
                .put("seeds", seeds);
        put(report, "", 0);
        report.put("cases", results.size());
        for (int i = 0; i < results.size(); i++) {
            put(report, "case" + (i + 1) + "_", i);
        }
        return report;
    }

    private void put(final Report report, final String prefix, final int which) {
        final ClassicEpisodes result = results.get(which);
        report.put(prefix + "policy", subjects.get(which).name());
        put(report, prefix + "return", result.reward());
        report.put(prefix + "return_least", result.leastReward());
        put(report, prefix + "length_steps", result.length());
        if (canBeLost) {
            put(report, prefix + "success", result.success());
        }
        for (int k = 0; k < result.terms().size(); k++) {
            report.put(
                    prefix + "reward_" + result.terms().get(k), result.term(k).value());
        }
    }

    private static void put(final Report report, final String key, final Interval value) {
        report.put(key, value.value());
        report.put(key + "_ci95", new Double[] {finite(value.low()), finite(value.high())});
    }

    private static Double finite(final double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
