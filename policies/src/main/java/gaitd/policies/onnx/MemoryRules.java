package gaitd.policies.onnx;

import gaitd.policies.graph.RecurrentCell;
import gaitd.policies.graph.Value;
import gaitd.policies.onnx.Operands.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * LSTM, GRU and plain recurrent nodes, one time step behind the other.
 *
 * <p>A node with one time step has to get its state from an input of the model: without, the model would forget everything between
 * two calls. One with more steps begins each call at zero unless it is given a state.
 */
final class MemoryRules {
    private MemoryRules() {}

    static void addTo(final Map<String, Rule> rules) {
        rules.put("LSTM", of -> new Sequence(of, List.of("Sigmoid", "Tanh", "Tanh"), 4).run(RecurrentCell::lstm));
        rules.put(
                "GRU",
                of -> new Sequence(of, List.of("Sigmoid", "Tanh"), 3)
                        .run(of.whole("linear_before_reset", 0) == 0 ? RecurrentCell::gruOfReset : RecurrentCell::gru));
        rules.put("RNN", of -> new Sequence(of, List.of("Tanh"), 1).run(RecurrentCell::plain));
    }

    /** The next state from what the inputs contribute to all gates, and the last state. */
    private interface Step {
        List<Value> next(RecurrentCell cell, Value drive, List<Value> state);
    }

    /** Weights and states of a node. */
    private static final class Sequence {
        private final Operands of;
        private final int gates;
        private final int units;
        private final int length;
        private final double[] in;
        private final double[] inner;
        private final double[] innerBias;
        private final double[] bias;

        Sequence(final Operands of, final List<String> functions, final int gates) {
            this.of = of;
            this.gates = gates;
            final OnnxGraph.Attribute given = of.attribute("activations");
            of.require(
                    given == null || given.texts.equals(functions),
                    "has activations other than " + String.join(", ", functions));
            of.require(of.text("direction", "forward").equals("forward"), "has a direction other than forward");
            of.require(!of.has("clip"), "has clip");
            of.require(of.whole("input_forget", 0) == 0, "has input_forget, expected 0");
            of.require(of.whole("layout", 0) == 0, "has layout 1, expected 0");
            of.require(!of.has(7), "has peepholes");
            final Value x = of.value(0);
            final Value r = of.value(2);
            of.require(x.rank() == 3 && r.rank() == 3 && of.value(1).rank() == 3, "has values without 3 dimensions");
            of.require(x.dimension(1) == 1, "has a batch of %d, expected 1".formatted(x.dimension(1)));
            length = x.dimension(0);
            units = r.dimension(2);
            final int inputs = x.dimension(2);
            final int rows = gates * units;
            of.require(
                    length > 0
                            && units > 0
                            && inputs > 0
                            && Arrays.equals(of.value(1).shape(), new int[] {1, rows, inputs})
                            && Arrays.equals(r.shape(), new int[] {1, rows, units}),
                    "has weights whose shapes disagree");
            in = columns(of.constant(1), rows, inputs);
            inner = columns(of.constant(2), rows, units);
            final double[] both = of.has(3) ? of.constant(3) : new double[2 * rows];
            of.require(
                    both.length == 2 * rows, "has a bias of %d values, expected %d".formatted(both.length, 2 * rows));
            bias = Arrays.copyOf(both, rows);
            innerBias = Arrays.copyOfRange(both, rows, 2 * rows);
            if (of.has(4)) {
                final double[] lengths = of.constant(4);
                of.require(lengths.length == 1 && lengths[0] == length, "has sequence lengths");
            }
        }

        private static double[] columns(final double[] values, final int rows, final int cols) {
            final double[] turned = new double[values.length];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = values[i % rows * cols + i / rows];
            }
            return turned;
        }

        List<Value> run(final Step step) {
            List<Value> state = new ArrayList<>(List.of(initial(5)));
            if (gates == 4) {
                state.add(initial(6));
            }
            final Value x = of.value(0);
            final Value drives = of.graph.affine(x.reshaped(length, x.dimension(2)), in, bias);
            final List<Value> all = new ArrayList<>();
            final RecurrentCell cell = new RecurrentCell(of.graph, units, inner, innerBias);
            final int[] row = {1, gates * units};
            for (int k = 0; k < length; k++) {
                state = step.next(cell, of.graph.walked(drives, k * row[1], row, 0, 1), state);
                all.add(state.getFirst());
            }
            final List<Value> results = new ArrayList<>();
            results.add(of.graph.joined(all, length, 1, 1, units));
            state.forEach(value -> results.add(value.reshaped(1, 1, units)));
            return results;
        }

        private Value initial(final int input) {
            final boolean given = of.has(input) && !of.value(input).isConstant();
            of.require(given || length > 1, "gets no state from an input: the model would forget between two calls");
            if (!of.has(input)) {
                return of.graph.filled(0, 1, units);
            }
            of.require(
                    of.value(input).size() == units,
                    "has a state of %d values".formatted(of.value(input).size()));
            return of.value(input).reshaped(1, units);
        }
    }
}
