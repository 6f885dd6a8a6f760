package gaitd.lab.policyplot;

import gaitd.lab.image.PictureFile;
import gaitd.lab.image.Pictures;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Networks;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.run.LockstepRun;
import gaitd.robot.run.PolicyRecording;
import gaitd.robot.run.RunResult;
import gaitd.robot.run.SummaryText;
import gaitd.robot.run.WalkOptions;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.VariationText;
import gaitd.robot.world.World;
import gaitd.robot.world.WorldOptions;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.policy.fit.GaitSettings;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a policy's wiring and activity. */
@Command(
        name = "plot",
        description =
                "Draws a policy: wiring as a graph; over a walk in the simulator traces of its neurons, phase portraits, a heat map of"
                        + " observations, neurons and actions, and how neurons correlate with observations.",
        footer = {
            "",
            "Without --out, pictures go into the working folder.",
            "Example: gaitd policy plot trot.zip --vx 0.4 --terrain rough:0.02 --out pictures --format both"
        })
public final class PolicyPlot implements Callable<Integer> {
    private static final double SECONDS_MAX = 600;
    private static final int LEAST_STEPS = 2;

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

    /** Source of the run's inputs, if not a walk. */
    private static final class Feed {
        @Option(names = "--golden", description = "no walk: the bundle's golden inputs")
        private boolean golden;

        @Option(names = "--random", description = "no walk: smooth random observations drawn by the seed")
        private boolean random;
    }

    @Mixin
    HelpOption help;

    @Mixin
    private WorldOptions worldOptions;

    @Mixin
    private WalkOptions walkOptions;

    @Mixin
    private OutOption out;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(8);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "a folder or a zip")
    private Path bundle;

    @Option(names = "--format", paramLabel = "FORMAT", description = "png, svg or both, default ${DEFAULT-VALUE}")
    private Format format = Format.PNG;

    @ArgGroup
    private Feed feed = new Feed();

    @Override
    public Integer call() {
        final double lengthS = seconds.value(0.1, SECONDS_MAX);
        final BundleFiles files = PolicyFiles.read(bundle);
        final Bundle opened = Bundle.open(files, Trust.ANYBODY, null, Networks.FASTEST);
        Pictures.need();
        if (feed.golden) {
            allowOnly("--golden", Set.of("--golden", "--out", "--format"));
            return draw(opened, PolicyRun.golden(opened, Networks.FASTEST));
        }
        if (feed.random) {
            allowOnly("--random", Set.of("--random", "--out", "--format", "--seconds", "--seed"));
            return draw(opened, PolicyRun.smooth(opened, Networks.FASTEST, worldOptions.seed(), lengthS));
        }
        return walk(opened, files, lengthS);
    }

    private void allowOnly(final String feedFlag, final Set<String> allowed) {
        for (final OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!allowed.contains(option.longestName())) {
                throw new ConfigException(
                        feedFlag + " contradicts " + option.longestName() + ": leave one of them out");
            }
        }
    }

    private int walk(final Bundle opened, final BundleFiles files, final double lengthS) {
        final Config config = taken(opened, worldOptions.config().conclude());
        final World world = worldOptions.world();
        final PolicyRecording recording = new PolicyRecording();
        final RunPlan plan = walkOptions.plan(
                config,
                lengthS,
                false,
                List.of(fit(files, config).with(recording)),
                WalkOptions.SIMULATED_VX_M_S,
                true);
        final RunResult result = new LockstepRun(plan, config, world).run(RunMonitor.NONE);
        final PrintWriter lines = spec.commandLine().getOut();
        lines.print(VariationText.of(world.variation(config)));
        lines.println(SummaryText.of(result));
        if (recording.steps() < LEAST_STEPS) {
            lines.println("no picture was drawn: the robot hardly walked; --random and --golden need no walk");
            return ExitCode.FAILED;
        }
        draw(opened, PolicyRun.walk(opened, recording, plan, world));
        return result.succeeded() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Config taken(final Bundle opened, final Config config) {
        try {
            return GaitSettings.taken(config, opened.manifest());
        } catch (final BundleException e) {
            throw new ConfigException(bundle + ": " + e.getMessage());
        }
    }

    private PolicyFit fit(final BundleFiles files, final Config config) {
        try {
            return PolicyFit.of(Bundle.open(files, Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS), config);
        } catch (final BundleException e) {
            throw new ConfigException(
                    bundle + ": " + e.getMessage() + "; it cannot walk, draw it with --random or --golden");
        }
    }

    private int draw(final Bundle opened, final PolicyRun run) {
        final Path folder = out.path == null ? Path.of("") : out.path;
        Outputs.checkFolder(folder, OutOption.NAME);
        for (final PolicyPicture picture : PolicyPicture.values()) {
            for (final String ending : format.endings()) {
                final Path file = folder.resolve(picture.fileName() + ending);
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
