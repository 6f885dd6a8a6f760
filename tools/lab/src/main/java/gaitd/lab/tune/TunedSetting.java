package gaitd.lab.tune;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Setting;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting and the range that it is looked for in.
 *
 * @param setting which
 * @param low least value, in its unit
 * @param high greatest value
 */
record TunedSetting(Setting setting, double low, double high) {
    private static final String FLAG = "--set ";
    private static final String GAIT = "gait.";
    private static final Pattern TEXT = Pattern.compile("([a-z0-9_.]+)(?:=([-+0-9.eE]+?)\\.\\.([-+0-9.eE]+))?");

    /**
     * Reads one.
     *
     * @param text {@code gait.key=a..b}, or {@code gait.key} for all that it may be
     * @return the setting
     * @throws ConfigException in one line when it is none
     */
    static TunedSetting parse(final String text) {
        final Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new ConfigException(FLAG + text + ": expected KEY or KEY=A..B, such as gait.height_m=0.25..0.32");
        }
        final Setting setting = Arrays.stream(Setting.values())
                .filter(each -> each.key.equals(parts.group(1)) && each.key.startsWith(GAIT))
                .findFirst()
                .orElseThrow(() -> new ConfigException(FLAG + text + ": there is no setting " + parts.group(1)
                        + " of the walk; 'gaitd config' prints those that begin with " + GAIT));
        if (parts.group(2) == null) {
            return new TunedSetting(setting, setting.min, setting.max);
        }
        final double low;
        final double high;
        try {
            low = Double.parseDouble(parts.group(2));
            high = Double.parseDouble(parts.group(3));
        } catch (final NumberFormatException e) {
            throw new ConfigException(FLAG + text + ": expected two numbers");
        }
        if (!(low < high) || !setting.allows(low) || !setting.allows(high)) {
            throw new ConfigException("%s%s: expected the smaller number first, both within %s to %s %s"
                    .formatted(FLAG, text, Config.plain(setting.min), Config.plain(setting.max), setting.unit));
        }
        return new TunedSetting(setting, low, high);
    }

    /**
     * A value by its share of the range.
     *
     * @param share 0 to 1
     * @return with four digits, so that a file has all of it
     */
    double value(final double share) {
        final double value = low + share * (high - low);
        return Math.clamp(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)), low, high);
    }

    /** Share of the range that a value is at, 0 to 1. */
    double share(final double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }

    /** As {@link #parse} takes it. */
    String text() {
        return setting.key + "=" + Config.plain(low) + ".." + Config.plain(high);
    }
}
