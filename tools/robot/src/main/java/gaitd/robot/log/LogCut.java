package gaitd.robot.log;

import gaitd.mcap.McapCut;
import gaitd.mcap.McapOptions;
import gaitd.mcap.McapQuery;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.replay.SpanOption;
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
    private static final double NS_PER_S = 1e9;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an MCAP file")
    private Path file;

    @Mixin
    private SpanOption span;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "only this; may be given again")
    private List<String> topics = List.of();

    @Override
    public Integer call() {
        span.check();
        Outputs.check(out.path, OutOption.NAME);
        if (out.path.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new ConfigException("--out " + out.path + " is the file itself: name another");
        }
        final long messages = LogFiles.with(file, source -> {
            final LogContents contents = LogContents.of(source);
            final long start = contents.startNs();
            final McapQuery query = new McapQuery(
                    start + (long) (span.fromS() * NS_PER_S),
                    span.toS() == null ? -1 : start + (long) (span.toS() * NS_PER_S),
                    Set.copyOf(topics));
            return LogFiles.make(
                    out.path, made -> McapCut.cut(source, made, query, McapOptions.USUAL, LogFiles.LIMITS));
        });
        spec.commandLine().getOut().printf("%s: %d messages%n", out.path, messages);
        return ExitCode.OK;
    }
}
