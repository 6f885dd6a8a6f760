package gaitd.sim.identify;

/**
 * An estimate with the interval that holds the truth in 9 of 10.
 *
 * @param name such as {@code strength.RR_calf}
 * @param unit its unit
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 */
public record Estimate(String name, String unit, double value, double low, double high) {
    /**
     * Whether the interval holds a value.
     *
     * @param truth the value
     * @return true within it
     */
    public boolean holds(final double truth) {
        return truth >= low && truth <= high;
    }
}
