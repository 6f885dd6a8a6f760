package gaitd.policies.cell;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import gaitd.policies.wiring.CircuitSpec;
import gaitd.policies.wiring.Wiring;
import java.util.List;
import java.util.Random;

/** One specification of every cell and variant, and weights that suit it. */
final class AllCells {
    private AllCells() {}

    static List<CellSpec> specs() {
        final Wiring circuit = CircuitSpec.auto(5, 16, 3, 0.5).wiring(7);
        return List.of(
                OdeSpec.full(OdeKind.LTC, 4, 16, 2, Scheme.SEMI_IMPLICIT, 6),
                new OdeSpec(OdeKind.LTC, Activation.SIGMOID, circuit.sensory(), circuit.inner(), 0, Scheme.RK4, 2),
                OdeSpec.full(OdeKind.CT_RNN, 3, 8, 2, Scheme.EXPLICIT_EULER, 3),
                OdeSpec.full(OdeKind.CT_RNN, 3, 8, 2, Scheme.SEMI_IMPLICIT, 3),
                OdeSpec.full(OdeKind.RNN_ODE, 3, 8, 0, Scheme.SEMI_IMPLICIT, 3),
                OdeSpec.full(OdeKind.NEURAL_ODE, 3, 8, 0, Scheme.RK4, 3),
                OdeSpec.full(OdeKind.LTC, 3, 8, 2, Scheme.DORMAND_PRINCE, 1),
                conductance(circuit),
                new MixedMemorySpec(conductance(Wiring.full(5, 9, 3, 1))),
                new ProjectedSpec(new CfcSpec(6, 12, CfcSpec.Mode.DEFAULT, 2, 16, Activation.SILU), 5),
                new CfcSpec(6, 12, CfcSpec.Mode.NO_GATE, 1, 32, Activation.GELU),
                new MixedMemorySpec(new CfcSpec(6, 17, CfcSpec.Mode.PURE, 0, 0, Activation.RELU)),
                new WiredCfcSpec(CfcSpec.Mode.DEFAULT, Synapses.full(9, 5), half(7, 2), Synapses.full(3, 1)),
                new LstmSpec(5, 8),
                new GruSpec(5, 8),
                new CtGruSpec(5, 8, 8, 1),
                new MlpSpec(Activation.ELU, 5, 17, 3));
    }

    private static CellSpec conductance(final Wiring wiring) {
        return new ConductanceSpec(
                wiring.sensory(),
                wiring.inner(),
                wiring.outputs(),
                ConductanceSpec.DEFAULT_UNFOLDS,
                ConductanceSpec.DEFAULT_EPSILON,
                true,
                Mapping.AFFINE,
                Mapping.LINEAR);
    }

    private static Synapses half(final int sources, final int targets) {
        final boolean[] mask = new boolean[sources * targets];
        for (int i = 0; i < mask.length; i += 2) {
            mask[i] = true;
        }
        return Synapses.of(mask, sources, targets);
    }

    /** Small numbers; time constants from 0.2 to 0.8. */
    static double[] parameters(final ParameterLayout layout, final Random random) {
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            for (int k = slice.offset(); k < slice.offset() + slice.size(); k++) {
                parameters[k] = slice.name().equals("tau")
                        ? 0.2 + 0.6 * random.nextDouble()
                        : (float) (0.8 * random.nextDouble() - 0.4);
            }
        }
        return parameters;
    }
}
