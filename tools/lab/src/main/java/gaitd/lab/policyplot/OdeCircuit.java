package gaitd.lab.policyplot;

import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.OdeKind;

/** Circuit of a continuous-time cell: weights Win, W and Wout, time constants tau where the equation has them. */
final class OdeCircuit {
    private OdeCircuit() {}

    static Circuit read(final CircuitReader reader, final OdeFacts facts) {
        final int neurons = reader.circuit.add(
                "neurons", CircuitReader.neurons("neuron", facts.units(), 0, i -> time(reader, facts, i)));
        connect(reader, "Win", facts.sparse() ? "sensory_mask" : null, 0, neurons);
        connect(reader, "W", facts.sparse() ? "mask" : null, neurons, neurons);
        if (facts.readout() == 0) {
            reader.addLinkedOutputs(neurons);
        } else {
            connect(reader, "Wout", null, neurons, reader.addOutputs());
        }
        return reader.circuit.build("");
    }

    private static NodeTime time(final CircuitReader reader, final OdeFacts facts, final int neuron) {
        if (facts.equation() == OdeKind.NEURAL_ODE) {
            return NodeTime.NONE;
        }
        return reader.has("tau") ? NodeTime.of(reader.tensor("tau").value(neuron) * reader.unitS) : NodeTime.MEASURED;
    }

    /** One row a source. */
    private static void connect(
            final CircuitReader reader, final String name, final String maskName, final int from, final int to) {
        final Tensor matrix = reader.tensor(name);
        final int targets = matrix.shape()[1];
        for (int k = 0; k < matrix.size(); k++) {
            if (maskName == null || reader.tensor(maskName).value(k) != 0) {
                reader.circuit.connect(from + k / targets, to + k % targets, matrix.value(k));
            }
        }
    }
}
