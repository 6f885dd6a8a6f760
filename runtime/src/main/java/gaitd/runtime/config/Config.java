package gaitd.runtime.config;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * All settings with the place each value came from: immutable, checked one by one and against each other.
 *
 * <p>Made at start-up by {@link Builder#conclude()}; every refusal is a {@link ConfigException} of one line.
 */
public final class Config {
    private static final String DEFAULT = "default";

    private final double[] values = new double[Setting.values().length];
    private final double[] lows = new double[RangeSetting.values().length];
    private final double[] highs = new double[RangeSetting.values().length];
    private final Map<Setting, String> origins;
    private final Map<RangeSetting, String> rangeOrigins = new EnumMap<>(RangeSetting.class);

    private final Map<ChoiceSetting<?>, Choice> choices;

    private Config(
            final Map<Setting, Double> given,
            final Map<Setting, String> origins,
            final Map<ChoiceSetting<?>, Choice> choices,
            final Map<RangeSetting, Range> ranges) {
        for (final RangeSetting setting : RangeSetting.values()) {
            final Range range = ranges.getOrDefault(setting, new Range(setting.neutral, setting.neutral, DEFAULT));
            lows[setting.ordinal()] = range.low;
            highs[setting.ordinal()] = range.high;
            rangeOrigins.put(setting, range.origin);
        }
        for (final Setting setting : Setting.values()) {
            values[setting.ordinal()] = given.getOrDefault(setting, setting.defaultValue);
        }
        this.origins = origins;
        this.choices = choices;
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
        return origins.getOrDefault(setting, DEFAULT);
    }

    /**
     * Choice of a setting.
     *
     * @param <E> its choices
     * @param setting which
     * @return the one in force
     */
    public <E extends Enum<E>> E get(final ChoiceSetting<E> setting) {
        final Choice choice = choices.get(setting);
        return choice == null
                ? setting.defaultValue
                : setting.defaultValue.getDeclaringClass().cast(choice.value);
    }

    /**
     * Where a choice came from.
     *
     * @param setting which
     * @return {@code default}, a file with line, or a flag
     */
    public String origin(final ChoiceSetting<?> setting) {
        return choices.containsKey(setting) ? choices.get(setting).origin : DEFAULT;
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
        builder.choices.putAll(choices);
        for (final RangeSetting setting : RangeSetting.values()) {
            builder.set(setting, low(setting), high(setting), origin(setting));
        }
        return builder;
    }

    private record Choice(Enum<?> value, String origin) {}

    private record Range(double low, double high, String origin) {}

    /** Collects values, the last one given counts, and checks them. */
    public static final class Builder {
        private final Map<Setting, Double> values = new EnumMap<>(Setting.class);
        private final Map<Setting, String> origins = new EnumMap<>(Setting.class);
        private final Map<ChoiceSetting<?>, Choice> choices = new HashMap<>();
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
         * @param preset the set of ranges
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
            if (!setting.allows(value)) {
                throw new ConfigException("%s = %s (%s) is out of range: expected %s %s%s"
                        .formatted(setting.key, plain(value), origin, setting.range(), setting.unit, setting.reason()));
            }
            values.put(setting, value);
            origins.put(setting, origin);
            return this;
        }

        /**
         * Makes one choice.
         *
         * @param <E> its choices
         * @param setting which
         * @param value the choice
         * @param origin where it comes from, for messages
         * @return this
         */
        public <E extends Enum<E>> Builder set(final ChoiceSetting<E> setting, final E value, final String origin) {
            choices.put(setting, new Choice(value, origin));
            return this;
        }

        /**
         * Takes every key of a TOML text.
         *
         * @param text the TOML text
         * @param name its name, for messages
         * @return this
         * @throws ConfigException on a syntax error, an unknown key or table, a value of another kind or out of range
         */
        public Builder toml(final String text, final String name) {
            return toml(TomlReader.parse(text, name, ConfigException.thrower()), name);
        }

        /**
         * Takes every key of a TOML table whose problems are thrown.
         *
         * @param table the table
         * @param name its name, for messages
         * @return this
         * @throws ConfigException on an unknown key or table, a value of another kind or out of range
         */
        public Builder toml(final TomlView table, final String name) {
            new SettingsFile(table, name).read(this);
            return this;
        }

        /**
         * Checks the values against each other.
         *
         * @return the configuration
         * @throws ConfigException naming both keys of a contradiction
         */
        public Config conclude() {
            final Config config = new Config(values, new EnumMap<>(origins), Map.copyOf(choices), ranges);
            new ConfigRules(config).check();
            return config;
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
