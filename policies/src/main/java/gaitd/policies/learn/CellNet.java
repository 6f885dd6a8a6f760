package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.ImportedNetwork;
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
    private static final float TAU_MIN = 0.2f;
    private static final float TAU_MAX = 5;
    private static final Initial SETTLING = new Initial(0.5, 1.5, 2, 0.1);

    private final NetPlan plan;
    private final CellSpec spec;
    private final Synapses readout;
    private final CellFacts facts;
    private final Cell<float[]> cell;
    private final TiedWeights ties;
    private final int tauAt;
    private final int tauEnd;

    /**
     * Holds it.
     *
     * @param plan what was asked for
     * @param spec the cell
     * @param readout weights of the readout that may differ from 0, null for all
     * @param facts how bundles tell of it
     */
    CellNet(final NetPlan plan, final CellSpec spec, final Synapses readout, final CellFacts facts) {
        this.plan = plan;
        this.spec = spec;
        this.readout = readout;
        this.facts = facts;
        cell = spec.cell(KERNELS);
        final boolean tied = plan.rule() == Rule.EP || plan.kind() == NetKind.ENERGY;
        ties = tied ? new TiedWeights((OdeSpec) spec, layout(), readout) : null;
        int at = 0;
        int end = 0;
        for (int i = 0; i < layout().count(); i++) {
            if (layout().slice(i).name().equals("tau")) {
                at = layout().slice(i).offset();
                end = at + layout().slice(i).size();
            }
        }
        tauAt = at;
        tauEnd = end;
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

    @Override
    public boolean growsFromZero(final Slice slice) {
        return true;
    }

    @Override
    public double elapsed() {
        return facts.elapsedPerStep();
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
                yield readout == null
                        ? new EquilibriumGradient<>((OdeSpec) spec, PlainBatch.fastest(), sequences, steps, options)
                        : new EquilibriumGradient<>(
                                (OdeSpec) spec, readout, PlainBatch.fastest(), sequences, steps, options);
            }
        };
    }

    @Override
    public float[] initial(final RandomGenerator random, final double scale) {
        if (plan.kind().settles()) {
            final Initial initial = new Initial(SETTLING.gain(), SETTLING.inputGain(), SETTLING.limit(), scale);
            final OdeSpec ode = (OdeSpec) spec;
            return readout == null
                    ? initial.parameters(KERNELS, ode, random)
                    : initial.parameters(KERNELS, ode, readout, random);
        }
        final float[] parameters = new float[layout().size()];
        for (int i = 0; i < layout().count(); i++) {
            final Slice slice = layout().slice(i);
            final double size = slice.rows() > 1 || isReadout(slice) ? 1 / Math.sqrt(slice.rows()) : 0;
            final double factor = isReadout(slice) ? scale : 1;
            for (int k = 0; k < slice.size(); k++) {
                parameters[slice.offset() + k] = (float) (size * factor * random.nextGaussian());
            }
            if (slice.name().equals("tau")) {
                java.util.Arrays.fill(parameters, slice.offset(), slice.offset() + slice.size(), 1);
            }
        }
        return parameters;
    }

    private boolean isReadout(final Slice slice) {
        final String last = plan.hidden().size() + ".weight";
        return slice.name().equals("Wout")
                || slice.name().equals("fc.weight")
                || slice.name().equals(last);
    }

    @Override
    public void constrain(final float[] parameters) {
        for (int i = tauAt; i < tauEnd; i++) {
            parameters[i] = Math.clamp(parameters[i], TAU_MIN, TAU_MAX);
        }
        if (ties != null) {
            ties.impose(parameters);
        }
    }

    @Override
    public ImportedNetwork export(final float[] parameters) {
        return new ImportedNetwork(facts, CellTensors.of(facts, spec, layout(), parameters));
    }
}
