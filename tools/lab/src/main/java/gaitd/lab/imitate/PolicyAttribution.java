package gaitd.lab.imitate;

import gaitd.lab.image.Pictures;
import gaitd.lab.plot.BarPlot;
import gaitd.lab.plot.PlotText;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.replay.RecordedPolicy;
import gaitd.robot.report.Report;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which observations networks listen to, on what a recording's policy was given. */
@Command(
        name = "attribution",
        description =
                "Says, and draws, which observations policies listen to: how far their outputs go when one kind of observation is held at"
                        + " its mean, over what the policy of a recording was given.",
        footer = {
            "",
            "Policies have to observe what the recording's policy observes, as those of 'gaitd imitate' do.",
            "Example: gaitd policy attribution teacher.zip student.zip --log logs/gaitd-20260101T120000Z-0001.mcap --out listens.png"
        })
public final class PolicyAttribution implements Callable<Integer> {
    private static final int WIDTH = 24;

    @Mixin
    HelpOption help;

    @Mixin
    private OutOption out;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", description = "policies, by their paths or names")
    private List<Path> bundles;

    @Option(
            names = "--log",
            paramLabel = "FILE.mcap",
            required = true,
            description = "first file of a recording of a policy")
    private Path log;

    @Override
    public Integer call() {
        if (out.path != null) {
            Outputs.check(out.path, OutOption.NAME);
        }
        json.check();
        final List<Bundle> opened =
                bundles.stream().map(PolicyAttribution::open).toList();
        final List<float[]> inputs = new ArrayList<>();
        final List<Boolean> begins = new ArrayList<>();
        final Bundle recorded = RecordedPolicy.run(log, (begin, input, output) -> {
            inputs.add(input.clone());
            begins.add(begin);
        });
        if (inputs.isEmpty()) {
            throw new ConfigException(log + ": its policy took no step; expected a recording of a walk");
        }
        for (int i = 0; i < opened.size(); i++) {
            if (!sizes(opened.get(i)).equals(sizes(recorded))
                    || !Attribution.kinds(opened.get(i).manifest()).equals(Attribution.kinds(recorded.manifest()))) {
                throw new ConfigException(bundles.get(i) + ": it observes other things than the policy of " + log
                        + " does, expected " + String.join(", ", Attribution.kinds(recorded.manifest())));
            }
        }
        final Attribution attribution = new Attribution(inputs, begins);
        final List<double[]> shares = opened.stream().map(attribution::of).toList();
        tell(Attribution.kinds(recorded.manifest()), shares);
        return ExitCode.OK;
    }

    private static Bundle open(final Path bundle) {
        try {
            return Bundle.open(PolicyFiles.read(bundle), Trust.ANYBODY, null, PolicyFit.CELLS);
        } catch (final BundleException e) {
            throw new ConfigException(bundle + ": " + e.getMessage());
        }
    }

    private static List<Integer> sizes(final Bundle bundle) {
        return bundle.manifest().observations().stream().map(Channel::size).toList();
    }

    private void tell(final List<String> kinds, final List<double[]> shares) {
        final PrintWriter to = spec.commandLine().getOut();
        to.printf("%-" + WIDTH + "s", "held at its mean");
        bundles.forEach(bundle -> to.printf(" %20s", bundle.getFileName()));
        to.println();
        for (int i = 0; i < kinds.size(); i++) {
            to.printf("%-" + WIDTH + "s", kinds.get(i));
            for (final double[] each : shares) {
                to.printf(Locale.ROOT, " %20.2f", each[i]);
            }
            to.println();
        }
        to.println("change of the outputs over their own spread; 1: as much as they move at all");
        final Report report =
                new Report().put("log", log.toString()).put("kinds", kinds).put("version", Version.TEXT);
        for (int i = 0; i < shares.size(); i++) {
            report.put(
                    bundles.get(i).getFileName().toString(),
                    Arrays.stream(shares.get(i)).boxed().toList());
        }
        json.write(report);
        if (Pictures.wanted(out.path, spec.commandLine().getErr())) {
            draw(kinds, shares);
        }
    }

    private void draw(final List<String> kinds, final List<double[]> shares) {
        final BarPlot plot = new BarPlot(
                        new PlotText(
                                "What networks listen to: change of the outputs when it is held at its mean",
                                "",
                                "of the outputs' spread"),
                        kinds.stream().map(kind -> kind.replace('_', ' ')).toList())
                .slanted();
        for (int i = 0; i < shares.size(); i++) {
            plot.add(bundles.get(i).getFileName().toString(), shares.get(i));
        }
        plot.write(out.path);
    }
}
