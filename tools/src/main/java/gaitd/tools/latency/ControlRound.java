package gaitd.tools.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gaitd.tools.report.HistogramText;
import gaitd.tools.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * One round of a control process of this program: it starts, warms up, stands up, walks for the length of the round, sits down.
 *
 * @param wakeup lateness of all its ticks, ns
 * @param corrected the same with that of skipped ticks: corrected for coordinated omission, ns
 * @param compute time of all its ticks, ns
 * @param report what else it told
 */
record ControlRound(Histogram wakeup, Histogram corrected, Histogram compute, JsonNode report) {
    private static final String OUTPUT = "control.txt";
    private static final long NS_PER_US = 1000;

    static ControlRound run(final LatencyPlan plan, final int port, final Children children)
            throws IOException, InterruptedException {
        final Path config = Files.writeString(children.file("control.toml"), settings(plan));
        final Path result = children.file("control.json");
        Files.deleteIfExists(result);
        final Process process = children.start(
                OUTPUT,
                Jvms.realTime(
                        "gaitd.tools.Main",
                        "run",
                        "--robot",
                        "udp://127.0.0.1:" + port,
                        "--no-view",
                        "--strict-rt",
                        "--vx",
                        "0.3",
                        "--seconds",
                        Integer.toString(plan.seconds()),
                        "--config",
                        config.toString(),
                        "--report",
                        result.toString()));
        final int code = process.waitFor();
        if (!Files.exists(result)) {
            throw new Refusal("the control process ended with " + code + ": " + lastLine(children.said(OUTPUT))
                    + (plan.priority() > 0 ? "; --priority 0 measures without privileges" : ""));
        }
        final JsonNode report = new ObjectMapper().readTree(result.toFile());
        return new ControlRound(
                wholeUs(HistogramText.decode(report.get("wakeup_hdr").asText())),
                wholeUs(HistogramText.decode(report.get("wakeup_corrected_hdr").asText())),
                HistogramText.decode(report.get("compute_hdr").asText()),
                report);
    }

    /** Limits are wide, since lateness is to be measured here, and not to damp the robot. */
    static String settings(final LatencyPlan plan) {
        final boolean privileged = plan.priority() > 0;
        return String.join(
                System.lineSeparator(),
                List.of(
                        "loop.rate_hz = 1000",
                        "loop.missed_ticks_max = 1000",
                        "safety.stale_ms = 500",
                        "rt.priority = " + plan.priority(),
                        "rt.cpu = " + plan.cpu(),
                        "rt.spin_us = " + plan.spinUs(),
                        "rt.lock_memory = " + (privileged ? 1 : 0),
                        "rt.dma_latency_us = " + (privileged && Files.exists(Path.of("/dev/cpu_dma_latency")) ? 0 : -1),
                        ""));
    }

    /** Cuts to whole microseconds, as the rival does. */
    private static Histogram wholeUs(final Histogram histogram) {
        final Histogram cut = new Histogram(3);
        histogram
                .recordedValues()
                .forEach(value -> cut.recordValueWithCount(
                        value.getValueIteratedTo() / NS_PER_US * NS_PER_US, value.getCountAtValueIteratedTo()));
        return cut;
    }

    private static String lastLine(final String said) {
        return said.strip().lines().reduce((first, second) -> second).orElse("it said nothing");
    }

    long number(final String key) {
        return report.path(key).asLong();
    }

    double real(final String key) {
        return report.path(key).asDouble(Double.NaN);
    }

    String brief() {
        return String.format(
                Locale.ROOT,
                "%d missed, %d bytes, %d collections, %d compilations, armed after %.1f s",
                number("missed_ticks"),
                number("alloc_bytes"),
                number("gc_count"),
                number("compilations"),
                real("start_to_armed_s"));
    }
}
