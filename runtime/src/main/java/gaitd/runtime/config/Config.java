package gaitd.runtime.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * All settings with the place each value came from: immutable, checked one by one and against each other.
 *
 * <p>Made at start-up by {@link Builder#conclude()}; every refusal is a {@link ConfigException} of one line.
 */
public final class Config {
    private static final double SPIN_SHARE_MAX = 0.5;

    private final double[] values = new double[Setting.values().length];
    private final double[] lows = new double[RangeSetting.values().length];
    private final double[] highs = new double[RangeSetting.values().length];
    private final Map<Setting, String> origins;
    private final Map<RangeSetting, String> rangeOrigins = new EnumMap<>(RangeSetting.class);

    private Config(
            final Map<Setting, Double> given,
            final Map<Setting, String> origins,
            final Map<RangeSetting, Range> ranges) {
        for (final RangeSetting setting : RangeSetting.values()) {
            final Range range = ranges.getOrDefault(setting, new Range(setting.neutral, setting.neutral, "default"));
            lows[setting.ordinal()] = range.low;
            highs[setting.ordinal()] = range.high;
            rangeOrigins.put(setting, range.origin);
        }
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
     * Least value of a range.
     *
     * @param setting which
     * @return in its unit
     */
    public double low(final RangeSetting setting) {
        return lows[setting.ordinal()];
    }

    /**
     * Greatest value of a range.
     *
     * @param setting which
     * @return in its unit
     */
    public double high(final RangeSetting setting) {
        return highs[setting.ordinal()];
    }

    /**
     * Where a range came from.
     *
     * @param setting which
     * @return {@code default}, a file with line, or a flag
     */
    public String origin(final RangeSetting setting) {
        return rangeOrigins.get(setting);
    }

    /**
     * Control period.
     *
     * @return ns, rounded
     */
    public long periodNs() {
        return Math.round(1e9 / get(Setting.RATE_HZ));
    }

    /**
     * The same settings, to be changed.
     *
     * @return a builder with all of them, and where they came from
     */
    public Builder change() {
        final Builder builder = new Builder();
        for (final Map.Entry<Setting, String> entry : origins.entrySet()) {
            builder.set(entry.getKey(), get(entry.getKey()), entry.getValue());
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            builder.set(setting, low(setting), high(setting), origin(setting));
        }
        return builder;
    }

    private record Range(double low, double high, String origin) {}

    /** Collects values, last word wins, and checks them. */
    public static final class Builder {
        private final Map<Setting, Double> values = new EnumMap<>(Setting.class);
        private final Map<Setting, String> origins = new EnumMap<>(Setting.class);
        private final Map<RangeSetting, Range> ranges = new EnumMap<>(RangeSetting.class);

        /**
         * Sets one range.
         *
         * @param setting which
         * @param low least value
         * @param high greatest value
         * @param origin where it comes from, for messages
         * @return this
         * @throws ConfigException when an end is out of what is allowed, or the least exceeds the greatest
         */
        public Builder set(final RangeSetting setting, final double low, final double high, final String origin) {
            if (!(low >= setting.min && high <= setting.max && low <= setting.max && high >= setting.min)) {
                throw new ConfigException("%s = [%s, %s] (%s) is out of range: expected both within %s to %s %s"
                        .formatted(
                                setting.key,
                                plain(low),
                                plain(high),
                                origin,
                                plain(setting.min),
                                plain(setting.max),
                                setting.unit));
            }
            if (low > high) {
                throw new ConfigException("%s = [%s, %s] (%s): its least value %s exceeds its greatest %s"
                        .formatted(setting.key, plain(low), plain(high), origin, plain(low), plain(high)));
            }
            ranges.put(setting, new Range(low, high, origin));
            return this;
        }

        /**
         * Sets every range at once.
         *
         * @param preset what to
         * @param origin where it comes from, for messages
         * @return this
         */
        public Builder vary(final VaryPreset preset, final String origin) {
            for (final RangeSetting setting : RangeSetting.values()) {
                set(setting, setting.low(preset), setting.high(preset), origin);
            }
            return this;
        }

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
                final int line = toml.inputPositionOf(key).line();
                if (range(key, toml.get(key), name + ":" + line)) {
                    continue;
                }
                final Setting setting = find(key);
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
            final Config config = new Config(values, new EnumMap<>(origins), ranges);
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
            if (config.get(Setting.POLICY_STEP_MAX_US) * 1e-3 > periodMs) {
                problems.add(contradiction(
                        config, Setting.POLICY_STEP_MAX_US, Setting.RATE_HZ, "must be at most one control period"));
            }
            if (config.get(Setting.RT_SPIN_US) * 1e-3 > SPIN_SHARE_MAX * periodMs) {
                problems.add(contradiction(
                        config, Setting.RT_SPIN_US, Setting.RATE_HZ, "must be at most half a control period"));
            }
            if (config.high(RangeSetting.LATENCY_MS) >= config.get(Setting.SIM_COMMAND_TIMEOUT_MS)) {
                problems.add("%s up to %s (%s) contradicts %s = %s (%s): commands must arrive before they are too old"
                        .formatted(
                                RangeSetting.LATENCY_MS.key,
                                plain(config.high(RangeSetting.LATENCY_MS)),
                                config.origin(RangeSetting.LATENCY_MS),
                                Setting.SIM_COMMAND_TIMEOUT_MS.key,
                                plain(config.get(Setting.SIM_COMMAND_TIMEOUT_MS)),
                                config.origin(Setting.SIM_COMMAND_TIMEOUT_MS)));
            }
            if (!problems.isEmpty()) {
                throw new ConfigException(String.join("; ", problems));
            }
            return config;
        }

        /** Takes a key if it is a range's. */
        private boolean range(final String key, final Object value, final String origin) {
            for (final RangeSetting setting : RangeSetting.values()) {
                if (!setting.key.equals(key)) {
                    continue;
                }
                if (value instanceof final Number number) {
                    set(setting, number.doubleValue(), number.doubleValue(), origin);
                } else if (value instanceof final TomlArray pair
                        && pair.size() == 2
                        && pair.get(0) instanceof final Number low
                        && pair.get(1) instanceof final Number high) {
                    set(setting, low.doubleValue(), high.doubleValue(), origin);
                } else {
                    throw new ConfigException("%s (%s) must be a number in %s or two, for example %s = [%s, %s]"
                            .formatted(
                                    key,
                                    origin,
                                    setting.unit,
                                    key,
                                    plain(setting.low(VaryPreset.WIDE)),
                                    plain(setting.high(VaryPreset.WIDE))));
                }
                return true;
            }
            return false;
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
