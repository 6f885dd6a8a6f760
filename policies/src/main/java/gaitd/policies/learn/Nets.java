package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LayersFacts.Layer;
import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.equilibrium.LayeredEnergy;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Makes the networks of a {@link NetPlan}: cells of this project with a linear readout. */
public final class Nets {
    private Nets() {}

    /**
     * A network.
     *
     * @param plan what it is
     * @param inputs input size
     * @param outputs output size
     * @return ready to be trained
     */
    public static Net of(final NetPlan plan, final int inputs, final int outputs) {
        final int units = plan.hidden().getFirst();
        return switch (plan.kind()) {
            case MLP -> {
                final int[] sizes = sizes(plan, inputs, outputs);
                yield cell(plan, new MlpSpec(Activation.TANH, sizes), layers(sizes));
            }
            case LTC -> ode(plan, liquid(plan, inputs, units, outputs), null);
            case ENERGY -> {
                final int[] layers =
                        plan.hidden().stream().mapToInt(Integer::intValue).toArray();
                yield ode(
                        plan,
                        LayeredEnergy.spec(inputs, layers, outputs, plan.subSteps()),
                        LayeredEnergy.readout(layers, outputs));
            }
            case CTRNN -> ode(plan, full(plan, OdeKind.CT_RNN, inputs, outputs, Scheme.SEMI_IMPLICIT), null);
            case NODE -> ode(plan, full(plan, OdeKind.NEURAL_ODE, inputs, outputs, Scheme.RK4), null);
            case RNNODE -> ode(plan, full(plan, OdeKind.RNN_ODE, inputs, outputs, Scheme.RK4), null);
            case LSTM ->
                cell(
                        plan,
                        new ProjectedSpec(new LstmSpec(inputs, units), outputs),
                        memory(LayersFacts.Type.LSTM, inputs, units, outputs));
            case GRU ->
                cell(
                        plan,
                        new ProjectedSpec(new GruSpec(inputs, units), outputs),
                        memory(LayersFacts.Type.GRU, inputs, units, outputs));
            case CFC -> cell(plan, new ProjectedSpec(closed(inputs, units), outputs), closed(inputs, units, outputs));
        };
    }

    private static Net cell(final NetPlan plan, final CellSpec spec, final CellFacts facts) {
        return new CellNet(plan, spec, null, facts);
    }

    private static Net ode(final NetPlan plan, final OdeSpec spec, final Synapses readout) {
        final boolean sparse = plan.kind() == NetKind.ENERGY;
        final OdeFacts facts = new OdeFacts(
                spec.kind(),
                spec.gate(),
                spec.sensory().sources(),
                spec.inner().targets(),
                spec.outputs(),
                sparse,
                spec.scheme(),
                spec.subSteps(),
                plan.subSteps() * plan.stepSize());
        return new CellNet(plan, spec, readout, facts);
    }

    private static OdeSpec liquid(final NetPlan plan, final int inputs, final int units, final int outputs) {
        return new OdeSpec(
                OdeKind.LTC,
                Activation.SIGMOID,
                Synapses.full(inputs, units),
                Synapses.full(units, units),
                outputs,
                Scheme.SEMI_IMPLICIT,
                plan.subSteps());
    }

    private static OdeSpec full(
            final NetPlan plan, final OdeKind kind, final int inputs, final int outputs, final Scheme scheme) {
        return OdeSpec.full(kind, inputs, plan.hidden().getFirst(), outputs, scheme, plan.subSteps());
    }

    private static CfcSpec closed(final int inputs, final int units) {
        return new CfcSpec(inputs, units, CfcSpec.Mode.DEFAULT, 1, units, Activation.LECUN_TANH);
    }

    private static CellFacts closed(final int inputs, final int units, final int outputs) {
        return new CfcFacts(
                inputs,
                units,
                outputs,
                CfcSpec.Mode.DEFAULT,
                List.of(),
                1,
                units,
                Activation.LECUN_TANH,
                false,
                true,
                false,
                1);
    }

    private static int[] sizes(final NetPlan plan, final int inputs, final int outputs) {
        final int[] sizes = new int[plan.hidden().size() + 2];
        sizes[0] = inputs;
        for (int i = 0; i < plan.hidden().size(); i++) {
            sizes[i + 1] = plan.hidden().get(i);
        }
        sizes[sizes.length - 1] = outputs;
        return sizes;
    }

    private static CellFacts layers(final int[] sizes) {
        final List<Layer> layers = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            final boolean last = i + 2 == sizes.length;
            layers.add(new Layer(
                    LayersFacts.Type.DENSE, sizes[i], sizes[i + 1], last ? Activation.IDENTITY : Activation.TANH));
        }
        return new LayersFacts(layers);
    }

    private static CellFacts memory(final LayersFacts.Type type, final int inputs, final int units, final int outputs) {
        return new LayersFacts(List.of(
                new Layer(type, inputs, units, Activation.IDENTITY),
                new Layer(LayersFacts.Type.DENSE, units, outputs, Activation.IDENTITY)));
    }
}
