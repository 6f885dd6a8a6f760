package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets a policy adapt again. */
@Command(
        name = "start",
        description = "Lets a policy adapt again after a freeze or a stop.",
        footer = {"", "Example: gaitd adapt start"})
final class AdaptStart implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path folder = store.only();
        Asking.ask(folder, new RequestFile.Request(AdaptRequest.START, 0));
        spec.commandLine().getOut().printf("%s: adapts%n", folder);
        return ExitCode.OK;
    }
}
