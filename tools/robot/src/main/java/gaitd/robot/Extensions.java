package gaitd.robot;

import gaitd.robot.cli.CommandProvider;
import gaitd.runtime.config.Refusal;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds the commands of other modules to the program; in place of one that is not installed, a command that names its
 * package.
 */
final class Extensions {
    private static final String PROGRAM = "";
    /** The package that has commands beyond a robot's own. */
    static final String LAB_PACKAGE = "gaitd-lab";
    /** Commands of that package by group; a test in the benchmarks' module compares them with what is announced there. */
    static final Map<String, List<String>> LAB = Map.of(
            PROGRAM,
            List.of("terrain", "train", "sweep", "tune", "curves", "imitate", "eval", "package"),
            "policy",
            List.of("plot", "import", "template", "baseline", "critic", "attribution", "convert", "keygen", "sign"),
            "bench",
            List.of(
                    "adapt",
                    "bus",
                    "cells",
                    "dynamics",
                    "envelope",
                    "ep",
                    "estimator",
                    "faults",
                    "gradients",
                    "identify",
                    "link",
                    "physics",
                    "policy",
                    "speed",
                    "switch",
                    "unsafe",
                    "update"));

    private Extensions() {}

    /** Adds to the root and to its groups. */
    static void add(final CommandLine root) {
        for (final String group : LAB.keySet()) {
            final CommandLine line =
                    group.equals(PROGRAM) ? root : root.getSubcommands().get(group);
            for (final CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
                provider.commands(group).forEach(line::addSubcommand);
            }
            for (final String name : LAB.get(group)) {
                if (!line.getSubcommands().containsKey(name)) {
                    line.addSubcommand(name, elsewhere(line.getCommandSpec().qualifiedName() + " " + name));
                }
            }
        }
    }

    /** Names of the commands that are installed, with commas between them. */
    static String names(final CommandSpec group) {
        return group.subcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static CommandLine elsewhere(final String command) {
        final Callable<Integer> refusal = () -> {
            throw new Refusal("'" + command + "' is not installed here: it comes with the package " + LAB_PACKAGE
                    + "; install that with apt beside gaitd, or use a source tree");
        };
        final CommandSpec spec = CommandSpec.wrapWithoutInspection(refusal);
        spec.usageMessage().hidden(true);
        spec.parser().unmatchedArgumentsAllowed(true).unmatchedOptionsArePositionalParams(true);
        return new CommandLine(spec);
    }
}
