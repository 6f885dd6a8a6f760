package gaitd.robot.latency;

import gaitd.policies.text.JsonReader;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.LockMemory;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Setting;
import gaitd.runtime.shared.SharedException;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * One round of the control process: it starts, warms up, stands up, walks for the length of the round, sits down and
 * ends.
 *
 * @param wakeup lateness of all its ticks, ns, whole microseconds
 * @param corrected the same with that of skipped ticks: corrected for coordinated omission
 * @param ticks other distributions of all its ticks
 * @param stalls ticks that were very late
 * @param killed companions that were killed meanwhile
 * @param faults faults that were cleared, the walk taken up again
 * @param framesLost ticks missing in the distributions, because this process was too slow
 * @param report of the control process
 */
record ControlRound(
        Histogram wakeup,
        Histogram corrected,
        TickStatistics ticks,
        List<Stall> stalls,
        int killed,
        int faults,
        long framesLost,
        Map<?, ?> report) {
    private static final String OUTPUT = "control.txt";
    private static final long NS_PER_US = 1000;
    private static final double NS_PER_S = 1e9;

    static ControlRound run(final LatencyPlan plan, final int port, final BenchProcesses processes, final int kills)
            throws IOException, InterruptedException {
        final Path config = Files.writeString(processes.file("control.toml"), settings(plan));
        final Path result = processes.file("control.json");
        final Path shared = processes.file("shared");
        Files.deleteIfExists(result);
        final Process process = processes.start(
                OUTPUT,
                Jvms.realTime(
                        plan.priority() > 0,
                        Jvms.CONTROL,
                        "control",
                        "--robot",
                        "udp://127.0.0.1:" + port,
                        "--shared",
                        shared.toString(),
                        "--strict-rt",
                        "--config",
                        config.toString(),
                        "--json",
                        result.toString()));
        try {
            final WalkingControl control =
                    new WalkingControl(process, plan.cpu(), shared, () -> processes.output(OUTPUT));
            final Walked walked = walk(control, plan, processes, shared, kills);
            process.destroy();
            process.waitFor();
            return new ControlRound(
                    wholeUs(control.ticks.wakeup),
                    wholeUs(control.ticks.wakeupCorrected),
                    control.ticks,
                    control.stalls.stalls(),
                    walked.killed(),
                    walked.faults(),
                    control.lostFrames(),
                    read(result));
        } catch (final Refusal | SharedException e) {
            BenchProcesses.end(process);
            throw new Refusal(
                    e.getMessage() + "; the control process printed: " + lastLine(processes.output(OUTPUT))
                            + (plan.priority() > 0 ? "; --priority 0 measures without privileges" : ""),
                    e);
        }
    }

    /** Walks as long as the plan says, or until so many companions are killed; faults that a busy computer makes are cleared. */
    private static Walked walk(
            final WalkingControl control,
            final LatencyPlan plan,
            final BenchProcesses processes,
            final Path shared,
            final int kills)
            throws InterruptedException {
        if (kills == 0) {
            final AtomicLong startNs = new AtomicLong(Long.MIN_VALUE);
            control.atFirstStep(() -> startNs.set(System.nanoTime()));
            final int faults = control.walkOn(
                    () -> startNs.get() == Long.MIN_VALUE
                            ? plan.seconds()
                            : plan.seconds() - (System.nanoTime() - startNs.get()) / NS_PER_S,
                    fault -> {});
            return new Walked(0, faults);
        }
        try (CompanionKiller killer = new CompanionKiller(processes, shared, kills, control::end)) {
            control.atFirstStep(killer::start);
            final int faults = control.walkOn(() -> Double.POSITIVE_INFINITY, fault -> {});
            return new Walked(killer.killed(), faults);
        }
    }

    private record Walked(int killed, int faults) {}

    private static Map<?, ?> read(final Path result) throws IOException {
        if (!Files.exists(result)) {
            throw new Refusal("the control process left no report");
        }
        return (Map<?, ?>) JsonReader.parse(Files.readString(result));
    }

    /** Limits are wide, since lateness is measured here and must not damp the robot. */
    static String settings(final LatencyPlan plan) {
        final boolean privileged = plan.priority() > 0;
        return String.join(
                System.lineSeparator(),
                List.of(
                        "loop.rate_hz = 1000",
                        "loop.missed_ticks_max = 1000",
                        "safety.stale_ms = 500",
                        "safety.state_lag_max_ms = 5000",
                        "command.age_max_ms = 2000",
                        "command.operator_timeout_ms = 5000",
                        Setting.RT_PRIORITY.line(plan.priority()),
                        Setting.RT_CPU.line(plan.cpu()),
                        "rt.spin_us = " + plan.spinUs(),
                        ChoiceSetting.RT_LOCK_MEMORY.line(privileged ? LockMemory.USED : LockMemory.OFF),
                        Setting.RT_DMA_LATENCY_US.line(
                                privileged && Files.exists(Path.of("/dev/cpu_dma_latency")) ? 0 : -1),
                        ""));
    }

    /** Truncates to whole microseconds, as cyclictest does. */
    private static Histogram wholeUs(final Histogram histogram) {
        final Histogram cut = new Histogram(3);
        histogram
                .recordedValues()
                .forEach(value -> cut.recordValueWithCount(
                        value.getValueIteratedTo() / NS_PER_US * NS_PER_US, value.getCountAtValueIteratedTo()));
        return cut;
    }

    private static String lastLine(final String said) {
        return said.strip().lines().reduce((first, second) -> second).orElse("nothing");
    }

    long number(final String key) {
        return (long) real(key);
    }

    double real(final String key) {
        return report.get(key) instanceof final Number number ? number.doubleValue() : Double.NaN;
    }

    String brief() {
        return String.format(
                Locale.ROOT,
                "%d missed, %d bytes, %d collections, %d compilations, armed after %.1f s (%.1f to warm up, %d warm-up ticks), latest %.1f ms%s",
                number("missed_ticks"),
                number("alloc_bytes"),
                number("gc_count"),
                number("compilations"),
                real("start_to_armed_s"),
                real("start_to_warm_s") - real("start_to_prepared_s"),
                number("warm_up_ticks"),
                wakeup.getMaxValue() / 1e6,
                killed == 0 ? "" : ", " + killed + " companions killed");
    }
}
