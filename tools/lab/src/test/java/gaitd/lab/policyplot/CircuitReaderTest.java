package gaitd.lab.policyplot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.policyplot.Circuit.Layer;
import gaitd.lab.policyplot.Circuit.Node;
import gaitd.lab.policyplot.Circuit.Source;
import gaitd.lab.policyplot.Circuit.Synapse;
import gaitd.policies.bundle.Bundle;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitReaderTest {
    private static List<String> layers(final Circuit circuit) {
        return circuit.layers().stream()
                .map(layer -> layer.name() + " " + layer.nodes().size())
                .toList();
    }

    private static Synapse synapse(final Circuit circuit, final String from, final String to) {
        final List<String> names = circuit.nodes().stream().map(Node::name).toList();
        return circuit.synapses().stream()
                .filter(s -> s.from() == names.indexOf(from) && s.to() == names.lastIndexOf(to))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCircuitPolicyShowsItsLayersByItsMasks() {
        final Circuit circuit = CircuitReader.read(Bundles.circuit());
        assertEquals(List.of("observations 7", "inter 3", "command 2", "motor 4"), layers(circuit));
        assertEquals(7 * 3 + 3 * 2 + 2 * 2 + 2 * 4, circuit.synapses().size());
        final Layer command = circuit.layers().get(2);
        assertTrue(circuit.isRecurrent(command));
        assertFalse(circuit.isRecurrent(circuit.layers().get(1)));
        assertEquals(4, command.nodes().getFirst().at());
        assertEquals(
                List.of("FR", "FL", "RR", "RL"),
                circuit.layers().get(3).nodes().stream().map(Node::name).toList());
    }

    @Test
    void aConductanceSynapseWeighsStrengthTimesReversal() {
        final Bundle bundle = Bundles.circuit();
        final Synapse synapse = synapse(CircuitReader.read(bundle), "inter 1", "command 0");
        final int at = 7 * Bundles.UNITS + 4;
        final double w = bundle.tensors().get("rnn_cell.w").value(at);
        assertEquals(
                Math.log1p(Math.exp(w)) * bundle.tensors().get("rnn_cell.erev").value(at), synapse.weight(), 1e-12);
    }

    @Test
    void timeConstantsAreInSeconds() {
        final Bundle bundle = Bundles.circuit();
        final double cm =
                Math.log1p(Math.exp(bundle.tensors().get("rnn_cell.cm").value(6)));
        final double leak =
                Math.log1p(Math.exp(bundle.tensors().get("rnn_cell.gleak").value(6)));
        final Node inter = CircuitReader.read(bundle).layers().get(1).nodes().getFirst();
        assertEquals(cm / leak / (Bundles.POLICY_HZ * 0.5), inter.time().seconds(), 1e-12);
        final Circuit ode = CircuitReader.read(Bundles.ode());
        assertEquals(0.15, ode.layers().get(1).nodes().get(2).time().seconds(), 1e-12);
        final Bundle pure = Bundles.pureCfc();
        assertEquals(
                1
                        / (Bundles.POLICY_HZ
                                * Math.abs(pure.tensors().get("rnn_cell.w_tau").value(3))),
                CircuitReader.read(pure).layers().get(1).nodes().get(3).time().seconds(),
                1e-12);
    }

    @Test
    void aCtGruShowsWhatDetectsEvents() {
        final Bundle bundle = Bundles.ctGru();
        final Circuit circuit = CircuitReader.read(bundle);
        assertEquals(List.of("observations 7", "CT-GRU 6", "actions 4"), layers(circuit));
        assertEquals((7 + 6) * 6 + 6 * 4, circuit.synapses().size());
        assertEquals(
                bundle.tensors().get("detect.weight").value((7 + 2) * 6 + 3),
                circuit.synapses().stream()
                        .filter(synapse -> synapse.from() == 7 + 2 && synapse.to() == 7 + 3)
                        .findFirst()
                        .orElseThrow()
                        .weight());
    }

    @Test
    void anyOtherWiringIsOneGroupLinkedWithItsOutputs() {
        final Circuit circuit = CircuitReader.read(Bundles.full());
        assertEquals(List.of("observations 7", "neuron 9", "actions 4"), layers(circuit));
        assertTrue(synapse(circuit, "neuron 2", "RR").isLink());
        assertEquals(16 * 9, circuit.weighted().size());
    }

    @Test
    void closedFormLayersAreRecurrentAndWeighedHalfOpen() {
        final Bundle bundle = Bundles.wiredCfc();
        final Circuit circuit = CircuitReader.read(bundle);
        assertEquals(List.of("observations 7", "inter 5", "command 3", "motor 4"), layers(circuit));
        final double ff1 = bundle.tensors().get("rnn_cell.layer_1.ff1.weight").value(8 + 4);
        final double ff2 = bundle.tensors().get("rnn_cell.layer_1.ff2.weight").value(8 + 4);
        assertEquals((ff1 + ff2) / 2, synapse(circuit, "inter 4", "command 1").weight(), 1e-12);
        assertEquals(8, circuit.layers().get(3).nodes().getFirst().at());
    }

    @Test
    void aBackboneIsMultipliedIntoTheWeights() {
        final Bundle bundle = Bundles.pureCfc();
        double weight = 0;
        for (int k = 0; k < 6; k++) {
            weight += bundle.tensors().get("rnn_cell.ff1.weight").value(5 * 6 + k)
                    * bundle.tensors().get("rnn_cell.backbone.0.weight").value(k * 17 + 1);
        }
        final Circuit circuit = CircuitReader.read(bundle);
        assertEquals(weight, synapse(circuit, "left", "neuron 5").weight(), 1e-12);
        assertEquals(List.of("observations 7", "neurons 10", "actions 4"), layers(circuit));
    }

    @Test
    void memoriesShowTheirProposedValueAndDenseLayersTheirWeights() {
        final Bundle lstm = Bundles.lstm();
        final Circuit memory = CircuitReader.read(lstm);
        assertEquals(List.of("observations 7", "LSTM 4", "actions 4"), layers(memory));
        assertEquals(
                lstm.tensors().get("0.weight_hh").value((2 * 4 + 3) * 4 + 1),
                synapse(memory, "LSTM 1", "LSTM 3").weight(),
                1e-12);
        final Bundle mlp = Bundles.mlp();
        final Circuit dense = CircuitReader.read(mlp);
        assertEquals(List.of("observations 7", "dense 0 60", "actions 4"), layers(dense));
        assertEquals(
                mlp.tensors().get("1.weight").value(60 + 59),
                synapse(dense, "dense 0: 59", "FL").weight(),
                1e-12);
    }

    @Test
    void aGraphShowsItsStateAndTheSlopesAtRest() {
        final Bundle bundle = Bundles.graph();
        final Circuit circuit = CircuitReader.read(bundle);
        assertEquals(List.of("observations 7", "state 2", "actions 4"), layers(circuit));
        final double bias = Math.tanh(bundle.tensors().get("w.bias").value(5));
        assertEquals(
                bundle.tensors().get("w.weight").value(7 * 6 + 5) * (1 - bias * bias),
                synapse(circuit, "state 0", "state 1").weight(),
                1e-6);
        final double action = Math.tanh(bundle.tensors().get("w.bias").value(2));
        assertEquals(
                bundle.tensors().get("w.weight").value(3 * 6 + 2) * (1 - action * action),
                circuit.synapses().stream()
                        .filter(synapse -> synapse.from() == 3 && synapse.to() == 9 + 2)
                        .findFirst()
                        .orElseThrow()
                        .weight(),
                1e-6);
    }

    @Test
    void withoutHiddenNeuronsTheOutputsAreLookedAt() {
        final Circuit circuit = CircuitReader.read(Bundles.single());
        assertEquals(
                Source.OUTPUT, circuit.neurons().getFirst().nodes().getFirst().source());
    }
}
