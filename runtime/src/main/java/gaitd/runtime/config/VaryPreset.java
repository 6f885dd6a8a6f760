package gaitd.runtime.config;

import java.util.Locale;

/** Named sets of all ranges of {@link RangeSetting}. */
public enum VaryPreset {
    /** Nothing varies. */
    NONE,
    /** The nominal robot with the sensors of real ones, as recordings show them. */
    SENSORS,
    /** Differences within one batch of robots. */
    MILD,
    /** Worn robots, unknown payload and ground. */
    WIDE;

    /**
     * Reads a preset's name.
     *
     * @param text none, sensors, mild or wide
     * @return the preset
     * @throws ConfigException for any other text
     */
    public static VaryPreset parse(final String text) {
        for (final VaryPreset preset : values()) {
            if (preset.toString().equals(text)) {
                return preset;
            }
        }
        throw new ConfigException("--vary " + text + " is unknown: use none, sensors, mild or wide");
    }

    /** The name as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
