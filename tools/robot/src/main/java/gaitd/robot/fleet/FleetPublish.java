package gaitd.robot.fleet;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Interrupts;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.publication.Publication;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.policy.fit.PolicyFit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a policy to a group of robots in stages. */
@Command(
        name = "publish",
        description = {
            "Publishes a policy to a group of robots: some try it while they walk, then all others, if all of those have accepted it.",
            "The first robot that refuses it or rolls it back halts it, and all go back. Ended and started again it goes on."
        },
        footer = {"", "Example: gaitd fleet publish better.zip --to yard --stage 10%% --key fleet.key --mqtt fleet.toml"
        })
public final class FleetPublish implements Callable<Integer> {
    private static final double PERCENT = 100;
    private static final double MS_PER_H = 3.6e6;
    private static final double HOURS_MAX = 8760;

    @Mixin
    HelpOption help;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private GroupOption group;

    @Mixin
    private FleetKey key;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "the policy, or the name of one that comes with the program")
    private Path bundle;

    @Option(
            names = "--stage",
            paramLabel = "PERCENT",
            defaultValue = "10%",
            description = "share of the group that tries it first, at least one robot (default ${DEFAULT-VALUE})")
    private String stage;

    @Option(
            names = "--valid",
            paramLabel = "H",
            defaultValue = "24",
            description = "for how long robots may begin to try it, h (default ${DEFAULT-VALUE})")
    private double validH;

    private final Interrupts interrupts;

    /**
     * Made by the command line.
     *
     * @param interrupts ends the command when the process is told to end; what is published stays so
     */
    public FleetPublish(final Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() {
        json.check();
        Inputs.inRange("--valid", validH, 0, HOURS_MAX, "h");
        final BundleFiles files = PolicyFiles.read(bundle);
        Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        final byte[] zip = BundleZip.encode(files);
        if (zip.length > Publication.BYTES_MAX) {
            throw new ConfigException(
                    bundle + ": " + zip.length + " bytes: expected " + Publication.BYTES_MAX + " at most");
        }
        final String name =
                bundle.getFileName().toString().replaceFirst("\\.zip$", "").replaceAll("[^A-Za-z0-9_.-]", "-");
        final PublishOrder order = new PublishOrder(group.name(), name, zip, share(), Math.round(validH * MS_PER_H));
        return new PublishRun(broker, interrupts, spec.commandLine().getOut(), json)
                .run(
                        new Publisher(
                                order,
                                key.keys(),
                                spec.commandLine().getOut()::println,
                                System::nanoTime,
                                System::currentTimeMillis),
                        order.group());
    }

    private double share() {
        try {
            final double percent = Double.parseDouble(stage.replaceFirst("%$", ""));
            return Inputs.inRange("--stage", percent, 1e-3, PERCENT, "%") / PERCENT;
        } catch (final NumberFormatException e) {
            throw new ConfigException("--stage " + stage + ": expected a percentage, as 10%");
        }
    }
}
