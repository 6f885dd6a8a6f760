package gaitd.robot.log;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.record.TickSchema;
import gaitd.robot.replay.RecordedRun;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.FieldKind;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ticks of a recording as a table. */
@Command(
        name = "export",
        description =
                "Writes the ticks of a recording as a table: one line a tick, one column a value, names with units.",
        footer = {
            "",
            "LOG is the first file of a recording; those that follow it are found.",
            "Example: gaitd log export csv gaitd-20261130T160512Z-0001.mcap --every 5 --out walk.csv"
        })
public final class LogExport implements Callable<Integer> {
    private static final int EVERY_MAX = 1_000_000;

    @Mixin
    HelpOption help;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "csv", description = "the only format")
    private String format;

    @Parameters(index = "1", paramLabel = "LOG", description = "a recording of gaitd")
    private Path log;

    @Option(names = "--every", paramLabel = "N", defaultValue = "1", description = "every N-th tick only (default 1)")
    private int every;

    @Override
    public Integer call() {
        if (!format.equals("csv")) {
            throw new ConfigException("log export knows csv, not '" + format + "'");
        }
        Inputs.inRange("--every", every, 1, EVERY_MAX, "ticks");
        Outputs.check(out.path, OutOption.NAME);
        try (RecordedRun run = new RecordedRun(log)) {
            final long lines = LogFiles.make(out.path, made -> {
                try (BufferedWriter table = new BufferedWriter(new OutputStreamWriter(made, StandardCharsets.UTF_8))) {
                    return write(run, table);
                }
            });
            final PrintWriter said = spec.commandLine().getOut();
            said.printf("%s: %d lines%n", out.path, lines);
            if (run.broken() != null) {
                said.println("the recording ends early: " + run.broken());
                return ExitCode.FAILED;
            }
            return ExitCode.OK;
        } catch (final IOException e) {
            throw new Refusal("--out " + out.path + ": cannot be written (" + e + ")", e);
        }
    }

    private long write(final RecordedRun run, final BufferedWriter table) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (final TickField field : TickField.values()) {
            for (int i = 0; i < field.count; i++) {
                line.append(line.isEmpty() ? "" : ",")
                        .append(TickSchema.name(field))
                        .append(field.count == 1 ? "" : "[" + i + "]");
            }
        }
        table.append(line.append('\n'));
        long lines = 0;
        for (TickFrame frame = run.next(); frame != null; frame = run.next()) {
            if (frame.get(TickField.TICK) % every == 0) {
                line.setLength(0);
                values(frame, line);
                table.append(line.append('\n'));
                lines++;
            }
        }
        return lines;
    }

    private static void values(final TickFrame frame, final StringBuilder line) {
        for (final TickField field : TickField.values()) {
            for (int i = 0; i < field.count; i++) {
                line.append(line.isEmpty() ? "" : ",");
                if (field.kind == FieldKind.F32) {
                    line.append((float) frame.real(field, i));
                } else if (field.kind == FieldKind.F64) {
                    line.append(frame.real(field, i));
                } else {
                    line.append(frame.get(field, i));
                }
            }
        }
    }
}
