package gaitd.policies.learn;

import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.equilibrium.EquilibriumGradient;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.equilibrium.Initial;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceGradient;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import java.util.random.RandomGenerator;

/** A cell of this project as a network to be trained. */
final class CellNet implements Net {
    private static final Kernels<float[]> KERNELS = FloatKernels.INSTANCE;
    private static final Initial SETTLING = new Initial(0.5, 1.5, 2, 0.1);

    private final NetPlan plan;
    private final CellDesign design;
    private final CellSpec spec;
    private final Cell<float[]> cell;
    private final InitialWeights initial;
    private final ParameterBounds bounds;
    private final TiedWeights ties;

    /**
     * A network of this cell.
     *
     * @param plan kind, gradient and sizes
     * @param design the cell
     */
    CellNet(final NetPlan plan, final CellDesign design) {
        this.plan = plan;
        this.design = design;
        spec = design.spec();
        cell = spec.cell(KERNELS);
        initial = new InitialWeights(this, design, readoutName());
        bounds = new ParameterBounds(layout());
        ties = spec instanceof OdeSpec ode && (isSymmetric() || design.readout() != null)
                ? new TiedWeights(ode, layout(), isSymmetric(), design.readout())
                : null;
    }

    /** Equilibrium propagation needs symmetric weights; a layered energy has them with any gradient. */
    private boolean isSymmetric() {
        return plan.rule() == Rule.EP || plan.kind() == NetKind.ENERGY;
    }

    private String readoutName() {
        return switch (plan.kind()) {
            case MLP -> plan.hidden().size() + ".weight";
            case LTC, ENERGY, CTRNN, NODE, RNNODE -> "Wout";
            case NCPS_LTC -> "output_w";
            case LSTM, GRU, CT_GRU, CFC, CFC_NO_GATE, CFC_PURE -> "fc.weight";
        };
    }

    @Override
    public String design() {
        return plan.design();
    }

    @Override
    public int inputs() {
        return cell.inputs();
    }

    @Override
    public int outputs() {
        return cell.outputs();
    }

    @Override
    public int states() {
        return cell.states();
    }

    @Override
    public ParameterLayout layout() {
        return cell.layout();
    }

    @Override
    public Synapses pattern(final Slice slice) {
        return CellPatterns.of(spec, slice);
    }

    /** A synapse whose conductance is 0 has no effect, whatever its other parameters are. */
    @Override
    public boolean growsFromZero(final Slice slice) {
        return plan.kind() != NetKind.NCPS_LTC
                || switch (slice.name()) {
                    case "w", "sensory_w", "output_w", "output_b" -> true;
                    default -> slice.name().startsWith("lstm.");
                };
    }

    @Override
    public Slice outputBias() {
        final Slice slice = layout().slice(
                        switch (plan.kind()) {
                            case MLP -> plan.hidden().size() + ".bias";
                            case LTC, ENERGY, CTRNN, NODE, RNNODE -> "bout";
                            case NCPS_LTC -> "output_b";
                            case LSTM, GRU, CT_GRU, CFC, CFC_NO_GATE, CFC_PURE -> "fc.bias";
                        });
        return slice.size() == outputs() ? slice : null;
    }

    @Override
    public Slice outputWeights() {
        final boolean sums = spec instanceof OdeSpec && design.readout() == null;
        return sums ? layout().slice(readoutName()) : null;
    }

    @Override
    public double elapsed() {
        return design.facts().elapsedPerStep();
    }

    @Override
    public BatchGradient<float[]> gradient(final int sequences, final int steps) {
        return switch (plan.rule()) {
            case BPTT -> SequenceGradient.backpropagation(spec, PlainBatch.fastest(), sequences, steps);
            case ADJOINT ->
                SequenceGradient.adjoint((OdeSpec) spec, PlainBatch.fastest(), sequences, steps, plan.subSteps());
            case EP -> {
                final EquilibriumOptions options =
                        EquilibriumOptions.STANDARD.withBeta(plan.beta()).withNudgedSteps(plan.nudgedSteps(), 2);
                yield design.readout() == null
                        ? new EquilibriumGradient<>((OdeSpec) spec, PlainBatch.fastest(), sequences, steps, options)
                        : new EquilibriumGradient<>(
                                (OdeSpec) spec, design.readout(), PlainBatch.fastest(), sequences, steps, options);
            }
        };
    }

    @Override
    public float[] initial(final RandomGenerator random, final double scale) {
        final boolean settles = isSymmetric() || (plan.kind() == NetKind.LTC && design.wiring() == null);
        if (!settles) {
            return initial.draw(random, scale);
        }
        final Initial settling = new Initial(SETTLING.gain(), SETTLING.inputGain(), SETTLING.limit(), scale);
        final OdeSpec ode = (OdeSpec) spec;
        return initial.polarised(
                design.readout() == null
                        ? settling.parameters(KERNELS, ode, random)
                        : settling.parameters(KERNELS, ode, design.readout(), random));
    }

    @Override
    public void constrain(final float[] parameters) {
        bounds.impose(parameters);
        if (ties != null) {
            ties.impose(parameters);
        }
    }

    @Override
    public ImportedNetwork export(final float[] parameters) {
        return new ImportedNetwork(design.facts(), CellTensors.of(design, layout(), parameters));
    }

    @Override
    public float[] parameters(final Safetensors tensors) {
        return CellTensors.parameters(design, layout(), tensors);
    }
}
