package gaitd.robot.log;

import gaitd.mcap.McapCheck;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads logs whole and names everything that is wrong. */
@Command(
        name = "check",
        description = "Reads files whole: every checksum, index and count is held against what is there.",
        footer = {"", "Example: gaitd log check *.mcap"})
public final class LogCheck implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "MCAP files")
    private List<Path> files;

    @Override
    public Integer call() {
        final PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.OK;
        for (final Path file : files) {
            final List<String> findings = LogFiles.with(file, source -> McapCheck.of(source, LogFiles.LIMITS));
            findings.forEach(finding -> out.println("FAILED " + file + ": " + finding));
            if (findings.isEmpty()) {
                out.println("ok " + file);
            } else {
                code = ExitCode.FAILED;
            }
        }
        return code;
    }
}
