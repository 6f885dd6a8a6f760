package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the adapting of a policy. */
@Command(
        name = "stop",
        description = "Withdraws the candidate, has the policy as shipped drive again, and trains no more.",
        footer = {"", "Example: gaitd adapt stop"})
final class AdaptStop implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path folder = store.only();
        Asking.ask(folder, new RequestFile.Request(AdaptRequest.STOP, 0));
        spec.commandLine().getOut().printf("%s: the policy as shipped drives%n", folder);
        return ExitCode.OK;
    }
}
