package gaitd.robot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words of a command line that no command knows: refused even where help is asked for, as there is no help about them. */
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

    /** What is wrong with a command line, in the words of people. */
    static String told(final ParameterException wrong) {
        if (!(wrong instanceof final UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return wrong.getMessage();
        }
        final CommandSpec command = wrong.getCommandLine().getCommandSpec();
        return command.qualifiedName()
                + (command.subcommands().isEmpty() ? " takes no argument '" : " has no command '")
                + unmatched.getUnmatched().getFirst() + "'";
    }
}
