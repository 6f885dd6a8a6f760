package gaitd.lab.sweep;

import gaitd.policies.learn.PpoSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of {@code train} and what it may be.
 *
 * @param key its name without dashes
 * @param values those to choose from; none for a range
 * @param low least value of a range
 * @param high greatest value of a range
 * @param logarithmic whether the logarithm is drawn evenly
 * @param whole whether it counts something
 */
record Axis(String key, List<String> values, double low, double high, boolean logarithmic, boolean whole) {
    private static final Pattern RANGE = Pattern.compile("([-+0-9.eE]+?)\\.\\.([-+0-9.eE]+)(:log)?");
    private static final int VALUES_MAX = 1000;

    /**
     * Reads one.
     *
     * @param option that it is given to
     * @param text {@code key=v1,v2}, or a range {@code key=a..b} or {@code key=a..b:log}
     * @param ranges whether ranges are taken
     * @param all the options of {@code train}
     * @return the axis
     * @throws ConfigException in one line when it is none
     */
    static Axis parse(final String option, final String text, final boolean ranges, final CommandSpec all) {
        final int equals = text.indexOf('=');
        final String key = equals < 0 ? text : text.substring(0, equals);
        final OptionSpec of = all.findOption("--" + key);
        if (of == null) {
            final Set<String> names = all.options().stream()
                    .map(each -> each.longestName().substring(2))
                    .collect(Collectors.toCollection(TreeSet::new));
            throw new ConfigException("%s %s: train has no option --%s to vary; expected one of %s"
                    .formatted(option, text, key, String.join(", ", names)));
        }
        final boolean whole = isWhole(key, of);
        final String what = equals < 0 ? "" : text.substring(equals + 1);
        final Matcher range = RANGE.matcher(what);
        if (range.matches()) {
            if (!ranges) {
                throw new ConfigException("%s %s: a grid has no ranges; expected %s=v1,v2, or --random N with --range"
                        .formatted(option, text, key));
            }
            return range(option, text, key, range, whole);
        }
        final List<String> values = Arrays.asList(what.split(",", -1));
        if (values.contains("")
                || values.size() > VALUES_MAX
                || Set.copyOf(values).size() < values.size()) {
            throw new ConfigException("%s %s: expected %s=v1,v2%s with different values, layers of a network as 64x64"
                    .formatted(option, text, key, ranges ? " or " + key + "=a..b or " + key + "=a..b:log" : ""));
        }
        return new Axis(key, values, Double.NaN, Double.NaN, false, whole);
    }

    private static Axis range(
            final String option, final String text, final String key, final Matcher range, final boolean whole) {
        final boolean logarithmic = range.group(3) != null;
        final double low;
        final double high;
        try {
            low = Double.parseDouble(range.group(1));
            high = Double.parseDouble(range.group(2));
        } catch (final NumberFormatException e) {
            throw new ConfigException(option + " " + text + ": expected two numbers, as in " + key + "=0.1..0.5");
        }
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new ConfigException(option + " " + text + ": expected the smaller number first");
        }
        if (logarithmic && low <= 0) {
            throw new ConfigException(option + " " + text + ": has no logarithm; expected numbers above 0, or no :log");
        }
        return new Axis(key, List.of(), low, high, logarithmic, whole);
    }

    private static boolean isWhole(final String key, final OptionSpec option) {
        final Class<?> type = option.type();
        return type == int.class
                || type == long.class
                || (type == List.class && option.auxiliaryTypes()[0] == Integer.class)
                || Arrays.stream(PpoSetting.values())
                        .anyMatch(setting -> setting.option().equals("--" + key) && setting.isWhole());
    }

    /** A value drawn from it, with four digits, so that a table tells all of it. */
    String draw(final RandomGenerator random) {
        if (!values.isEmpty()) {
            return values.get(random.nextInt(values.size()));
        }
        final double share = random.nextDouble();
        final double value = logarithmic
                ? StrictMath.exp(StrictMath.log(low) + share * (StrictMath.log(high) - StrictMath.log(low)))
                : low + share * (high - low);
        return whole
                ? Long.toString(Math.round(value))
                : Config.plain(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
