package gaitd.robot.log;

import gaitd.mcap.McapOptions;
import gaitd.mcap.McapRepair;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be saved of a broken log. */
@Command(
        name = "repair",
        description =
                "Writes all of a broken file that can be read into a new one, with a new index; the old one stays.",
        footer = {
            "",
            "Of a file whose writer was killed the last chunk is lost, half a second at most.",
            "Example: gaitd log repair gaitd-20261130-160512-0001.mcap"
        })
public final class LogRepair implements Callable<Integer> {
    private static final String ENDING = ".mcap";

    @Mixin
    HelpOption help;

    @Mixin
    private OutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an MCAP file")
    private Path file;

    @Override
    public Integer call() {
        final Path target = out.path == null ? beside(file) : out.path;
        Outputs.check(target, OutOption.NAME);
        final McapRepair.Outcome outcome = LogFiles.with(
                file,
                "; nothing of it can be saved",
                source -> LogFiles.make(
                        target, made -> McapRepair.repair(source, made, McapOptions.USUAL, LogFiles.LIMITS)));
        final PrintWriter lines = spec.commandLine().getOut();
        outcome.notes().forEach(note -> lines.println("damage: " + note));
        lines.printf("%s: %d bytes%n", target, outcome.bytes());
        lines.println(
                outcome.notes().isEmpty()
                        ? "nothing was broken"
                        : "lost: " + outcome.lostBytes() + " bytes that could not be read, "
                                + outcome.homelessMessages() + " messages without a channel");
        return ExitCode.OK;
    }

    private static Path beside(final Path file) {
        final String name = file.getFileName().toString();
        final String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return file.resolveSibling(stem + ".repaired" + ENDING);
    }
}
