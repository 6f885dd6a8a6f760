package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Node;
import gaitd.lab.policyplot.Circuit.Source;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.CtGruFacts;
import gaitd.policies.bundle.GraphFacts;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LtcFacts;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.bundle.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Common part of the readers of all kinds of cells: tensors, inputs, outputs, time. */
final class CircuitReader {
    /** The circuit being built. */
    final Circuit.Builder circuit = new Circuit.Builder();
    /** Seconds in one of the cell's units of time. */
    final double unitS;

    private final Bundle bundle;

    private CircuitReader(final Bundle bundle) {
        this.bundle = bundle;
        final Manifest manifest = bundle.manifest();
        unitS = 1 / (manifest.policyHz() * manifest.cell().elapsedPerStep());
    }

    /**
     * The circuit of a bundle.
     *
     * @param bundle the policy
     * @return its neurons and synapses
     */
    static Circuit read(final Bundle bundle) {
        final CircuitReader reader = new CircuitReader(bundle);
        reader.circuit.add(
                "observations",
                nodes(SignalNames.observations(bundle.manifest()).names(), Source.INPUT, 0, at -> NodeTime.NONE));
        return switch (bundle.manifest().cell()) {
            case LtcFacts facts -> new ConductanceCircuit(reader, facts).read();
            case CfcFacts facts -> new ClosedFormCircuit(reader, facts).read();
            case OdeFacts facts -> OdeCircuit.read(reader, facts);
            case CtGruFacts facts -> CtGruCircuit.read(reader, facts);
            case LayersFacts facts -> LayersCircuit.read(reader, facts);
            case GraphFacts facts -> GraphCircuit.read(reader, facts);
        };
    }

    /** A tensor that every checked bundle has. */
    Tensor tensor(final String name) {
        return bundle.tensors().get(name);
    }

    boolean has(final String name) {
        return bundle.tensors().has(name);
    }

    /** Nodes of a layer whose values lie one behind the other. */
    static List<Node> nodes(
            final List<String> names, final Source source, final int first, final IntFunction<NodeTime> time) {
        final List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            nodes.add(new Node(names.get(i), source, first + i, time.apply(i)));
        }
        return nodes;
    }

    /** Neurons with a number behind the layer's name. */
    static List<Node> neurons(final String layer, final int count, final int first, final IntFunction<NodeTime> time) {
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(layer + " " + i);
        }
        return nodes(names, Source.HIDDEN, first, time);
    }

    /** Names of the actions. */
    List<String> actions() {
        return SignalNames.actions(bundle.manifest()).names();
    }

    /** Adds the outputs as a layer of their own and returns its first number. */
    int addOutputs() {
        return circuit.add("actions", nodes(actions(), Source.OUTPUT, 0, at -> NodeTime.NONE));
    }

    /** Adds outputs that are neurons as they are. */
    void addLinkedOutputs(final int firstNeuron) {
        final int first = addOutputs();
        for (int i = 0; i < actions().size(); i++) {
            circuit.connect(firstNeuron + i, first + i, Double.NaN);
        }
    }

    /** Adds all synapses of a matrix with one row a target. */
    void connectRows(final Tensor matrix, final int firstRow, final int from, final int to, final int targets) {
        final int sources = matrix.shape()[1];
        for (int target = 0; target < targets; target++) {
            for (int source = 0; source < sources; source++) {
                circuit.connect(from + source, to + target, matrix.value((firstRow + target) * sources + source));
            }
        }
    }
}
