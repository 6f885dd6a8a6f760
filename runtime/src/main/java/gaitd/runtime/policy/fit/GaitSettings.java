package gaitd.runtime.policy.fit;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Manifest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of the walk that a policy was trained on: they belong to the policy, and come with its bundle.
 *
 * <p>Only what shapes the walk, the table {@code gait} without the limits of commands: those, and everything of safety, belong to
 * the robot's owner.
 */
public final class GaitSettings {
    private static final String TABLE = "gait.";
    private static final Set<Setting> OWNERS =
            EnumSet.of(Setting.VX_MAX, Setting.VY_MAX, Setting.YAW_MAX, Setting.ACCELERATION_MAX);
    private static final String DEFAULT = "default";

    private GaitSettings() {}

    /**
     * All settings of a walk.
     *
     * @param config the configuration
     * @return for a manifest
     */
    public static SortedMap<String, Double> of(final Config config) {
        final SortedMap<String, Double> gait = new TreeMap<>();
        for (final Setting setting : Setting.values()) {
            if (isOfTheWalk(setting)) {
                gait.put(setting.key.substring(TABLE.length()), config.get(setting));
            }
        }
        return gait;
    }

    /**
     * A configuration with a policy's walk: settings at their defaults become the manifest's.
     *
     * @param config the configuration
     * @param manifest the policy's
     * @return the configuration to run the policy with
     * @throws BundleException in one line when the manifest has a setting that is none, or out of range, or the
     *     configuration says something else
     */
    public static Config taken(final Config config, final Manifest manifest) {
        final Config.Builder builder = config.change();
        try {
            for (final Map.Entry<String, Double> entry : manifest.gait().entrySet()) {
                final Setting setting = setting(entry.getKey());
                if (config.origin(setting).equals(DEFAULT)) {
                    builder.set(setting, entry.getValue(), "policy " + manifest.name());
                }
            }
            final Config taken = builder.conclude();
            check(manifest, taken);
            return taken;
        } catch (final ConfigException e) {
            throw new BundleException("manifest.toml [gait]: " + e.getMessage());
        }
    }

    /**
     * Checks that a walk is the one that a policy was trained on.
     *
     * @throws BundleException in one line that names every setting that is not
     */
    static void check(final Manifest manifest, final Config config) {
        final List<String> others = new ArrayList<>();
        for (final Map.Entry<String, Double> entry : manifest.gait().entrySet()) {
            final Setting setting = setting(entry.getKey());
            if (config.get(setting) != entry.getValue()) {
                others.add("%s = %s, here it is %s (%s)"
                        .formatted(
                                setting.key,
                                Config.plain(entry.getValue()),
                                Config.plain(config.get(setting)),
                                config.origin(setting)));
            }
        }
        if (!others.isEmpty()) {
            throw new BundleException("manifest.toml [gait]: trained with " + String.join("; ", others)
                    + "; leave these settings to the bundle, or take another policy");
        }
    }

    private static boolean isOfTheWalk(final Setting setting) {
        return setting.key.startsWith(TABLE) && !OWNERS.contains(setting);
    }

    private static Setting setting(final String name) {
        for (final Setting setting : Setting.values()) {
            if (isOfTheWalk(setting) && setting.key.equals(TABLE + name)) {
                return setting;
            }
        }
        throw new BundleException(
                "manifest.toml [gait]: '%s' is no setting of the walk; 'gaitd config' lists them".formatted(name));
    }
}
