package gaitd.tools.cli;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Trust;
import gaitd.tools.image.PictureFile;
import gaitd.tools.policyplot.PolicyPicture;
import gaitd.tools.policyplot.PolicyRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws what a policy is and does. */
@Command(
        name = "plot",
        description =
                "Draws a policy: wiring as a graph; over a run traces of its neurons, phase portraits, a heat map of"
                        + " observations, neurons and actions, and how neurons correlate with observations.",
        footer = {"", "Example: gaitd policy plot trot.zip --out pictures --format both"})
final class PolicyPlot implements Callable<Integer> {
    private static final double SECONDS_MAX = 600;

    /** Formats of pictures. */
    enum Format {
        /** Pixels. */
        PNG,
        /** Shapes and texts. */
        SVG,
        /** One file of each. */
        BOTH;

        List<String> endings() {
            return this == BOTH ? List.of(".png", ".svg") : List.of("." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Where the inputs of the run come from. */
    private static final class Feed {
        @Option(names = "--golden", description = "run over the bundle's golden inputs")
        private boolean golden;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "run over smooth random observations drawn by this seed (default 1)")
        private long seed = 1;
    }

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder or a zip")
    private Path bundle;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "made when it is not there; default: the working folder")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "png, svg or both, default ${DEFAULT-VALUE}")
    private Format format = Format.PNG;

    @ArgGroup
    private Feed feed = new Feed();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "length of the run over random observations, default ${DEFAULT-VALUE}")
    private double seconds = 8;

    @Override
    public Integer call() {
        Inputs.inRange("--seconds", seconds, 0.1, SECONDS_MAX, "s");
        final Bundle opened = Bundle.open(PolicyFiles.read(bundle), Trust.ANYBODY, null, Networks.FASTEST);
        final PolicyRun run = feed.golden
                ? PolicyRun.golden(opened, Networks.FASTEST)
                : PolicyRun.smooth(opened, Networks.FASTEST, feed.seed, seconds);
        Outputs.checkFolder(out, "--out");
        for (final PolicyPicture picture : PolicyPicture.values()) {
            for (final String ending : format.endings()) {
                final Path file = out.resolve(picture.fileName() + ending);
                PolicyFiles.attempt(file, () -> {
                    PictureFile.write(picture.of(opened, run), file);
                    return file;
                });
                spec.commandLine().getOut().println(file);
            }
        }
        return ExitCode.OK;
    }
}
