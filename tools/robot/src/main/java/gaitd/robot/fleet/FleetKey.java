package gaitd.robot.fleet;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Signatures;
import gaitd.robot.cli.TextFile;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.security.KeyPair;
import picocli.CommandLine.Option;

/** Option of the key that publications are signed with. */
final class FleetKey {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description =
                    "private key (PEM) with its public key beside it, NAME.key and NAME.pub as of 'gaitd policy keygen NAME'")
    private Path file;

    FleetKey() {}

    /** The pair; refused in one line when it is none, or others may read it. */
    KeyPair keys() {
        final Path open = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.key$", "") + ".pub");
        try {
            return Signatures.keys(TextFile.secret(file), TextFile.read(open));
        } catch (final BundleException e) {
            throw new ConfigException("--key " + file + ": " + e.getMessage());
        }
    }
}
