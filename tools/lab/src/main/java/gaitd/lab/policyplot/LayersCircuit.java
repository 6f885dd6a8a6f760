package gaitd.lab.policyplot;

import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LayersFacts.Layer;

/**
 * Circuit of layers in a row. Of an LSTM or GRU the candidate's weights are drawn, g or n, the third block; time
 * constants of memories are measured.
 */
final class LayersCircuit {
    private static final int PROPOSAL = 2;

    private LayersCircuit() {}

    static Circuit read(final CircuitReader reader, final LayersFacts facts) {
        int before = 0;
        int at = 0;
        String note = "";
        for (int k = 0; k < facts.layers().size(); k++) {
            final Layer layer = facts.layers().get(k);
            final boolean last = k == facts.layers().size() - 1;
            final int size = layer.out();
            if (layer.type() == LayersFacts.Type.DENSE) {
                final int first = last
                        ? reader.addOutputs()
                        : reader.circuit.add(
                                "dense " + k, CircuitReader.neurons("dense " + k + ":", size, at, i -> NodeTime.NONE));
                reader.connectRows(reader.tensor(k + ".weight"), 0, before, first, size);
                before = first;
                at += size;
            } else {
                final String name = layer.type() == LayersFacts.Type.LSTM ? "LSTM" : "GRU";
                final int first =
                        reader.circuit.add(name, CircuitReader.neurons(name, size, at, i -> NodeTime.MEASURED));
                final int row = PROPOSAL * size;
                reader.connectRows(reader.tensor(k + ".weight_ih"), row, before, first, size);
                reader.connectRows(reader.tensor(k + ".weight_hh"), row, first, first, size);
                before = first;
                at += layer.type() == LayersFacts.Type.LSTM ? 2 * size : size;
                note = "weights of a memory: those of its proposed value";
                if (last) {
                    reader.addLinkedOutputs(first);
                }
            }
        }
        return reader.circuit.build(note);
    }
}
