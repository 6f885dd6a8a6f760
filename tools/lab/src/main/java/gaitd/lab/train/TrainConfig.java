package gaitd.lab.train;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The table {@code [train]} of a file: options that decide what is learned, under their names with underscores. */
final class TrainConfig {
    private static final int FAULTS_MAX = 64;
    private static final int LAYERS_MAX = 16;
    private static final int NEURONS_MAX = 1024;

    /** Options that decide where and how fast only, and so belong to the command line. */
    private static final Set<String> ELSEWHERE =
            Set.of("--help", "--out", "--config", "--json", "--report", "--view-port", "--no-view", "--threads");

    private TrainConfig() {}

    /**
     * Sets the options that the file gives and the command line does not.
     *
     * @param file TOML, null for none
     * @param command parsed
     * @throws ConfigException in one line when the file cannot be read or something in it is wrong
     */
    static void apply(final Path file, final CommandSpec command) {
        if (file == null) {
            return;
        }
        final TomlView whole = TomlReader.parse(Inputs.text(file), file.toString(), ConfigException.thrower());
        final TomlView table = whole.table("train");
        whole.end();
        final ParseResult given = command.commandLine().getParseResult();
        for (final OptionSpec option : command.options()) {
            final String name = option.longestName();
            final String key = name.substring(2).replace('-', '_');
            if (!ELSEWHERE.contains(name) && table.has(key)) {
                final Object value = value(table, key, option);
                if (!given.hasMatchedOption(name)) {
                    option.setValue(value);
                }
            }
        }
        table.end();
    }

    private static Object value(final TomlView table, final String key, final OptionSpec option) {
        final Class<?> type = option.type();
        if (type == List.class && option.auxiliaryTypes()[0] == String.class) {
            return table.texts(key, FAULTS_MAX);
        }
        if (type == List.class) {
            return table.sizes(key, LAYERS_MAX, 1, NEURONS_MAX);
        }
        if (type == boolean.class) {
            return table.flag(key);
        }
        if (type == Double.class) {
            return table.number(key, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (type == int.class) {
            return (int) table.whole(key, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == Long.class || type == long.class) {
            return table.whole(key, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return type == Path.class ? Path.of(table.text(key)) : table.text(key);
    }
}
