package gaitd.lab.policy;

import gaitd.policies.bundle.Signatures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.policy.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a pair of keys. */
@Command(
        name = "keygen",
        description =
                "Makes an Ed25519 key pair: NAME.key, which only its owner may read, and NAME.pub for robots (PEM).",
        footer = {"", "Example: gaitd policy keygen lab"})
public final class PolicyKeygen implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "of the files; must not be there yet")
    private Path name;

    @Override
    public Integer call() {
        final Path secret = name.resolveSibling(name.getFileName() + ".key");
        final Path open = publicBeside(secret);
        final KeyPair keys = Signatures.newKeys();
        PolicyFiles.attempt(secret, () -> {
            if (Files.exists(open)) {
                throw new FileAlreadyExistsException(open.toString());
            }
            return writeSecret(secret, Signatures.pem(keys.getPrivate()));
        });
        PolicyFiles.attempt(
                open, () -> Files.writeString(open, Signatures.pem(keys.getPublic()), StandardOpenOption.CREATE_NEW));
        spec.commandLine().getOut().printf("%s and %s, key %s%n", secret, open, Signatures.hex(keys.getPublic()));
        return ExitCode.OK;
    }

    private static Path writeSecret(final Path file, final String pem) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, pem.getBytes(StandardCharsets.US_ASCII));
    }

    static Path publicBeside(final Path secret) {
        return secret.resolveSibling(String.valueOf(secret.getFileName()).replaceFirst("\\.key$", "") + ".pub");
    }
}
