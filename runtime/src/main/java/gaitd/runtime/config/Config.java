package gaitd.runtime.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * All settings with the place each value came from: immutable, checked one by one and against each other.
 *
 * <p>Made at start-up by {@link Builder#conclude()}; every refusal is a {@link ConfigException} of one line.
 */
public final class Config {
    private final double[] values = new double[Setting.values().length];
    private final Map<Setting, String> origins;

    private Config(final Map<Setting, Double> given, final Map<Setting, String> origins) {
        for (final Setting setting : Setting.values()) {
            values[setting.ordinal()] = given.getOrDefault(setting, setting.defaultValue);
        }
        this.origins = origins;
    }

    /**
     * The defaults.
     *
     * @return a configuration in which every value is its default
     */
    public static Config defaults() {
        return new Builder().conclude();
    }

    /**
     * Value of a setting.
     *
     * @param setting which
     * @return its value in its unit
     */
    public double get(final Setting setting) {
        return values[setting.ordinal()];
    }

    /**
     * Where the value came from.
     *
     * @param setting which
     * @return {@code default}, a file with line, or a flag
     */
    public String origin(final Setting setting) {
        return origins.getOrDefault(setting, "default");
    }

    /**
     * Control period.
     *
     * @return ns, rounded
     */
    public long periodNs() {
        return Math.round(1e9 / get(Setting.RATE_HZ));
    }

    /** Collects values, last word wins, and checks them. */
    public static final class Builder {
        private final Map<Setting, Double> values = new EnumMap<>(Setting.class);
        private final Map<Setting, String> origins = new EnumMap<>(Setting.class);

        /**
         * Sets one value.
         *
         * @param setting which
         * @param value in the setting's unit
         * @param origin where it comes from, for messages
         * @return this
         * @throws ConfigException when it is out of range
         */
        public Builder set(final Setting setting, final double value, final String origin) {
            if (!(value >= setting.min && value <= setting.max)) {
                throw new ConfigException("%s = %s (%s) is out of range: expected %s to %s %s"
                        .formatted(
                                setting.key,
                                plain(value),
                                origin,
                                plain(setting.min),
                                plain(setting.max),
                                setting.unit));
            }
            values.put(setting, value);
            origins.put(setting, origin);
            return this;
        }

        /**
         * Takes every key of a TOML text.
         *
         * @param text the TOML text
         * @param name its name, for messages
         * @return this
         * @throws ConfigException on a syntax error, an unknown key, a value that is no number or out of range
         */
        public Builder toml(final String text, final String name) {
            final TomlParseResult toml = Toml.parse(text);
            if (toml.hasErrors()) {
                final TomlParseError error = toml.errors().getFirst();
                throw new ConfigException("%s, line %d: %s"
                        .formatted(
                                name,
                                error.position().line(),
                                error.getMessage().replace('\n', ' ')));
            }
            for (final String key : toml.dottedKeySet()) {
                final Setting setting = find(key);
                final int line = toml.inputPositionOf(key).line();
                if (setting == null) {
                    throw new ConfigException(
                            "%s, line %d: unknown key %s; 'gaitd config' lists all keys".formatted(name, line, key));
                }
                if (!(toml.get(key) instanceof final Number number)) {
                    throw new ConfigException("%s, line %d: %s must be a number in %s, for example %s = %s"
                            .formatted(name, line, key, setting.unit, key, plain(setting.defaultValue)));
                }
                set(setting, number.doubleValue(), name + ":" + line);
            }
            return this;
        }

        /**
         * Checks the values against each other.
         *
         * @return the configuration
         * @throws ConfigException naming both keys of a contradiction
         */
        public Config conclude() {
            final Config config = new Config(values, new EnumMap<>(origins));
            final List<String> problems = new ArrayList<>();
            final double periodMs = config.periodNs() / 1e6;
            if (config.get(Setting.STALE_MS) < 3 * periodMs) {
                problems.add(contradiction(config, Setting.STALE_MS, Setting.RATE_HZ, "must cover 3 control periods"));
            }
            if (config.get(Setting.CLEARANCE_M) > 0.35 * config.get(Setting.HEIGHT_M)) {
                problems.add(contradiction(
                        config, Setting.CLEARANCE_M, Setting.HEIGHT_M, "must be at most 0.35 of the height"));
            }
            if (config.get(Setting.STANCE_KP) > config.get(Setting.KP_MAX)) {
                problems.add(contradiction(config, Setting.STANCE_KP, Setting.KP_MAX, "must not exceed the limit"));
            }
            if (config.get(Setting.SWING_KP) > config.get(Setting.KP_MAX)) {
                problems.add(contradiction(config, Setting.SWING_KP, Setting.KP_MAX, "must not exceed the limit"));
            }
            if (config.get(Setting.STANCE_KD) > config.get(Setting.KD_MAX)) {
                problems.add(contradiction(config, Setting.STANCE_KD, Setting.KD_MAX, "must not exceed the limit"));
            }
            if (config.get(Setting.SIM_STEP_US) * 1e-3 > periodMs) {
                problems.add(contradiction(
                        config, Setting.SIM_STEP_US, Setting.RATE_HZ, "must be at most one control period"));
            }
            if (!problems.isEmpty()) {
                throw new ConfigException(String.join("; ", problems));
            }
            return config;
        }

        private static String contradiction(
                final Config config, final Setting first, final Setting second, final String rule) {
            return "%s = %s (%s) contradicts %s = %s (%s): %s"
                    .formatted(
                            first.key,
                            plain(config.get(first)),
                            config.origin(first),
                            second.key,
                            plain(config.get(second)),
                            config.origin(second),
                            rule);
        }

        private static Setting find(final String key) {
            for (final Setting setting : Setting.values()) {
                if (setting.key.equals(key)) {
                    return setting;
                }
            }
            return null;
        }
    }

    /**
     * A number without a needless fraction.
     *
     * @param value the number
     * @return its text
     */
    public static String plain(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
