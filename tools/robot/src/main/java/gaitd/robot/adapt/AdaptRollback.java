package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts an earlier version of a policy in force again. */
@Command(
        name = "rollback",
        description = "Puts an earlier version in force again, as a new one with the old weights.",
        footer = {"", "Example: gaitd adapt rollback 0"})
final class AdaptRollback implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            description = "0 is the policy as shipped (default the parent of the version in force)")
    private Integer version;

    @Override
    public Integer call() {
        final Path folder = store.only();
        final int target;
        try (VersionStore versions = VersionStore.read(folder)) {
            final int current = versions.current();
            target = version != null
                    ? version
                    : current == 0 ? 0 : versions.version(current).parent();
            if (target == current) {
                throw new ConfigException("version " + current + " is in force already");
            }
            if (target != 0 && versions.version(target).state() != VersionState.ACCEPTED) {
                throw new ConfigException("version " + target
                        + " was not accepted in a trial; expected one that was, see 'gaitd adapt history'");
            }
        }
        Asking.ask(folder, new RequestFile.Request(AdaptRequest.ROLLBACK, target));
        spec.commandLine().getOut().printf("%s: the weights of version %d drive%n", folder, target);
        return ExitCode.OK;
    }
}
