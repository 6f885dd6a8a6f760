package gaitd.lab.policyplot;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.CtGruFacts;
import gaitd.policies.bundle.GraphFacts;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LtcFacts;
import gaitd.policies.bundle.OdeFacts;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Common data of all pictures of one policy.
 *
 * @param name of the policy
 * @param summary its cell and sizes, one line
 * @param circuit its wiring
 * @param run its recorded run
 * @param observations names of the inputs
 * @param actions names of the outputs
 */
record PlottedPolicy(
        String name, String summary, Circuit circuit, PolicyRun run, SignalNames observations, SignalNames actions) {
    static PlottedPolicy of(final Bundle bundle, final PolicyRun run) {
        final CellFacts cell = bundle.manifest().cell();
        final Circuit circuit = CircuitReader.read(bundle);
        final int neurons = circuit.nodes().size() - cell.inputs();
        final boolean ownOutputs = circuit.layers().getLast().nodes().getFirst().source() == Circuit.Source.OUTPUT;
        return new PlottedPolicy(
                bundle.manifest().name(),
                "%s, %d inputs, %d neurons, %d outputs"
                        .formatted(
                                kind(cell), cell.inputs(), neurons - (ownOutputs ? cell.outputs() : 0), cell.outputs()),
                circuit,
                run,
                SignalNames.observations(bundle.manifest()),
                SignalNames.actions(bundle.manifest()));
    }

    private static String kind(final CellFacts cell) {
        return switch (cell) {
            case LtcFacts ltc -> "conductance LTC, " + ltc.unfolds() + " unfolds";
            case CfcFacts cfc -> "CfC, " + word(cfc.mode()) + (cfc.wired() ? ", wired" : "");
            case OdeFacts ode -> word(ode.equation()) + ", " + word(ode.scheme());
            case CtGruFacts gru -> "CT-GRU, " + gru.scales() + " time scales";
            case GraphFacts graph ->
                "graph of %d steps".formatted(graph.plan().steps().size());
            case LayersFacts layers ->
                layers.layers().stream().map(layer -> word(layer.type())).collect(Collectors.joining(", "));
        };
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
