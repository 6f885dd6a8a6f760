package gaitd.robot.latency;

import gaitd.robot.report.Report;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Results of both sides under one condition, idle or loaded. */
public final class ConditionResult {
    private static final int STALLS_TOLD = 10;

    /** Lateness of this program's ticks. */
    public final Side gaitd = new Side();
    /** Lateness of the C program. */
    public final Side cyclictest = new Side();

    /** Rounds in which companions were killed. */
    final List<ControlRound> killed = new ArrayList<>();

    /** Rounds with a companion that does all it can. */
    final List<ControlRound> accompanied = new ArrayList<>();

    private final String name;
    private final String prefix;
    private final Side corrected = new Side();
    private final Side compute = new Side();
    private final Side period = new Side();
    private final Side stateAge = new Side();
    private final Side throughput = new Side();
    private Long stolenMs;
    private Long throttled;
    private final List<ControlRound> rounds = new ArrayList<>();

    ConditionResult(final String name, final String prefix) {
        this.name = name;
        this.prefix = prefix;
    }

    public String name() {
        return name;
    }

    void add(final ControlRound round) {
        rounds.add(round);
        gaitd.add(round.wakeup());
        corrected.add(round.corrected());
        compute.add(round.ticks().compute);
        period.add(round.ticks().period);
        stateAge.add(round.ticks().stateAge);
        throughput.add(round.ticks().arrivalToDeparture);
    }

    /**
     * Processor time taken meanwhile: by the virtual machine's host, ms, and how often a quota throttled the process;
     * null where unknown.
     */
    void taken(final Long hostMs, final Long quotaTimes) {
        stolenMs = hostMs;
        throttled = quotaTimes;
    }

    private long sum(final ToLongFunction<ControlRound> what) {
        return rounds.stream().mapToLong(what).sum();
    }

    private double greatest(final String key) {
        return rounds.stream().mapToDouble(round -> round.real(key)).max().orElse(Double.NaN);
    }

    void report(final Report report) {
        if (!cyclictest.isEmpty()) {
            report.put(prefix + "ratio_p50", ratio(50))
                    .put(prefix + "ratio_p99", ratio(99))
                    .put(prefix + "ratio_p99_9", ratio(99.9));
        }
        report.put(prefix + "gaitd_us", gaitd.us());
        report.put(prefix + "gaitd_corrected_us", corrected.us());
        report.put(prefix + "cyclictest_us", cyclictest.isEmpty() ? null : cyclictest.us());
        report.put(prefix + "compute_us", compute.us());
        report.put(prefix + "period_us", period.us());
        report.put(prefix + "state_age_us", stateAge.us());
        report.put(prefix + "arrival_to_departure_us", throughput.us());
        for (final String key : List.of("ticks", "missed_ticks")) {
            report.put(prefix + key, sum(round -> round.number(key)));
        }
        for (final String key : List.of(
                "armed_ticks",
                "alloc_bytes",
                "gc_count",
                "safepoints",
                "compilations",
                "classes_loaded",
                "page_faults_minor",
                "page_faults_major",
                "preempted")) {
            report.put(prefix + key, sum(round -> round.number(key)));
        }
        report.put(prefix + "faults_cleared", sum(ControlRound::faults));
        report.put(prefix + "frames_lost", sum(ControlRound::framesLost));
        report.put(prefix + "stolen_ms", stolenMs);
        report.put(prefix + "throttled", throttled);
        report.put(prefix + "stalls", longest().map(Stall::json).toList());
        if (!killed.isEmpty()) {
            report.put(prefix + "companion_killed_us", side(killed).us());
            report.put(
                    prefix + "companions_killed",
                    killed.stream().mapToInt(ControlRound::killed).sum());
        }
        if (!accompanied.isEmpty()) {
            final Side side = side(accompanied);
            report.put(prefix + "companion_us", side.us());
            report.put(prefix + "companion_ratio_p99", side.percentileUs(99) / gaitd.percentileUs(99));
            report.put(prefix + "companion_ratio_p99_9", side.percentileUs(99.9) / gaitd.percentileUs(99.9));
        }
        report.put(prefix + "resident_mb", greatest("resident_mb"));
        report.put(prefix + "start_to_armed_s", greatest("start_to_armed_s"));
    }

    private static Side side(final List<ControlRound> rounds) {
        final Side side = new Side();
        rounds.forEach(round -> side.add(round.wakeup()));
        return side;
    }

    private Stream<Stall> longest() {
        return Stream.concat(rounds.stream(), killed.stream())
                .flatMap(round -> round.stalls().stream())
                .sorted(Comparator.comparingDouble(Stall::ms).reversed())
                .limit(STALLS_TOLD);
    }

    private double ratio(final double percentile) {
        return gaitd.percentileUs(percentile) / cyclictest.percentileUs(percentile);
    }

    void print(final PrintWriter out) {
        out.printf("%s: wake-up lateness at 1 kHz, us, medians of rounds%n", name);
        out.printf("  %-12s %8s %8s %8s %8s%n", "", "p50", "p99", "p99.9", "max");
        line(out, "gaitd", gaitd.us());
        if (sum(round -> round.number("missed_ticks")) > 0) {
            line(out, "with missed", corrected.us());
        }
        if (!cyclictest.isEmpty()) {
            line(out, "cyclictest", cyclictest.us());
            out.printf(Locale.ROOT, "  %-12s %8.2f %8.2f %8.2f%n", "ratio", ratio(50), ratio(99), ratio(99.9));
        }
        if (!killed.isEmpty()) {
            line(out, "with kills", side(killed).us());
        }
        if (!accompanied.isEmpty()) {
            final Side side = side(accompanied);
            line(out, "accompanied", side.us());
            out.printf(
                    Locale.ROOT,
                    "  %-12s %8.2f %8.2f %8.2f%n",
                    "over alone",
                    side.percentileUs(50) / gaitd.percentileUs(50),
                    side.percentileUs(99) / gaitd.percentileUs(99),
                    side.percentileUs(99.9) / gaitd.percentileUs(99.9));
        }
        line(out, "compute", compute.us());
        out.printf(
                Locale.ROOT,
                "  %d ticks, %d missed; after arming %d heap bytes, %d collections, %d safepoints, %d compilations;"
                        + " %.0f MB resident, armed after %.1f s%n",
                sum(round -> round.number("ticks")),
                sum(round -> round.number("missed_ticks")),
                sum(round -> round.number("alloc_bytes")),
                sum(round -> round.number("gc_count")),
                sum(round -> round.number("safepoints")),
                sum(round -> round.number("compilations")),
                greatest("resident_mb"),
                greatest("start_to_armed_s"));
        out.printf(
                "  after arming %d pages first used, %d read from disk; the host took %s ms, a quota stopped it %s times%n",
                sum(round -> round.number("page_faults_minor")),
                sum(round -> round.number("page_faults_major")),
                stolenMs == null ? "unknown" : stolenMs,
                throttled == null ? "unknown" : throttled);
        if (sum(ControlRound::faults) > 0) {
            out.printf("  %d faults, as a busy computer makes them, were cleared%n", sum(ControlRound::faults));
        }
        longest().forEach(stall -> out.println("  stall: " + stall.line()));
        out.flush();
    }

    private static void line(final PrintWriter out, final String side, final Map<String, Double> us) {
        out.printf(
                Locale.ROOT,
                "  %-12s %8.1f %8.1f %8.1f %8.1f%n",
                side,
                us.get("p50"),
                us.get("p99"),
                us.get("p99_9"),
                us.get("max"));
    }
}
