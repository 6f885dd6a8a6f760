package gaitd.policies.bundle;

/**
 * Which value of which step each of a network's inputs is.
 *
 * <p>Terms are numbered as the observation list has them, values through all terms. Immutable.
 */
public final class InputLayout {
    private final int[] value;
    private final int[] lag;
    private final int values;
    private final int steps;

    private InputLayout(final int[] value, final int[] lag, final int values, final int steps) {
        this.value = value;
        this.lag = lag;
        this.values = values;
        this.steps = steps;
    }

    /**
     * The inputs of a list.
     *
     * @param sizes values of each term in one step
     * @param facts of each term
     * @return their layout
     */
    public static InputLayout of(final int[] sizes, final TermFacts... facts) {
        int inputs = 0;
        int most = 1;
        for (int k = 0; k < sizes.length; k++) {
            inputs += sizes[k] * facts[k].steps();
            most = Math.max(most, facts[k].steps());
        }
        final int[] value = new int[inputs];
        final int[] lag = new int[inputs];
        int at = 0;
        int first = 0;
        int end = 0;
        for (int begin = 0; begin < sizes.length; begin = end) {
            final TermFacts shared = facts[begin];
            int block = sizes[begin];
            end = begin + 1;
            while (end < sizes.length && facts[end].isTogetherWith(shared)) {
                block += sizes[end++];
            }
            for (int step = 0; step < shared.steps(); step++) {
                for (int i = 0; i < block; i++, at++) {
                    value[at] = first + i;
                    lag[at] = shared.order() == HistoryOrder.NEWEST_FIRST ? step : shared.steps() - 1 - step;
                }
            }
            first += block;
        }
        return new InputLayout(value, lag, first, most);
    }

    /**
     * Number of a network's inputs.
     *
     * @return all terms and steps
     */
    public int inputs() {
        return value.length;
    }

    /**
     * Number of values in one step.
     *
     * @return all terms
     */
    public int values() {
        return values;
    }

    /**
     * Longest history.
     *
     * @return steps, at least 1
     */
    public int steps() {
        return steps;
    }

    /**
     * Value of an input.
     *
     * @param input which
     * @return from 0, through all terms
     */
    public int value(final int input) {
        return value[input];
    }

    /**
     * Age of an input.
     *
     * @param input which
     * @return steps before the present one, 0 for that
     */
    public int lag(final int input) {
        return lag[input];
    }
}
