package gaitd.lab.policy;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Signatures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a signature into a bundle. */
@Command(
        name = "sign",
        description = "Signs a bundle in place; a signature it had is replaced.",
        footer = {"", "Example: gaitd policy sign trot.zip --key lab.key"})
public final class PolicySign implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder or a zip")
    private Path bundle;

    @Option(
            names = "--key",
            paramLabel = "NAME.key",
            required = true,
            description = "private key as keygen makes it, NAME.pub beside it")
    private Path key;

    @Override
    public Integer call() {
        final KeyPair keys;
        final String secret = PolicyFiles.text(key);
        final String open = PolicyFiles.text(PolicyKeygen.publicBeside(key));
        try {
            keys = Signatures.keys(secret, open);
        } catch (final BundleException e) {
            throw new ConfigException("--key " + key + ": " + e.getMessage());
        }
        final BundleFiles signed = Signatures.sign(PolicyFiles.read(bundle), keys);
        PolicyFiles.attempt(bundle, () -> {
            BundleStore.writeSignature(signed, bundle);
            return bundle;
        });
        spec.commandLine().getOut().printf("%s signed by key %s%n", bundle, Signatures.hex(keys.getPublic()));
        return ExitCode.OK;
    }
}
