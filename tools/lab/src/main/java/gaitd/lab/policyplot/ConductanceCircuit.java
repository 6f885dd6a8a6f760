package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Node;
import gaitd.lab.policyplot.Circuit.Source;
import gaitd.policies.bundle.LtcFacts;
import gaitd.policies.bundle.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Circuit of a conductance LTC: a synapse weighs w erev, a neuron at rest has the time constant cm / gleak.
 *
 * <p>A neural circuit policy shows in its masks: inputs reach some neurons, none of them motor. Then those are inter neurons, the
 * others command neurons. Any other wiring is one group of neurons.
 */
final class ConductanceCircuit {
    private static final String CELL = "rnn_cell.";

    private final CircuitReader reader;
    private final LtcFacts facts;
    private final int[] number;

    ConductanceCircuit(final CircuitReader reader, final LtcFacts facts) {
        this.reader = reader;
        this.facts = facts;
        number = new int[facts.units()];
    }

    Circuit read() {
        final boolean[] sensed = new boolean[facts.units()];
        final Tensor mask = reader.tensor(CELL + "sensory_sparsity_mask");
        for (int i = 0; i < mask.size(); i++) {
            sensed[i % facts.units()] |= mask.value(i) != 0;
        }
        final List<Integer> motor = new ArrayList<>();
        final List<Integer> command = new ArrayList<>();
        final List<Integer> inter = new ArrayList<>();
        boolean layered = true;
        for (int i = 0; i < facts.units(); i++) {
            final boolean isMotor = i < facts.outputs();
            (isMotor ? motor : sensed[i] ? inter : command).add(i);
            layered &= !(isMotor && sensed[i]);
        }
        layered &= !inter.isEmpty() && !command.isEmpty();
        if (layered) {
            add("inter", inter);
            add("command", command);
            addMotor(motor);
        } else {
            final List<Integer> all = new ArrayList<>(motor);
            all.addAll(inter);
            all.addAll(command);
            all.sort(null);
            add("neuron", all);
            reader.addLinkedOutputs(number[0]);
        }
        connect("sensory_", facts.inputs(), true);
        connect("", facts.units(), false);
        return reader.circuit.build(
                "weight: w \u00d7 erev" + (facts.mixedMemory() ? "; the memory cell in front is not drawn" : ""));
    }

    private void add(final String layer, final List<Integer> members) {
        final List<Node> nodes = new ArrayList<>();
        for (final int member : members) {
            nodes.add(new Node(layer + " " + nodes.size(), Source.HIDDEN, member, time(member)));
        }
        place(members, reader.circuit.add(layer, nodes));
    }

    private void addMotor(final List<Integer> members) {
        final List<Node> nodes = CircuitReader.nodes(reader.actions(), Source.HIDDEN, 0, this::time);
        place(members, reader.circuit.add("motor", nodes));
    }

    private void place(final List<Integer> members, final int first) {
        for (int i = 0; i < members.size(); i++) {
            number[members.get(i)] = first + i;
        }
    }

    private NodeTime time(final int neuron) {
        final double capacity = positive(reader.tensor(CELL + "cm").value(neuron));
        final double leak = positive(reader.tensor(CELL + "gleak").value(neuron));
        return NodeTime.of(capacity / leak * reader.unitS);
    }

    private double positive(final double parameter) {
        return facts.implicitParamConstraints() ? StrictMath.log1p(StrictMath.exp(parameter)) : parameter;
    }

    private void connect(final String prefix, final int sources, final boolean fromInputs) {
        final int[] from = fromInputs ? new int[sources] : number;
        if (fromInputs) {
            Arrays.setAll(from, i -> i);
        }
        final Tensor mask = reader.tensor(CELL + prefix + "sparsity_mask");
        final Tensor strength = reader.tensor(CELL + prefix + "w");
        final Tensor reversal = reader.tensor(CELL + prefix + "erev");
        for (int k = 0; k < mask.size(); k++) {
            if (mask.value(k) != 0) {
                reader.circuit.connect(
                        from[k / facts.units()],
                        number[k % facts.units()],
                        positive(strength.value(k)) * reversal.value(k));
            }
        }
    }
}
