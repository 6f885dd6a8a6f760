package gaitd.robot.log;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.replay.RecordedRun;
import gaitd.robot.replay.SpanOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A recording's values over time, drawn. */
@Command(
        name = "plot",
        description = "Draws values of a recording over time, one PNG each into a folder.",
        footer = {
            "",
            "Fields are those of 'gaitd log export csv', without their units; + puts some into one picture.",
            "Example: gaitd log plot gaitd-20261130T160512Z-0001.mcap --from 10 --to 14 --fields rpy,tau+tau_command --out plots"
        })
public final class LogPlot implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Mixin
    private SpanOption span;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", description = "the first file of a recording; those that follow it are found")
    private Path log;

    @Option(
            names = "--fields",
            paramLabel = "NAME[+NAME],..",
            split = ",",
            defaultValue = "velocity+command,rpy,tau,motor_temperature,power,wakeup_lateness_ns+compute_ns",
            description = "what to draw (default ${DEFAULT-VALUE})")
    private List<String> fields;

    @Override
    public Integer call() {
        span.check();
        final List<LogSeries> pictures = fields.stream()
                .map(group -> new LogSeries(Arrays.stream(group.split("\\+", -1))
                        .map(LogPlot::field)
                        .toList()))
                .toList();
        Outputs.checkFolder(out.path, OutOption.NAME);
        final LogPictures draws = LogPictures.installed();
        draws.need();
        try (RecordedRun run = new RecordedRun(log)) {
            long startNs = -1;
            for (TickFrame frame = run.next(); frame != null; frame = run.next()) {
                startNs = startNs < 0 ? frame.get(TickField.SCHEDULED_NS) : startNs;
                final double seconds = (frame.get(TickField.SCHEDULED_NS) - startNs) * 1e-9;
                if (span.holds(seconds)) {
                    for (final LogSeries each : pictures) {
                        each.add(seconds, frame);
                    }
                }
            }
            return draw(pictures, draws, run.broken());
        }
    }

    private int draw(final List<LogSeries> pictures, final LogPictures draws, final String broken) {
        if (pictures.getFirst().isEmpty()) {
            throw new ConfigException(log + ": there are no ticks " + span.text());
        }
        final PrintWriter said = spec.commandLine().getOut();
        for (final LogSeries each : pictures) {
            final Path file = out.path.resolve(each.name() + ".png");
            draws.write(each, file);
            said.println(file + (each.every() == 1 ? "" : ": every " + each.every() + " ticks a point"));
        }
        if (broken != null) {
            said.println("the recording ends early: " + broken);
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }

    private static TickField field(final String name) {
        final String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(TickField.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new ConfigException(
                                "--fields has '" + name
                                        + "', expected fields of a tick such as rpy, tau or motor_temperature; 'gaitd log export csv' has them all"));
    }
}
