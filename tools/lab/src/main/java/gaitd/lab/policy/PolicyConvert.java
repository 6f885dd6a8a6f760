package gaitd.lab.policy;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Converts a bundle from folder to zip or back. */
@Command(
        name = "convert",
        description = "Writes a bundle again: as a zip when the new name ends in .zip, else as a folder.",
        footer = {"", "Example: gaitd policy convert trot trot.zip"})
public final class PolicyConvert implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Parameters(index = "0", paramLabel = "FROM", description = "a folder or a zip")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "must not be there yet")
    private Path to;

    @Override
    public Integer call() {
        final BundleFiles files = PolicyFiles.read(from);
        Bundle.open(files, Trust.ANYBODY, null, Networks.FASTEST);
        PolicyFiles.write(files, to);
        return ExitCode.OK;
    }
}
