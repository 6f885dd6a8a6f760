package gaitd.tools.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Group of what is done with policy bundles. */
@Command(
        name = "policy",
        description = "Checks, shows, draws, signs, converts and imports policy bundles.",
        subcommands = {
            PolicyCheck.class,
            PolicyShow.class,
            PolicyPlot.class,
            PolicyImport.class,
            PolicyTemplate.class,
            PolicyBaseline.class,
            PolicyConvert.class,
            PolicyKeygen.class,
            PolicySign.class
        },
        footer = {"", "Example: gaitd policy check trot.zip"})
final class PolicyCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "policy what? use check, show, plot, import, template, baseline, convert, keygen or sign");
    }
}
