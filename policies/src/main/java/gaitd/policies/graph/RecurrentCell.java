package gaitd.policies.graph;

import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import java.util.List;

/**
 * Steps of LSTM, GRU and plain recurrent cells in terms of products and functions. What the inputs contribute to the gates, one row,
 * is given as the drive; states are one row too.
 */
public final class RecurrentCell {
    private final GraphBuilder graph;
    private final int units;
    private final double[] inner;
    private final double[] innerBias;

    /**
     * A cell with its inner weights, gates behind each other.
     *
     * @param graph where it is built
     * @param units of the state
     * @param inner one row a unit, one column for each unit of each gate
     * @param innerBias as many as columns
     */
    public RecurrentCell(final GraphBuilder graph, final int units, final double[] inner, final double... innerBias) {
        this.graph = graph;
        this.units = units;
        this.inner = inner;
        this.innerBias = innerBias;
    }

    /**
     * h' = s(o) tanh(c'), c' = s(f) c + s(i) tanh(g); gates in the order i, o, f, g.
     *
     * @param drive of four gates
     * @param state h and c
     * @return the next h and c
     */
    public List<Value> lstm(final Value drive, final List<Value> state) {
        final Value sum = combine(PlanOperator.ADD, drive, innerDrive(state.get(0)));
        final Value open = map(PlanFunction.SIGMOID, part(sum, 0, 3 * units));
        final Value kept = combine(PlanOperator.MULTIPLY, gate(open, 2), state.get(1));
        final Value added = combine(PlanOperator.MULTIPLY, gate(open, 0), map(PlanFunction.TANH, gate(sum, 3)));
        final Value c = combine(PlanOperator.ADD, kept, added);
        return List.of(combine(PlanOperator.MULTIPLY, gate(open, 1), map(PlanFunction.TANH, c)), c);
    }

    /**
     * h' = (1 - z) n + z h with n = tanh(drive + r (inner part)); gates in the order z, r, n.
     *
     * @param drive of three gates
     * @param state h
     * @return the next h
     */
    public List<Value> gru(final Value drive, final List<Value> state) {
        final Value inside = innerDrive(state.getFirst());
        final Value open = open(drive, inside);
        final Value reset = combine(PlanOperator.MULTIPLY, gate(open, 1), gate(inside, 2));
        return blended(open, combine(PlanOperator.ADD, gate(drive, 2), reset), state.getFirst());
    }

    /**
     * The same, but with the state reset before it is multiplied with the inner weights.
     *
     * @param drive of three gates
     * @param state h
     * @return the next h
     */
    public List<Value> gruOfReset(final Value drive, final List<Value> state) {
        final Value h = state.getFirst();
        final Value open = open(drive, innerDrive(h));
        final Value inside = innerDrive(combine(PlanOperator.MULTIPLY, gate(open, 1), h));
        return blended(open, combine(PlanOperator.ADD, gate(drive, 2), gate(inside, 2)), h);
    }

    /**
     * h' = tanh(drive + inner part).
     *
     * @param drive of one gate
     * @param state h
     * @return the next h
     */
    public List<Value> plain(final Value drive, final List<Value> state) {
        return List.of(map(PlanFunction.TANH, combine(PlanOperator.ADD, drive, innerDrive(state.getFirst()))));
    }

    private Value open(final Value drive, final Value inside) {
        final int size = 2 * units;
        return map(PlanFunction.SIGMOID, combine(PlanOperator.ADD, part(drive, 0, size), part(inside, 0, size)));
    }

    private List<Value> blended(final Value open, final Value potential, final Value h) {
        final Value proposed = map(PlanFunction.TANH, potential);
        final Value kept = combine(PlanOperator.MULTIPLY, gate(open, 0), combine(PlanOperator.SUBTRACT, h, proposed));
        return List.of(combine(PlanOperator.ADD, proposed, kept));
    }

    private Value part(final Value value, final int from, final int size) {
        return graph.walked(value, from, new int[] {1, size}, 0, 1);
    }

    private Value gate(final Value value, final int gate) {
        return part(value, gate * units, units);
    }

    private Value innerDrive(final Value h) {
        return graph.affine(h, inner, innerBias);
    }

    private Value map(final PlanFunction function, final Value value) {
        return graph.map(function, 0, 0, value);
    }

    private Value combine(final PlanOperator operator, final Value a, final Value b) {
        return graph.combine(operator, a, b);
    }
}
