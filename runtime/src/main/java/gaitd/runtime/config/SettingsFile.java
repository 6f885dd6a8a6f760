package gaitd.runtime.config;

import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in a TOML file: each key must be a known one, and each table too, even one without keys. */
final class SettingsFile {
    private final TomlView root;
    private final String name;
    private final Map<String, TomlView> sections = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    SettingsFile(final TomlView root, final String name) {
        this.root = root;
        this.name = name;
    }

    void read(final Config.Builder builder) {
        for (final Setting setting : Setting.values()) {
            if (has(setting.key)) {
                builder.set(setting, number(setting), origin(setting.key));
            }
        }
        for (final ChoiceSetting<?> setting : ChoiceSetting.ALL) {
            if (has(setting.key)) {
                choose(setting, builder);
            }
        }
        for (final RangeSetting setting : RangeSetting.values()) {
            if (has(setting.key)) {
                final double[] ends = range(setting);
                builder.set(setting, ends[0], ends[1], origin(setting.key));
            }
        }
        end();
    }

    private boolean has(final String key) {
        known.add(key);
        final String section = section(key);
        if (root.has(section)) {
            sections.computeIfAbsent(section, root::table);
        }
        return sections.containsKey(section) && sections.get(section).has(last(key));
    }

    private Object value(final String key) {
        return sections.get(section(key)).value(last(key));
    }

    private String origin(final String key) {
        return name + ":" + sections.get(section(key)).line(last(key));
    }

    private <E extends Enum<E>> void choose(final ChoiceSetting<E> setting, final Config.Builder builder) {
        final String origin = origin(setting.key);
        builder.set(setting, setting.parse(value(setting.key), origin), origin);
    }

    private double number(final Setting setting) {
        final Object value = value(setting.key);
        if (value instanceof final Number number) {
            setting.refuseOldNumber(number.doubleValue(), origin(setting.key));
            return number.doubleValue();
        }
        if (setting.word != null && setting.word.text.equals(value)) {
            return setting.word.value;
        }
        throw new ConfigException("%s (%s) must be a number in %s%s, for example %s = %s"
                .formatted(
                        setting.key,
                        origin(setting.key),
                        setting.unit,
                        setting.word == null ? "" : " or " + setting.quoted(),
                        setting.key,
                        setting.text(setting.defaultValue)));
    }

    private double[] range(final RangeSetting setting) {
        final Object value = value(setting.key);
        if (value instanceof final Number number) {
            return new double[] {number.doubleValue(), number.doubleValue()};
        }
        if (value instanceof final List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof final Number low
                && pair.get(1) instanceof final Number high) {
            return new double[] {low.doubleValue(), high.doubleValue()};
        }
        throw new ConfigException("%s (%s) must be a number in %s or two, for example %s = [%s, %s]"
                .formatted(
                        setting.key,
                        origin(setting.key),
                        setting.unit,
                        setting.key,
                        Config.plain(setting.low(VaryPreset.WIDE)),
                        Config.plain(setting.high(VaryPreset.WIDE))));
    }

    private void end() {
        for (final String key : root.unknown()) {
            throw root.isTable(key)
                    ? unknown(
                            root.line(key),
                            "table [" + key + "]",
                            Words.nearest(
                                            key,
                                            known.stream()
                                                    .map(SettingsFile::section)
                                                    .toList())
                                    .map(nearest -> "[" + nearest + "]"))
                    : unknown(root.line(key), "key " + key, nearest(key, key));
        }
        sections.forEach((section, view) -> {
            for (final String key : view.unknown()) {
                final String full = section + "." + key;
                throw view.isTable(key)
                        ? unknown(view.line(key), "table [" + full + "]", Optional.empty())
                        : unknown(view.line(key), "key " + full, nearest(full, key));
            }
        });
    }

    /** A key of that name in another table, or else one that is written much alike. */
    private Optional<String> nearest(final String full, final String last) {
        return known.stream().filter(key -> last(key).equals(last)).findFirst().or(() -> Words.nearest(full, known));
    }

    private ConfigException unknown(final int line, final String what, final Optional<String> nearest) {
        return new ConfigException("%s, line %d: unknown %s%s; 'gaitd config' lists all keys"
                .formatted(
                        name,
                        line,
                        what,
                        nearest.map(key -> "; did you mean " + key + "?").orElse("")));
    }

    private static String section(final String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static String last(final String key) {
        return key.substring(key.indexOf('.') + 1);
    }
}
