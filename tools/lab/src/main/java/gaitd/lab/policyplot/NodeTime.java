package gaitd.lab.policyplot;

/**
 * Time constant of a node.
 *
 * @param seconds NaN when the weights do not define it
 * @param measurable whether it may be measured in a run instead: false for nodes without memory
 */
record NodeTime(double seconds, boolean measurable) {
    /** Of a node without memory. */
    static final NodeTime NONE = new NodeTime(Double.NaN, false);
    /** Of a neuron without a fixed time constant. */
    static final NodeTime MEASURED = new NodeTime(Double.NaN, true);

    static NodeTime of(final double seconds) {
        return new NodeTime(seconds, true);
    }
}
