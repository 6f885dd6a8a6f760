package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a run whose policy adapts. */
public final class AdaptOptions {
    @Option(
            names = "--adapt",
            description =
                    "adapt the policy while it walks: make a candidate by --adapt-road, try it in turn with the policy in force,"
                            + " keep what is better")
    private boolean adapt;

    @Mixin
    private LearnerOptions learner;

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
        return adapt ? learner.suit(builder.set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "--adapt")) : builder;
    }

    /**
     * The learner beside a loop of the same thread.
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
        final AdaptPlan plan = learner.plan(config, seed);
        try {
            return new AdaptRun(plan, files, config, learner.folder(files), link, notes);
        } catch (final BundleException e) {
            throw new ConfigException("--adapt: the policy " + e.getMessage());
        }
    }

    /**
     * Refuses what a learner in a process of its own would refuse.
     *
     * @param files the policy that adapts, as shipped
     * @param config of the loop
     * @throws ConfigException in one line when the policy cannot adapt or an option is out of range
     */
    public void check(final BundleFiles files, final Config config) {
        final AdaptPlan plan = learner.plan(config, 0);
        try {
            new PolicyLearner(plan, files, learner.folder(files), note -> {}).close();
        } catch (final BundleException e) {
            throw new ConfigException("--adapt: the policy " + e.getMessage());
        }
    }

    /**
     * The options of that process.
     *
     * @return flags and values
     */
    public List<String> arguments() {
        return learner.arguments();
    }
}
