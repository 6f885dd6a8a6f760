package gaitd.robot.log;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** Which part of a recording a command is about. */
final class LogSpan {
    private static final double SECONDS_MAX = 1e9;

    @Option(
            names = "--from",
            paramLabel = "S",
            defaultValue = "0",
            description = "from here, s after the first tick (default 0)")
    private double from;

    @Option(names = "--to", paramLabel = "S", description = "to here (default the end)")
    private Double to;

    /** Refuses a span that is none. */
    void check() {
        Inputs.inRange("--from", from, 0, SECONDS_MAX, "s");
        if (to != null) {
            Inputs.inRange("--to", to, from, SECONDS_MAX, "s, and not before --from");
        }
    }

    /** Whether a time is in it, s after the first tick. */
    boolean holds(final double seconds) {
        return seconds >= from && (to == null || seconds <= to);
    }

    /** In words. */
    String text() {
        return "from " + from + " s" + (to == null ? "" : " to " + to + " s");
    }
}
