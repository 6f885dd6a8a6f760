package gaitd.robot.adapt;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.options.RequiredOutOption;
import gaitd.robot.policy.PolicyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an adapted version as a bundle. */
@Command(
        name = "export",
        description = "Writes a version as a bundle, which 'run --policy' and 'eval' take.",
        footer = {
            "",
            "--out takes a new folder, or a name that ends in .zip.",
            "Example: gaitd adapt export 3 --out v3.zip"
        })
final class AdaptExport implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private StoreOption store;

    @Mixin
    private RequiredOutOption out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VERSION", description = "its number, see 'gaitd adapt history'")
    private int version;

    @Override
    public Integer call() {
        final Path folder = store.only();
        try (VersionStore versions = VersionStore.read(folder)) {
            PolicyFiles.write(PolicyFiles.attempt(folder, () -> versions.policy(version)), out.path);
        }
        spec.commandLine().getOut().printf("%s: version %d of %s, not signed%n", out.path, version, folder);
        return ExitCode.OK;
    }
}
