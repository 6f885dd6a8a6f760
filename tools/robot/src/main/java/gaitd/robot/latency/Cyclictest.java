package gaitd.robot.latency;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** One round of cyclictest, of Debian's rt-tests: a C program that sleeps until an absolute moment and measures how late it woke. */
final class Cyclictest {
    /** The program. */
    static final String PROGRAM = "cyclictest";

    private static final int HISTOGRAM_US = 20_000;
    private static final long NS_PER_US = 1000;
    private static final String OUTPUT = "cyclictest.txt";

    private Cyclictest() {}

    /** Whether it is installed. */
    static boolean installed(final BenchProcesses processes) throws InterruptedException {
        try {
            processes.start("help.txt", List.of(PROGRAM, "--help")).waitFor();
            return true;
        } catch (final IOException e) {
            return false;
        }
    }

    static Histogram run(final LatencyPlan plan, final BenchProcesses processes)
            throws IOException, InterruptedException {
        final Process process = processes.start(OUTPUT, command(plan));
        final int code = process.waitFor();
        final String said = processes.output(OUTPUT);
        if (code != 0) {
            throw new Refusal(PROGRAM + " ended with " + code + ": "
                    + said.lines().findFirst().orElse("no output"));
        }
        return parse(said);
    }

    private static List<String> command(final LatencyPlan plan) {
        final List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--quiet",
                "--threads=1",
                "--interval=" + LatencyPlan.INTERVAL_US,
                "--duration=" + plan.seconds(),
                "--histogram=" + HISTOGRAM_US));
        if (plan.priority() > 0) {
            command.addAll(List.of("--mlockall", "--priority=" + plan.priority(), "--policy=fifo"));
        } else {
            command.add("--policy=other");
        }
        if (plan.cpu() >= 0) {
            command.add("--affinity=" + plan.cpu());
        }
        return command;
    }

    /**
     * Reads its histogram: lines of microseconds and counts, and comments of which those about the maximum and the overflows count.
     *
     * @throws IOException when it holds no wake-up
     */
    static Histogram parse(final String text) throws IOException {
        final Histogram histogram = new Histogram(3);
        long overflows = 0;
        long maxUs = 0;
        for (final String line : text.lines().toList()) {
            if (line.matches("[0-9]+\\s+[0-9]+")) {
                final int gap = line.replaceFirst("\\s.*", "").length();
                final long us = Long.parseLong(line.substring(0, gap));
                final long count = Long.parseLong(line.substring(gap).strip());
                if (count > 0) {
                    histogram.recordValueWithCount(us * NS_PER_US, count);
                }
            } else if (line.startsWith("# Max Latencies:")) {
                maxUs = Long.parseLong(line.replaceAll("[^0-9]", ""));
            } else if (line.startsWith("# Histogram Overflows:")) {
                overflows = Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        if (overflows > 0) {
            histogram.recordValueWithCount(maxUs * NS_PER_US, overflows);
        }
        if (histogram.getTotalCount() == 0) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s printed no histogram: %s",
                    PROGRAM,
                    text.lines().findFirst().orElse("nothing")));
        }
        return histogram;
    }
}
