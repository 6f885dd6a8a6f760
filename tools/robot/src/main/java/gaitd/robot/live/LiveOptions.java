package gaitd.robot.live;

import gaitd.robot.cli.Inputs;
import gaitd.robot.foxglove.FoxgloveAgent;
import gaitd.robot.metrics.MetricsAgent;
import gaitd.runtime.frame.FrameReader;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options of every command that can show a loop live. */
public final class LiveOptions {
    @Option(
            names = "--foxglove",
            paramLabel = "[HOST:]PORT",
            description =
                    "show what happens live to Foxglove, at this port (usual is 8765) of 127.0.0.1 if no host is given")
    private String foxglove;

    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT",
            description =
                    "serve metrics to Prometheus at this port of 127.0.0.1, if no host is given: http://HOST:PORT/metrics")
    private String metrics;

    LiveOptions() {}

    /**
     * Starts Foxglove's server, if it was asked for.
     *
     * @param frames a reader of its own
     * @param clockNs the loop's clock
     * @return the server; null when none was asked for
     */
    public FoxgloveAgent foxglove(final Supplier<FrameReader> frames, final LongSupplier clockNs) {
        return foxglove == null
                ? null
                : new FoxgloveAgent(Inputs.server("--foxglove", foxglove), frames.get(), clockNs);
    }

    /**
     * Starts the server of metrics, if it was asked for.
     *
     * @param frames a reader of its own
     * @param clockNs the loop's clock
     * @return the server; null when none was asked for
     */
    public MetricsAgent metrics(final Supplier<FrameReader> frames, final LongSupplier clockNs) {
        return metrics == null ? null : new MetricsAgent(Inputs.server("--metrics", metrics), frames.get(), clockNs);
    }
}
