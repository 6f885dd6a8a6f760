package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Source;
import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.CfcSpec.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Circuit of a closed-form cell: a synapse's weight is that with the time gate half open, (ff1 + ff2) / 2, or ff1 + ff2
 * / 2 without the complementary gate, or ff1 in the pure form, whose neurons have the time constant 1 / |w_tau|.
 *
 * <p>A backbone stands between: then the first layer's weights lead to it, the heads' from its last layer to the
 * neurons.
 */
final class ClosedFormCircuit {
    private static final String[] WIRED_LAYERS = {"inter", "command", "motor"};
    private static final String CELL = "rnn_cell.";

    private final CircuitReader reader;
    private final CfcFacts facts;

    ClosedFormCircuit(final CircuitReader reader, final CfcFacts facts) {
        this.reader = reader;
        this.facts = facts;
    }

    Circuit read() {
        final int last = facts.wired() ? wired() : single();
        if (facts.projection()) {
            reader.connectRows(reader.tensor("fc.weight"), 0, last, reader.addOutputs(), facts.outputs());
        } else if (!facts.wired()) {
            reader.addLinkedOutputs(last);
        }
        final List<String> notes = new ArrayList<>();
        notes.add("weight: "
                + switch (facts.mode()) {
                    case DEFAULT -> "(ff1 + ff2) / 2";
                    case NO_GATE -> "ff1 + ff2 / 2";
                    case PURE -> "ff1";
                });
        if (facts.backboneLayers() > 0) {
            notes.add("times the backbone's weights");
        }
        if (facts.mixedMemory()) {
            notes.add("the memory cell in front is not drawn");
        }
        return reader.circuit.build(String.join("; ", notes));
    }

    private int wired() {
        int before = 0;
        int inputs = facts.inputs();
        int at = 0;
        for (int k = 0; k < WIRED_LAYERS.length; k++) {
            final int size = facts.layerSizes().get(k);
            final String prefix = CELL + "layer_" + k + ".";
            final boolean outputs = k == WIRED_LAYERS.length - 1 && !facts.projection();
            final int first = reader.circuit.add(
                    WIRED_LAYERS[k],
                    outputs
                            ? CircuitReader.nodes(reader.actions(), Source.HIDDEN, at, i -> time(prefix, i))
                            : CircuitReader.neurons(WIRED_LAYERS[k], size, at, i -> time(prefix, i)));
            final double[] heads = heads(prefix);
            final Tensor mask = reader.tensor(prefix + "sparsity_mask");
            connect(heads, mask, size, before, inputs, first);
            before = first;
            inputs = size;
            at += size;
        }
        return before;
    }

    private int single() {
        final int neurons =
                reader.circuit.add("neurons", CircuitReader.neurons("neuron", facts.units(), 0, i -> time(CELL, i)));
        double[] weights = heads(CELL);
        int width = facts.backboneLayers() == 0 ? facts.inputs() + facts.units() : facts.backboneUnits();
        for (int k = facts.backboneLayers() - 1; k >= 0; k--) {
            final Tensor layer = reader.tensor(CELL + "backbone." + facts.backboneIndex(k) + ".weight");
            weights = product(weights, facts.units(), width, layer);
            width = layer.shape()[1];
        }
        connect(weights, null, facts.units(), 0, facts.inputs(), neurons);
        return neurons;
    }

    /** Sources are the inputs, or the layer before, and then the layer itself. */
    private void connect(
            final double[] weights,
            final Tensor mask,
            final int targets,
            final int before,
            final int inputs,
            final int first) {
        final int sources = inputs + targets;
        for (int k = 0; k < weights.length; k++) {
            if (mask == null || mask.value(k) != 0) {
                final int source = k % sources;
                final int from = source < inputs ? before + source : first + source - inputs;
                reader.circuit.connect(from, first + k / sources, weights[k]);
            }
        }
    }

    private double[] heads(final String prefix) {
        final double[] weights = reader.tensor(prefix + "ff1.weight").values();
        if (facts.mode() != Mode.PURE) {
            final Tensor other = reader.tensor(prefix + "ff2.weight");
            final double share = facts.mode() == Mode.DEFAULT ? 0.5 : 1;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = share * weights[i] + other.value(i) / 2;
            }
        }
        return weights;
    }

    private static double[] product(final double[] rows, final int count, final int width, final Tensor layer) {
        final int sources = layer.shape()[1];
        final double[] out = new double[count * sources];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < width; k++) {
                for (int j = 0; j < sources; j++) {
                    out[i * sources + j] += rows[i * width + k] * layer.value(k * sources + j);
                }
            }
        }
        return out;
    }

    private NodeTime time(final String prefix, final int neuron) {
        return reader.has(prefix + "w_tau")
                ? NodeTime.of(
                        reader.unitS / Math.abs(reader.tensor(prefix + "w_tau").value(neuron)))
                : NodeTime.MEASURED;
    }
}
