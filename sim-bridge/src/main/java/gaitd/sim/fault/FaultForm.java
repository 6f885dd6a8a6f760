package gaitd.sim.fault;

/**
 * A type of fault that a component can have, with its argument.
 *
 * @param type the type
 * @param usual argument where none is given; NaN for a type without argument
 * @param min least argument
 * @param max greatest argument
 * @param unit of the argument
 */
public record FaultForm(FaultType type, double usual, double min, double max, String unit) {
    private static final double MS_MAX = 1000;

    static FaultForm of(final FaultType type) {
        return new FaultForm(type, Double.NaN, Double.NaN, Double.NaN, "-");
    }

    static FaultForm of(
            final FaultType type, final double usual, final double min, final double max, final String unit) {
        return new FaultForm(type, usual, min, max, unit);
    }

    /** An argument of either sign. */
    static FaultForm signed(final FaultType type, final double usual, final double max, final String unit) {
        return new FaultForm(type, usual, -max, max, unit);
    }

    static FaultForm ms(final FaultType type, final double usual) {
        return new FaultForm(type, usual, 1, MS_MAX, "ms");
    }

    static FaultForm share(final FaultType type, final double usual) {
        return new FaultForm(type, usual, 0, 1, "share");
    }

    /**
     * Whether the type takes an argument.
     *
     * @return false when it has none
     */
    public boolean hasArgument() {
        return !Double.isNaN(usual);
    }
}
