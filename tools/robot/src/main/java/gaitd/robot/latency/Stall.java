package gaitd.robot.latency;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A tick that began late or took long, with the kernel's figures from just before it was due until its frame was read.
 *
 * @param tick its number
 * @param latenessMs how late it began, ms
 * @param computeMs how long it took, ms
 * @param runDelayMs time that its thread was ready and others ran, ms; -1 where unknown
 * @param stolenMs time that the host of the virtual machine took from its processor, ms, in steps of 10; -1 where
 *     unknown
 * @param majorFaults pages that had to be read from a disk
 */
record Stall(long tick, double latenessMs, double computeMs, double runDelayMs, long stolenMs, long majorFaults) {
    double ms() {
        return latenessMs + computeMs;
    }

    Map<String, Object> json() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("tick", tick);
        values.put("lateness_ms", latenessMs);
        values.put("compute_ms", computeMs);
        values.put("run_delay_ms", runDelayMs);
        values.put("stolen_ms", stolenMs);
        values.put("page_faults_major", majorFaults);
        return values;
    }

    String line() {
        return String.format(Locale.ROOT, "tick %d began %.1f ms late and took %.1f ms; ", tick, latenessMs, computeMs)
                + (runDelayMs < 0
                        ? "what its thread waited for is not known"
                        : String.format(
                                Locale.ROOT,
                                "meanwhile its thread waited %.1f ms for its processor, the host took %d ms, %d pages came"
                                        + " from disk",
                                runDelayMs,
                                stolenMs,
                                majorFaults));
    }
}
