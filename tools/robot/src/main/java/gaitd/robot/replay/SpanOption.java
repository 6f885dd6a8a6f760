package gaitd.robot.replay;

import gaitd.robot.cli.Inputs;
import picocli.CommandLine.Option;

/** The option of commands that are about a part of a recording. */
public final class SpanOption {
    private static final double SECONDS_MAX = 1e9;

    @Option(
            names = "--from",
            paramLabel = "S",
            defaultValue = "0",
            description = "from here, s after the begin (default 0)")
    private double from;

    @Option(names = "--to", paramLabel = "S", description = "to here (default the end)")
    private Double to;

    /** Made by picocli. */
    public SpanOption() {}

    /**
     * Refuses a span that is none.
     *
     * @throws gaitd.runtime.config.ConfigException in one line
     */
    public void check() {
        Inputs.inRange("--from", from, 0, SECONDS_MAX, "s");
        if (to != null) {
            Inputs.inRange("--to", to, from, SECONDS_MAX, "s, and not before --from");
        }
    }

    /**
     * Whether a time is in it.
     *
     * @param seconds after the begin
     * @return whether it is
     */
    public boolean holds(final double seconds) {
        return seconds >= from && (to == null || seconds <= to);
    }

    /**
     * Where it begins.
     *
     * @return s after the begin
     */
    public double fromS() {
        return from;
    }

    /**
     * Where it ends.
     *
     * @return s after the begin; null for the end
     */
    public Double toS() {
        return to;
    }

    /** Whether a part was asked for. */
    boolean given() {
        return from != 0 || to != null;
    }

    /**
     * The span in words.
     *
     * @return from where to where
     */
    public String text() {
        return "from " + from + " s" + (to == null ? "" : " to " + to + " s");
    }
}
