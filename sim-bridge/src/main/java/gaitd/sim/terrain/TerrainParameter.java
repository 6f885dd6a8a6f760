package gaitd.sim.terrain;

/**
 * A parameter of a kind of terrain.
 *
 * @param key its name in {@code key=value}
 * @param meaning a few words
 * @param unit its unit, empty for a plain number
 * @param min least value
 * @param max greatest value
 * @param defaultValue taken when it is not given; NaN when it has to be given
 * @param whole only whole numbers
 */
public record TerrainParameter(
        String key, String meaning, String unit, double min, double max, double defaultValue, boolean whole) {
    /**
     * One that has to be given.
     *
     * @param key its name
     * @param meaning a few words
     * @param unit its unit
     * @param min least value
     * @param max greatest value
     * @return the parameter
     */
    static TerrainParameter needed(
            final String key, final String meaning, final String unit, final double min, final double max) {
        return new TerrainParameter(key, meaning, unit, min, max, Double.NaN, false);
    }

    /**
     * One with a default.
     *
     * @param key its name
     * @param meaning a few words
     * @param unit its unit
     * @param min least value
     * @param max greatest value
     * @param defaultValue taken when it is not given
     * @return the parameter
     */
    static TerrainParameter optional(
            final String key,
            final String meaning,
            final String unit,
            final double min,
            final double max,
            final double defaultValue) {
        return new TerrainParameter(key, meaning, unit, min, max, defaultValue, false);
    }

    /**
     * Whether a name without it is refused.
     *
     * @return true without a default
     */
    public boolean isNeeded() {
        return Double.isNaN(defaultValue);
    }

    /**
     * Whether it takes a value.
     *
     * @param value any number
     * @return false out of range, for NaN, and for fractions where whole numbers are meant
     */
    boolean allows(final double value) {
        return value >= min && value <= max && (!whole || value == Math.rint(value));
    }

    /**
     * Allowed values.
     *
     * @return such as {@code 0 to 0.1 m}
     */
    public String range() {
        return plain(min) + " to " + plain(max) + (whole ? ", whole" : "") + (unit.isEmpty() ? "" : " " + unit);
    }

    /**
     * A number without needless digits.
     *
     * @param value any number
     * @return without a fraction of zero
     */
    static String plain(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
