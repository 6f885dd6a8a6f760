package gaitd.policies.cell.plan;

/** One step of a plan; {@code from}, {@code left}, {@code right} and {@code to} are places in its array of values. Immutable. */
public sealed interface PlanStep {
    /**
     * y = b + x W for each of some rows. Parameters: NAME.weight with one row an input, NAME.bias.
     *
     * @param name of the parameters
     * @param from first input of the first row
     * @param in inputs of a row
     * @param to first output of the first row
     * @param out outputs of a row
     * @param rows one behind the other
     */
    record Affine(String name, int from, int in, int to, int out, int rows) implements PlanStep {}

    /**
     * y = f(x), value by value; in place when both places are the same.
     *
     * @param function f
     * @param a its first constant
     * @param b its second constant
     * @param from first x
     * @param to first y
     * @param size how many
     */
    record Map(PlanFunction function, double a, double b, int from, int to, int size) implements PlanStep {}

    /**
     * Two values to one, value by value.
     *
     * @param operator the operation
     * @param left first left value
     * @param right first right value
     * @param to first result
     * @param size how many
     */
    record Combine(PlanOperator operator, int left, int right, int to, int size) implements PlanStep {}

    /**
     * Groups of values to one value each.
     *
     * @param reduction how
     * @param from first value of the first group, groups one behind the other
     * @param to first result
     * @param groups how many
     * @param size of each
     */
    record Reduce(PlanReduction reduction, int from, int to, int groups, int size) implements PlanStep {}

    /**
     * Copies values that lie at equal distances.
     *
     * @param from the first
     * @param stride distance between them; 0 repeats the first
     * @param to where they go, one behind the other
     * @param size how many
     */
    record Copy(int from, int stride, int to, int size) implements PlanStep {}

    /**
     * Values that never change, put in place when weights are loaded. Parameter: NAME.
     *
     * @param name of the parameter
     * @param to first place
     * @param size how many
     */
    record Constant(String name, int to, int size) implements PlanStep {}
}
