package gaitd.policies.gradient;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;

/** Finds the backpropagated step of a specification. */
final class StepGradients {
    private StepGradients() {}

    static <A> StepGradient<A> of(final CellSpec spec, final BatchKernels<A> batch, final int rows) {
        return switch (spec) {
            case OdeSpec ode -> OdeGradient.of(batch, ode, rows);
            case ConductanceSpec conductance -> new ConductanceStep<>(batch, conductance, rows);
            case CfcSpec cfc -> new CfcStep<>(batch, cfc, rows);
            case WiredCfcSpec wired -> new WiredCfcStep<>(batch, wired, rows);
            case LstmSpec lstm -> new LstmStep<>(batch, lstm, rows);
            case GruSpec gru -> new GruStep<>(batch, gru, rows);
            case CtGruSpec ctGru -> new CtGruStep<>(batch, ctGru, rows);
            case MlpSpec mlp -> new MlpStep<>(batch, mlp, rows);
            case MixedMemorySpec mixed -> new MixedMemoryStep<>(batch, mixed, rows);
            case ProjectedSpec projected -> new ProjectedStep<>(batch, projected, rows);
        };
    }
}
