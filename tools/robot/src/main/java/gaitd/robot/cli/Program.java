package gaitd.robot.cli;

import gaitd.hal.serial.SerialException;
import gaitd.hal.udp.PortException;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.shared.SharedException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Parses a command line, runs the command, and prints every refusal as one line with an exit code. */
public final class Program {
    private Program() {}

    /**
     * Runs a command as a whole process, which ends with the exit code.
     *
     * @param root class of the root command
     * @param more adds commands to the root
     * @param args the arguments
     */
    public static void main(final Class<?> root, final Consumer<CommandLine> more, final String[] args) {
        StandardError.takeBack();
        final StandardOutput output = StandardOutput.install();
        final Interrupts interrupts = new Interrupts();
        interrupts.listen();
        final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        final int code = output.ended(execute(root, more, args, out, err, interrupts), err);
        interrupts.finish(code);
        System.exit(code);
    }

    /**
     * Parses and runs.
     *
     * @param root class of the root command
     * @param more adds commands to the root
     * @param args the arguments
     * @param out for what was asked for
     * @param err for refusals
     * @param interrupts ends the command when the process is told to end
     * @return the exit code, see {@link ExitCode}
     */
    public static int execute(
            final Class<?> root,
            final Consumer<CommandLine> more,
            final String[] args,
            final PrintWriter out,
            final PrintWriter err,
            final Interrupts interrupts) {
        final CommandLine line = new CommandLine(root, new CommandFactory(interrupts));
        more.accept(line);
        final int code = line.setOut(out)
                .setErr(err)
                .registerConverter(
                        int.class, text -> (int) WholeNumber.parse(text, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .registerConverter(
                        Integer.class, text -> (int) WholeNumber.parse(text, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .registerConverter(double.class, DecimalNumber::parse)
                .registerConverter(Double.class, DecimalNumber::parse)
                .registerConverter(long.class, text -> WholeNumber.parse(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(Long.class, text -> WholeNumber.parse(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(Unknown::refusedOrRun)
                .setParameterExceptionHandler((e, given) -> refuse(
                        err,
                        ExitCode.USAGE,
                        Unknown.message(e) + "; '"
                                + e.getCommandLine().getCommandSpec().qualifiedName()
                                + " --help' shows its options"))
                .setExecutionExceptionHandler((e, command, result) -> switch (e) {
                    case ParameterException wrong -> throw wrong;
                    case ConfigException wrong -> refuse(err, ExitCode.USAGE, wrong.getMessage());
                    case FactsException wrong -> refuse(err, ExitCode.USAGE, wrong.getMessage());
                    case BundleException wrong -> refuse(err, ExitCode.FAILED, wrong.getMessage());
                    case SharedException refusal -> refuse(err, ExitCode.REFUSED, refusal.getMessage());
                    case SerialException refusal -> refuse(err, ExitCode.REFUSED, refusal.getMessage());
                    case PortException refusal -> refuse(err, ExitCode.REFUSED, refusal.getMessage());
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
