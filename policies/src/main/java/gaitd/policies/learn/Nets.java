package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.CtGruFacts;
import gaitd.policies.bundle.LayersFacts;
import gaitd.policies.bundle.LayersFacts.Layer;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.kernel.Activation;
import java.util.ArrayList;
import java.util.List;

/** Makes the networks of a {@link NetPlan}: cells of this project with a linear readout. */
public final class Nets {
    /** Time scales from one policy step to 316. */
    private static final int SCALES = 6;

    private Nets() {}

    /**
     * A network.
     *
     * @param plan what it is
     * @param inputs input size
     * @param outputs output size
     * @return ready to be trained
     * @throws IllegalArgumentException in one line when it has too few neurons for its outputs
     */
    public static Net of(final NetPlan plan, final int inputs, final int outputs) {
        final int units = plan.hidden().getFirst();
        return new CellNet(
                plan,
                switch (plan.kind()) {
                    case MLP -> dense(plan, inputs, outputs);
                    case LTC, ENERGY, CTRNN, NODE, RNNODE -> OdeDesigns.of(plan, inputs, outputs);
                    case NCPS_LTC, CFC, CFC_NO_GATE, CFC_PURE -> NcpsDesigns.of(plan, inputs, outputs);
                    case LSTM -> memory(LayersFacts.Type.LSTM, new LstmSpec(inputs, units), inputs, units, outputs);
                    case GRU -> memory(LayersFacts.Type.GRU, new GruSpec(inputs, units), inputs, units, outputs);
                    case CT_GRU ->
                        CellDesign.full(
                                new ProjectedSpec(new CtGruSpec(inputs, units, SCALES, 1), outputs),
                                new CtGruFacts(inputs, units, SCALES, 1, outputs, 1));
                });
    }

    private static CellDesign dense(final NetPlan plan, final int inputs, final int outputs) {
        final int[] sizes = new int[plan.hidden().size() + 2];
        sizes[0] = inputs;
        for (int i = 0; i < plan.hidden().size(); i++) {
            sizes[i + 1] = plan.hidden().get(i);
        }
        sizes[sizes.length - 1] = outputs;
        return CellDesign.full(new MlpSpec(Activation.TANH, sizes), layers(sizes));
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

    private static CellDesign memory(
            final LayersFacts.Type type, final CellSpec cell, final int inputs, final int units, final int outputs) {
        return CellDesign.full(
                new ProjectedSpec(cell, outputs),
                new LayersFacts(List.of(
                        new Layer(type, inputs, units, Activation.IDENTITY),
                        new Layer(LayersFacts.Type.DENSE, units, outputs, Activation.IDENTITY))));
    }
}
