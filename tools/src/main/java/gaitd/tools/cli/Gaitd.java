package gaitd.tools.cli;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.shared.SharedException;
import gaitd.tools.run.Refusal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's root command; parses, runs a command, and turns every refusal into one line and an exit code. */
@Command(
        name = "gaitd",
        description = "Walks a Unitree A1, real or simulated.",
        subcommands = {
            RunCommand.class,
            ControlCommand.class,
            CompanionCommand.class,
            LearnerCommand.class,
            CommandCommand.class,
            OperateCommand.class,
            SimCommand.class,
            TerrainCommand.class,
            PolicyCommand.class,
            TrainCommand.class,
            CurvesCommand.class,
            EvalCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            PackageCommand.class,
            ConfigCommand.class,
            VersionCommand.class
        },
        footer = {"", "Example: gaitd run --seconds 20 --vx 0.4", "All tests: gaitd test"})
public final class Gaitd implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help and exit")
    boolean help;

    @Spec
    private CommandSpec spec;

    private final Interrupts interrupts;

    Gaitd(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "no command: use " + String.join(", ", spec.subcommands().keySet()) + " or test");
    }

    Interrupts interrupts() {
        return interrupts;
    }

    /**
     * Parses and runs.
     *
     * @param args the arguments
     * @param out for what was asked for
     * @param err for refusals
     * @param interrupts told what to do when the process has to go
     * @return the exit code, see {@link ExitCode}
     */
    public static int execute(
            final String[] args, final PrintWriter out, final PrintWriter err, final Interrupts interrupts) {
        final int code = new CommandLine(new Gaitd(interrupts))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, given) -> refuse(
                        err,
                        ExitCode.USAGE,
                        e.getMessage() + "; '"
                                + e.getCommandLine().getCommandSpec().qualifiedName()
                                + " --help' shows what is possible"))
                .setExecutionExceptionHandler((e, line, result) -> switch (e) {
                    case ParameterException wrong -> throw wrong;
                    case ConfigException wrong -> refuse(err, ExitCode.USAGE, wrong.getMessage());
                    case FactsException wrong -> refuse(err, ExitCode.USAGE, wrong.getMessage());
                    case BundleException wrong -> refuse(err, ExitCode.FAILED, wrong.getMessage());
                    case SharedException refusal -> refuse(err, ExitCode.REFUSED, refusal.getMessage());
                    case Refusal refusal -> refuse(err, ExitCode.REFUSED, refusal.getMessage());
                    default -> defect(err, e);
                })
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int refuse(final PrintWriter err, final int code, final String message) {
        err.println("gaitd: " + message.replaceAll("\\s*\\R\\s*", " "));
        return code;
    }

    private static int defect(final PrintWriter err, final Exception e) {
        if (System.getenv("GAITD_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return refuse(err, ExitCode.REFUSED, "a defect: " + e + "; GAITD_DEBUG=1 shows where");
    }
}
