package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.policy.fit.PolicyFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Options of whatever adapts a policy. */
public final class LearnerOptions {
    @Mixin
    private RoadOptions road;

    @Mixin
    private StoreOption store;

    LearnerOptions() {}

    /**
     * How to adapt.
     *
     * @param config of the control loop, or the file that it has; what {@link #suit} sets there holds here, too
     * @param seed decides what is drawn
     * @return the plan
     * @throws ConfigException in one line when an option is out of range
     */
    public AdaptPlan plan(final Config config, final long seed) {
        return road.plan(config, seed);
    }

    /**
     * Sets the exploration and the windows that suit the road, where nothing else is said about them.
     *
     * @param builder changed in place
     * @return the builder
     */
    public Config.Builder suit(final Config.Builder builder) {
        return road.suit(builder);
    }

    /**
     * Where the versions of a policy are kept.
     *
     * @param files the policy as shipped
     * @return not made yet, perhaps
     */
    public Path folder(final BundleFiles files) {
        return store.of(Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS).sha256());
    }

    /**
     * The same options for another process.
     *
     * @return flags and values
     */
    List<String> arguments() {
        final List<String> arguments = new ArrayList<>(road.arguments());
        arguments.addAll(List.of(StoreOption.NAME, store.folder().toString()));
        return arguments;
    }
}
