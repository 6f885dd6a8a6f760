package gaitd.robot.replay;

import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.view.GroundPatch;
import gaitd.robot.view.PageAccess;
import gaitd.robot.view.PageOptions;
import gaitd.robot.view.PageSource;
import gaitd.robot.view.Timeline;
import gaitd.robot.view.ViewServer;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a recording on the page that shows a robot, with a timeline. */
final class ReplayPage {
    private static final int PORT_MAX = 65_535;
    private static final long IDLE_NS = 2_000_000L;

    @Mixin
    private PageOptions options;

    @Option(
            names = "--page",
            description = "show what was recorded on the live page, with a timeline, until Ctrl-C; nothing is compared")
    private boolean asked;

    @Option(
            names = "--view-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of that page (default any free one)")
    private int port;

    /** Whether the page is asked for, in place of the comparison. */
    boolean asked() {
        if (!asked && (port != 0 || options.given() != null)) {
            throw new ConfigException(
                    (port != 0 ? "--view-port" : options.given()) + " is about the page: give --page with it");
        }
        return asked;
    }

    /**
     * Serves the page until the process is told to end.
     *
     * @param log the first file of the recording
     * @param out takes its address
     * @param interrupts ends it
     */
    void serve(final Path log, final PrintWriter out, final Interrupts interrupts) {
        Inputs.inRange("--view-port", port, 0, PORT_MAX, "(0 takes a free one)");
        final PageAccess access = options.access(false);
        final AtomicBoolean ended = new AtomicBoolean();
        interrupts.onInterrupt(() -> ended.set(true));
        try (RecordedSpan span = new RecordedSpan(log)) {
            final Config config = config(span, log, out);
            final Timeline timeline = new Timeline(span.lengthS(), span.marks());
            try (ViewServer view = open(access, span, timeline, config)) {
                options.tell(out, access, view.address(), false);
                while (!ended.get()) {
                    if (view.poll() == 0) {
                        LockSupport.parkNanos(IDLE_NS);
                    }
                }
            }
        }
    }

    private static Config config(final RecordedSpan span, final Path log, final PrintWriter out) {
        if (span.settings() == null) {
            out.println("no limits of guards are shown: the settings are not in " + log);
            return null;
        }
        try {
            return new Config.Builder()
                    .toml(span.settings(), log + ": config.toml")
                    .conclude();
        } catch (final ConfigException other) {
            out.println("no limits of guards are shown: " + other.getMessage());
            return null;
        }
    }

    private ViewServer open(
            final PageAccess access, final RecordedSpan span, final Timeline timeline, final Config config) {
        try {
            return new ViewServer(
                    access,
                    port,
                    new PageSource(
                            new RecordedFrames(span, timeline, System::nanoTime),
                            GroundPatch.FLAT,
                            () -> config,
                            () -> "",
                            null,
                            null,
                            timeline));
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }
}
