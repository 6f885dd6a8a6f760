package gaitd.policies.learn;

import gaitd.policies.bundle.OdeFacts;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.equilibrium.LayeredEnergy;
import gaitd.policies.equilibrium.Mask;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import gaitd.policies.wiring.Wiring;

/** Designs of the kinds that integrate a differential equation. */
final class OdeDesigns {
    private static final int MOTOR_PART = 3;

    private OdeDesigns() {}

    static CellDesign of(final NetPlan plan, final int inputs, final int outputs) {
        return switch (plan.kind()) {
            case ENERGY -> energy(plan, inputs, outputs);
            case CTRNN -> wired(plan, OdeKind.CT_RNN, Activation.TANH, Scheme.SEMI_IMPLICIT, inputs, outputs);
            case NODE -> wired(plan, OdeKind.NEURAL_ODE, Activation.TANH, Scheme.RK4, inputs, outputs);
            case RNNODE -> wired(plan, OdeKind.RNN_ODE, Activation.TANH, Scheme.RK4, inputs, outputs);
            default -> wired(plan, OdeKind.LTC, Activation.SIGMOID, Scheme.SEMI_IMPLICIT, inputs, outputs);
        };
    }

    private static CellDesign energy(final NetPlan plan, final int inputs, final int outputs) {
        final int[] layers = plan.hidden().stream().mapToInt(Integer::intValue).toArray();
        final OdeSpec spec = LayeredEnergy.spec(inputs, layers, outputs, plan.subSteps());
        return new CellDesign(spec, facts(plan, spec, true), LayeredEnergy.readout(layers, outputs), null);
    }

    private static CellDesign wired(
            final NetPlan plan,
            final OdeKind kind,
            final Activation gate,
            final Scheme scheme,
            final int inputs,
            final int outputs) {
        final int units = plan.hidden().getFirst();
        final boolean full = plan.wiring().kind() == WiringPlan.Kind.FULL;
        final int motors = motors(units, outputs);
        final Wiring wiring = full ? null : drawn(plan, inputs, units, motors);
        final OdeSpec spec = new OdeSpec(
                kind,
                gate,
                full ? Synapses.full(inputs, units) : wiring.sensory(),
                full ? Synapses.full(units, units) : wiring.inner(),
                outputs,
                scheme,
                plan.subSteps());
        final boolean circuit = plan.wiring().kind() == WiringPlan.Kind.NCP;
        return new CellDesign(
                spec, facts(plan, spec, !full), circuit ? Mask.firstNeurons(units, motors, outputs) : null, wiring);
    }

    /**
     * Motor neurons of a circuit: one an output where that leaves as many others, else a third of all; outputs are sums of all of them in
     * any case.
     */
    private static int motors(final int units, final int outputs) {
        return units >= 2 * outputs ? outputs : Math.max(1, units / MOTOR_PART);
    }

    /** Equilibrium propagation needs a synapse back for each between neurons. */
    private static Wiring drawn(final NetPlan plan, final int inputs, final int units, final int motors) {
        final boolean circuit = plan.wiring().kind() == WiringPlan.Kind.NCP;
        final Wiring wiring = plan.wiring().draw(inputs, units, circuit ? motors : 1);
        return plan.rule() == Rule.EP ? wiring.symmetric() : wiring;
    }

    private static OdeFacts facts(final NetPlan plan, final OdeSpec spec, final boolean sparse) {
        return new OdeFacts(
                spec.kind(),
                spec.gate(),
                spec.sensory().sources(),
                spec.inner().targets(),
                spec.outputs(),
                sparse,
                spec.scheme(),
                spec.subSteps(),
                plan.subSteps() * plan.stepSize());
    }
}
