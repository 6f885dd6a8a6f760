package gaitd.robot.companion;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.SharedOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.fleet.FleetRobot;
import gaitd.robot.foxglove.FoxgloveAgent;
import gaitd.robot.live.LiveOptions;
import gaitd.robot.metrics.MetricsAgent;
import gaitd.robot.mqtt.FleetPlan;
import gaitd.robot.mqtt.MqttAgent;
import gaitd.robot.process.AgentHost;
import gaitd.robot.process.AttachmentMessages;
import gaitd.robot.process.CompanionAgent;
import gaitd.robot.record.AboutFiles;
import gaitd.robot.record.FrameLog;
import gaitd.robot.record.LearnerTap;
import gaitd.robot.record.LogFacts;
import gaitd.robot.record.RecordOptions;
import gaitd.robot.record.RecordPlan;
import gaitd.robot.record.RecordThread;
import gaitd.robot.report.LearnerText;
import gaitd.robot.report.Report;
import gaitd.robot.report.TickReport;
import gaitd.robot.view.GroundPatch;
import gaitd.robot.view.Helm;
import gaitd.robot.view.PageAccess;
import gaitd.robot.view.PageOptions;
import gaitd.robot.view.PageSource;
import gaitd.robot.view.ViewServer;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedException;
import gaitd.runtime.shared.SharedFollower;
import gaitd.runtime.telemetry.TickStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.agrona.concurrent.Agent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the companion of a control process. */
@Command(
        name = "companion",
        description = "Follows a control process: live page and statistics. It may be ended or killed at any moment.",
        footer = {
            "",
            "--json has the distributions of the ticks seen, at the end.",
            "Example: gaitd companion --http 8080 --mqtt /etc/gaitd/mqtt.toml"
        })
public final class CompanionCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    @Mixin
    HelpOption help;

    @Mixin
    private SharedOption shared;

    @Mixin
    private RecordOptions record;

    @Mixin
    private LiveOptions live;

    @Mixin
    private JsonOption json;

    @Mixin
    private PageOptions page;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the live page (default any free one)")
    private int httpPort;

    @Option(
            names = "--command",
            description = "the live page may command the robot too, with its token; without it it shows and stops")
    private boolean commands;

    @Option(
            names = "--mqtt",
            paramLabel = "FILE",
            description = "publish to the MQTT broker of this file, and take commands from there; see docs/mqtt.md")
    private Path mqtt;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end
     */
    public CompanionCommand(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--http", httpPort, 0, PORT_MAX, "(0 takes a free one)");
        final RecordPlan recording = record.plan();
        final MqttAgent published = mqtt == null ? null : MqttAgent.of(mqtt, shared.folder, this::fleet, this::say);
        final SharedFollower frames = new SharedFollower(shared.folder, System::nanoTime);
        final PageAccess access = page.access(commands);
        if (commands && access.token() == null) {
            throw new ConfigException(
                    "--command: there is no terminal to show the page's token in; give one with --page-token FILE");
        }
        final ViewServer view = view(access);
        final CompanionAgent companion = new CompanionAgent(frames, frames::counters, view);
        final List<Agent> agents = new ArrayList<>();
        agents.add(companion);
        agents.add(new AttachmentMessages(frames, shared.folder, out()));
        if (published != null) {
            agents.add(published);
        }
        final FoxgloveAgent foxglove =
                live.foxglove(() -> new SharedFollower(shared.folder, System::nanoTime), System::nanoTime);
        if (foxglove != null) {
            agents.add(foxglove);
            out().println("Foxglove connects to " + foxglove.address());
        }
        final RecordThread recorder = recording == null ? null : recorder(recording);
        final MetricsAgent metrics =
                live.metrics(() -> new SharedFollower(shared.folder, System::nanoTime), System::nanoTime);
        if (metrics != null) {
            new CompanionMetrics(metrics).recorder(recorder).broker(published).foxglove(foxglove);
            agents.add(metrics);
            out().println("Prometheus fetches " + metrics.address());
        }
        try (recorder;
                AgentHost host = new AgentHost(agents)) {
            interrupts.onInterrupt(host::stop);
            page.tell(out(), access, view.address(), commands);
            host.run();
        }
        if (recorder != null && !recorder.summary().isEmpty()) {
            out().println(recorder.summary());
        }
        final TickStatistics seen = companion.statistics();
        json.write(report(companion));
        out().printf(
                        "read %d frames, lost %d; wake-ups late by %.1f/%.1f us, ticks of %.1f/%.1f us (p50/p99)%n",
                        seen.ticks(),
                        companion.lostFrames(),
                        seen.wakeup.getValueAtPercentile(50) / 1e3,
                        seen.wakeup.getValueAtPercentile(99) / 1e3,
                        seen.compute.getValueAtPercentile(50) / 1e3,
                        seen.compute.getValueAtPercentile(99) / 1e3);
        return ExitCode.OK;
    }

    private RecordThread recorder(final RecordPlan plan) {
        return new RecordThread(
                new SharedFollower(shared.folder, System::nanoTime),
                new FrameLog(plan, this::facts, LearnerTap.of(shared.folder), System::nanoTime, this::say),
                this::say);
    }

    private LogFacts facts() {
        try {
            return AboutFiles.read(shared.folder);
        } catch (final IOException e) {
            say("the recording cannot be replayed: what control is made of is not in " + shared.folder + " (" + e
                    + ")");
            return LogFacts.UNKNOWN;
        }
    }

    private FleetRobot fleet(final FleetPlan plan) {
        return new FleetRobot(plan, this::say, System::nanoTime, System::currentTimeMillis);
    }

    private void say(final String line) {
        out().println(line);
        out().flush();
    }

    private static Report report(final CompanionAgent companion) {
        final TickStatistics seen = companion.statistics();
        final Report report = new Report()
                .put("version", Version.TEXT)
                .put("frames", seen.ticks())
                .put("frames_lost", companion.lostFrames())
                .put("missed_ticks", seen.missedTicks());
        return TickReport.histograms(TickReport.percentiles(report, seen), seen);
    }

    private ViewServer view(final PageAccess access) {
        try {
            final SharedFollower shown = new SharedFollower(shared.folder, System::nanoTime);
            return new ViewServer(
                    access,
                    httpPort,
                    new PageSource(
                            shown,
                            GroundPatch.FLAT,
                            this::settings,
                            () -> LearnerText.state(shown.counters(), System.nanoTime()),
                            this::stop,
                            commands ? new Helm(new FollowedOperator(shared.folder, shown), System::nanoTime) : null));
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    /** Of the control process; null where it left none. */
    private Config settings() {
        try {
            return new Config.Builder()
                    .toml(AboutFiles.read(shared.folder).settings(), shared.folder.toString())
                    .conclude();
        } catch (final IOException | ConfigException unknown) {
            return null;
        }
    }

    /** The one thing of the shared folder that this process writes, counters aside. */
    private String stop() {
        try {
            SharedClient.stopWord(shared.folder).press();
            return null;
        } catch (final SharedException e) {
            return e.getMessage();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
