package gaitd.robot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments of a command line that belong to no command: refused even beside {@code --help}. */
final class Unknown {
    private Unknown() {}

    /** Runs the command that was named, unless there were words besides that mean nothing. */
    static int refusedOrRun(final ParseResult parsed) {
        for (ParseResult each = parsed; each != null; each = each.subcommand()) {
            final CommandLine command = each.commandSpec().commandLine();
            if (!each.unmatched().isEmpty() && !command.isUnmatchedArgumentsAllowed()) {
                throw new UnmatchedArgumentException(command, each.unmatched());
            }
        }
        return new RunLast().execute(parsed);
    }

    /** The error of a command line, without picocli's terms. */
    static String message(final ParameterException wrong) {
        if (!(wrong instanceof final UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return wrong.getMessage();
        }
        final CommandSpec command = wrong.getCommandLine().getCommandSpec();
        return command.qualifiedName()
                + (command.subcommands().isEmpty() ? " takes no argument '" : " has no command '")
                + unmatched.getUnmatched().getFirst() + "'";
    }
}
