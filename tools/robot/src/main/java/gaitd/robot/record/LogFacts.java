package gaitd.robot.record;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleZip;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.fit.PolicyFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a control loop was made of: with it and its inputs the loop can be run again.
 *
 * @param robot where the robot is, in words
 * @param simulated whether it is a simulated one
 * @param settings all settings, as TOML
 * @param policies in their order
 */
public record LogFacts(String robot, boolean simulated, String settings, List<RecordedPolicy> policies) {
    /** Of a control process that left no facts: recorded as a robot's, not to be replayed. */
    public static final LogFacts UNKNOWN = new LogFacts("unknown", false, "", List.of());

    /**
     * A policy as it was loaded.
     *
     * @param name of its manifest
     * @param sha256 over its files
     * @param zip its files
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record RecordedPolicy(String name, String sha256, byte[] zip) {}

    /**
     * The facts of a loop.
     *
     * @param robot where the robot is, in words
     * @param simulated whether it is a simulated one
     * @param config all settings
     * @param bundles the paths that the policies were read from, in their order
     * @param fits the policies
     * @return the facts; the bundles are read again
     */
    public static LogFacts of(
            final String robot,
            final boolean simulated,
            final Config config,
            final List<Path> bundles,
            final List<PolicyFit> fits) {
        final List<RecordedPolicy> policies = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            final BundleFiles files = PolicyFiles.read(bundles.isEmpty() ? TrainedPolicies.BEST : bundles.get(i));
            policies.add(new RecordedPolicy(
                    fits.get(i).bundle().manifest().name(), fits.get(i).bundle().sha256(), BundleZip.encode(files)));
        }
        return new LogFacts(robot, simulated, toml(config), policies);
    }

    /**
     * All settings as TOML that gives the same settings when it is read.
     *
     * @param config the settings
     * @return one line for each
     */
    public static String toml(final Config config) {
        final StringBuilder text = new StringBuilder();
        for (final Setting setting : Setting.values()) {
            text.append(setting.line(config.get(setting))).append('\n');
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            text.append(setting.line(config.get(setting))).append('\n');
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            text.append(setting.key)
                    .append(" = [")
                    .append(Config.plain(config.low(setting)))
                    .append(", ")
                    .append(Config.plain(config.high(setting)))
                    .append("]\n");
        }
        return text.toString();
    }
}
