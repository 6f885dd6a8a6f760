package gaitd.robot.log;

import gaitd.mcap.McapRecord;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is in a log. */
@Command(
        name = "info",
        description = "Shows what is in a file: time, topics with their schemas and rates, attachments, metadata.",
        footer = {"", "Example: gaitd log info gaitd-20261130-160512-0001.mcap"})
public final class LogInfo implements Callable<Integer> {
    private static final double NS_PER_S = 1e9;

    @Mixin
    HelpOption help;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an MCAP file")
    private Path file;

    @Override
    public Integer call() {
        json.check();
        final LogContents contents = LogFiles.with(file, LogContents::of);
        print(contents);
        json.write(report(contents));
        return contents.broken() == null ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(final LogContents contents) {
        final PrintWriter out = spec.commandLine().getOut();
        final double seconds = seconds(contents);
        out.printf("%d messages in %d chunks, %s bytes%n", contents.messages(), contents.chunks(), size());
        if (contents.messages() > 0) {
            out.printf(
                    "%s to %s, %.3f s%n", LogFiles.time(contents.startNs()), LogFiles.time(contents.endNs()), seconds);
        }
        contents.definitions().channels().values().forEach(channel -> {
            final long count = contents.counts().getOrDefault(channel.id(), 0L);
            final McapRecord.Schema schema = contents.definitions().schemas().get(channel.schemaId());
            out.printf(
                    "  %-20s %8d messages %8.2f Hz  %s, %s%n",
                    channel.topic(),
                    count,
                    seconds > 0 ? count / seconds : 0,
                    channel.messageEncoding(),
                    schema == null ? "no schema" : schema.name() + " (" + schema.encoding() + ")");
        });
        contents.attachments().forEach(name -> out.println("  attached: " + name));
        contents.metadata().forEach(name -> out.println("  metadata: " + name));
        if (contents.broken() != null) {
            out.println("broken: " + contents.broken() + "; gaitd log repair saves what can be read");
        }
    }

    private static double seconds(final LogContents contents) {
        return (contents.endNs() - contents.startNs()) / NS_PER_S;
    }

    private String size() {
        try {
            return Long.toString(Files.size(file));
        } catch (final IOException gone) {
            return "?";
        }
    }

    private static Report report(final LogContents contents) {
        final Map<String, Object> topics = new LinkedHashMap<>();
        contents.definitions()
                .channels()
                .values()
                .forEach(
                        channel -> topics.put(channel.topic(), contents.counts().getOrDefault(channel.id(), 0L)));
        return new Report()
                .put("messages", contents.messages())
                .put("chunks", contents.chunks())
                .put("start_ns", contents.startNs())
                .put("end_ns", contents.endNs())
                .put("duration_s", seconds(contents))
                .put("messages_by_topic", topics)
                .put("attachments", contents.attachments())
                .put("metadata", contents.metadata())
                .put("broken", contents.broken());
    }
}
