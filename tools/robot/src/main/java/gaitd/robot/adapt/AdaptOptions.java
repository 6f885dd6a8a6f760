package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Trust;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.PolicyFit;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a run whose policy adapts. */
public final class AdaptOptions {
    private static final int ROBOTS = 64;
    private static final double STEPS_MAX = 1e9;
    private static final double RATE_MAX = 1e6;
    private static final double WATCH_MAX_S = 3600;

    @Option(
            names = "--adapt",
            description =
                    "adapt the policy while it walks: find out what is different about the robot, train in robots like it,"
                            + " try the result in turn with the policy in force")
    private boolean adapt;

    @Option(
            names = "--adapt-watch",
            paramLabel = "S",
            defaultValue = "30",
            description = "walking time before a candidate is trained (default ${DEFAULT-VALUE})")
    private double watchS;

    @Option(
            names = "--adapt-steps",
            paramLabel = "N",
            defaultValue = "300000",
            description = "policy steps of simulated robots for a candidate (default ${DEFAULT-VALUE})")
    private long steps;

    @Option(
            names = "--adapt-rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "of them in a second of the robot (default ${DEFAULT-VALUE})")
    private double stepsPerS;

    @Mixin
    private StoreOption store;

    AdaptOptions() {}

    /**
     * Whether the policy adapts.
     *
     * @return true with --adapt
     */
    public boolean given() {
        return adapt;
    }

    /**
     * Switches adapting on, if that was asked for.
     *
     * @param builder changed in place
     * @return the builder
     */
    public Config.Builder apply(final Config.Builder builder) {
        return adapt ? builder.set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "--adapt") : builder;
    }

    /**
     * The learner beside a loop.
     *
     * @param files the policy that adapts, as shipped
     * @param config of the loop
     * @param link to the loop
     * @param seed decides what is drawn
     * @param notes takes what happens, in lines for a person
     * @return to be closed
     * @throws ConfigException in one line when the policy cannot adapt or an option is out of range
     */
    public AdaptRun learner(
            final BundleFiles files,
            final Config config,
            final LearnerLink link,
            final long seed,
            final Consumer<String> notes) {
        Inputs.inRange("--adapt-watch", watchS, 1, WATCH_MAX_S, "s");
        Inputs.inRange("--adapt-steps", (double) steps, 1, STEPS_MAX, "");
        Inputs.inRange("--adapt-rate", stepsPerS, 1, RATE_MAX, "");
        final AdaptPlan plan =
                new AdaptPlan(watchS, steps, stepsPerS, ROBOTS, 1, config.get(Setting.ADAPT_WINDOW_S), seed);
        try {
            final String sha256 =
                    Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS).sha256();
            return new AdaptRun(plan, files, config, store.of(sha256), link, notes);
        } catch (final BundleException e) {
            throw new ConfigException("--adapt: the policy " + e.getMessage());
        }
    }
}
