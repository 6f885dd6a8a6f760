package gaitd.lab.policyplot;

import gaitd.policies.bundle.CtGruFacts;

/**
 * Circuit of a CT-GRU. Only the detection layer of its three is drawn; a unit shows its trace of the shortest time
 * scale, and its time constant is measured.
 */
final class CtGruCircuit {
    private CtGruCircuit() {}

    static Circuit read(final CircuitReader reader, final CtGruFacts facts) {
        final int units = facts.units();
        final int first =
                reader.circuit.add("CT-GRU", CircuitReader.neurons("CT-GRU", units, 0, i -> NodeTime.MEASURED));
        connect(reader, "detect.weight", 0, 0, facts.inputs(), first, units);
        connect(reader, "detect.weight", facts.inputs(), first, units, first, units);
        if (facts.readout() == 0) {
            reader.addLinkedOutputs(first);
        } else {
            connect(reader, "Wout", 0, first, units, reader.addOutputs(), facts.readout());
        }
        return reader.circuit.build("weights of units: those that detect events");
    }

    /** Adds the synapses of a matrix with one row a source. */
    private static void connect(
            final CircuitReader reader,
            final String matrix,
            final int firstRow,
            final int from,
            final int sources,
            final int to,
            final int targets) {
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                reader.circuit.connect(from + i, to + j, reader.tensor(matrix).value((firstRow + i) * targets + j));
            }
        }
    }
}
