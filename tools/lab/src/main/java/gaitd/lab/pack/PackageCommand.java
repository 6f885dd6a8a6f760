package gaitd.lab.pack;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes packages for the robot's computer. */
@Command(
        name = "package",
        description =
                "Makes a Debian package and a plain archive for each processor, the same bytes from the same tree.",
        footer = {
            "",
            "Example: gaitd package && sudo apt install ./target/gaitd_*_amd64.deb",
            "Without --out, packages go into target in the source tree.",
            "SOURCE_DATE_EPOCH sets the time that packed files get, in seconds since 1970."
        })
public final class PackageCommand implements Callable<Integer> {
    @Mixin
    HelpOption help;

    @Mixin
    private OutOption out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        final Path source = source();
        final Path folder = out.path == null ? source.resolve("target") : out.path;
        Outputs.checkFolder(folder, OutOption.NAME);
        final Packager packager = new Packager(source, Version.TEXT, timeS());
        for (final Architecture architecture : Architecture.values()) {
            try {
                for (final Path file : packager.make(architecture, folder)) {
                    spec.commandLine().getOut().printf(Locale.ROOT, "%s  %.1f MB%n", file, Files.size(file) / 1e6);
                }
            } catch (final PackException e) {
                throw new Refusal(e.getMessage(), e);
            } catch (final IOException e) {
                throw new Refusal("the package cannot be made: " + e, e);
            }
        }
        return ExitCode.OK;
    }

    private static long timeS() {
        final String given = System.getenv("SOURCE_DATE_EPOCH");
        if (given == null) {
            return Instant.parse(Version.TIME).getEpochSecond();
        }
        if (!given.matches("[0-9]{1,10}")) {
            throw new ConfigException("SOURCE_DATE_EPOCH=" + given + " is not a number of seconds since 1970");
        }
        return Long.parseLong(given);
    }

    /** The source tree that this program was built in and runs from, be it from its classes or from the jar beside them. */
    private static Path source() {
        try {
            final Path built = Path.of(PackageCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            final Path source = built.resolve("../../../..").normalize();
            if (built.startsWith(source.resolve("tools/lab/target")) && Files.exists(source.resolve("pom.xml"))) {
                return source;
            }
        } catch (final URISyntaxException e) {
            throw new IllegalStateException("the class path has a place that is no path", e);
        }
        throw new Refusal("package works in a source tree only; this program is an installed one");
    }
}
