package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps a policy as it is. */
@Command(
        name = "freeze",
        description = "Withdraws the candidate and trains no more; the version in force stays.",
        footer = {"", "Example: gaitd adapt freeze"})
final class AdaptFreeze implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path folder = store.only();
        Asking.ask(folder, new RequestFile.Request(AdaptRequest.FREEZE, 0));
        spec.commandLine().getOut().printf("%s: the version in force stays%n", folder);
        return ExitCode.OK;
    }
}
