package gaitd.robot.log;

import gaitd.mcap.McapCut;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapQuery;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A part of a log. */
@Command(
        name = "cut",
        description = "Copies a part of a file, by time and by topics, with all attachments and metadata.",
        footer = {
            "",
            "A part that does not begin where the log did cannot be replayed.",
            "Example: gaitd log cut walk.mcap --from 12 --to 15.5 --out fall.mcap"
        })
public final class LogCut implements Callable<Integer> {
    private static final double SECONDS_MAX = 1e9;
    private static final double NS_PER_S = 1e9;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an MCAP file")
    private Path file;

    @Option(names = "--from", paramLabel = "S", defaultValue = "0", description = "seconds after the first message")
    private double from;

    @Option(names = "--to", paramLabel = "S", description = "seconds after the first message (default the last one)")
    private Double to;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "only this; may be given again")
    private List<String> topics = List.of();

    @Override
    public Integer call() {
        Inputs.inRange("--from", from, 0, SECONDS_MAX, "s");
        if (to != null) {
            Inputs.inRange("--to", to, from, SECONDS_MAX, "s, and not before --from");
        }
        Outputs.check(out.path, OutOption.NAME);
        if (out.path.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new ConfigException("--out " + out.path + " is the file itself: name another");
        }
        final long messages = LogFiles.with(file, source -> {
            final LogContents contents = LogContents.of(source);
            final long start = contents.startNs();
            final McapQuery query = new McapQuery(
                    start + (long) (from * NS_PER_S),
                    to == null ? -1 : start + (long) (to * NS_PER_S),
                    Set.copyOf(topics));
            return LogFiles.make(
                    out.path, made -> McapCut.cut(source, made, query, McapOptions.USUAL, LogFiles.LIMITS));
        });
        spec.commandLine().getOut().printf("%s: %d messages%n", out.path, messages);
        return ExitCode.OK;
    }
}
