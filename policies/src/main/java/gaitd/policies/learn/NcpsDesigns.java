package gaitd.policies.learn;

import gaitd.policies.bundle.CfcFacts;
import gaitd.policies.bundle.LtcFacts;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.wiring.CircuitSpec;
import gaitd.policies.wiring.Wiring;
import java.util.List;

/** Designs of the cells of ncps, with an elapsed time of 1 a policy step as in that library. */
final class NcpsDesigns {
    private static final double ELAPSED = 1;

    private NcpsDesigns() {}

    static CellDesign of(final NetPlan plan, final int inputs, final int outputs) {
        final int units = plan.hidden().getFirst();
        if (plan.kind() == NetKind.NCPS_LTC) {
            return conductance(plan, inputs, units, outputs);
        }
        return plan.wiring().kind() == WiringPlan.Kind.NCP
                ? circuit(plan, inputs, units, outputs)
                : closed(plan, inputs, units, outputs);
    }

    private static CellSpec remembering(final NetPlan plan, final CellSpec spec) {
        return plan.memory() ? new MixedMemorySpec(spec) : spec;
    }

    private static CellDesign conductance(final NetPlan plan, final int inputs, final int units, final int outputs) {
        final Wiring wiring = plan.wiring().draw(inputs, units, outputs);
        final CellSpec spec = new ConductanceSpec(
                wiring.sensory(),
                wiring.inner(),
                outputs,
                plan.subSteps(),
                ConductanceSpec.DEFAULT_EPSILON,
                false,
                Mapping.AFFINE,
                Mapping.AFFINE);
        final LtcFacts facts = new LtcFacts(
                units,
                inputs,
                outputs,
                plan.subSteps(),
                ConductanceSpec.DEFAULT_EPSILON,
                false,
                Mapping.AFFINE,
                Mapping.AFFINE,
                plan.memory(),
                ELAPSED);
        return new CellDesign(remembering(plan, spec), facts, null, wiring);
    }

    private static CellDesign closed(final NetPlan plan, final int inputs, final int units, final int outputs) {
        final CellSpec spec = new CfcSpec(inputs, units, mode(plan), 1, units, Activation.LECUN_TANH);
        return CellDesign.full(
                new ProjectedSpec(remembering(plan, spec), outputs),
                facts(plan, inputs, units, outputs, List.of(), 1, units));
    }

    /** Three layers; each has the circuit's synapses from the layer before, and all synapses from its own state. */
    private static CellDesign circuit(final NetPlan plan, final int inputs, final int units, final int outputs) {
        final CircuitSpec sizes = plan.wiring().circuit(inputs, units, outputs);
        final Wiring wiring = plan.wiring().draw(inputs, units, outputs);
        final int firstInter = sizes.motor() + sizes.command();
        final CellSpec spec = new WiredCfcSpec(
                mode(plan),
                layer(wiring.sensory(), 0, inputs, firstInter, sizes.inter()),
                layer(wiring.inner(), firstInter, sizes.inter(), sizes.motor(), sizes.command()),
                layer(wiring.inner(), sizes.motor(), sizes.command(), 0, sizes.motor()));
        return CellDesign.full(
                new ProjectedSpec(remembering(plan, spec), outputs),
                facts(plan, inputs, units, outputs, List.of(sizes.inter(), sizes.command(), sizes.motor()), 0, 0));
    }

    private static Synapses layer(
            final Synapses all, final int firstSource, final int sources, final int firstTarget, final int targets) {
        final boolean[] mask = new boolean[(sources + targets) * targets];
        for (int k = 0; k < all.count(); k++) {
            final int source = all.source(k) - firstSource;
            final int target = all.target(k) - firstTarget;
            if (source >= 0 && source < sources && target >= 0 && target < targets) {
                mask[source * targets + target] = true;
            }
        }
        java.util.Arrays.fill(mask, sources * targets, mask.length, true);
        return Synapses.of(mask, sources + targets, targets);
    }

    private static CfcSpec.Mode mode(final NetPlan plan) {
        return switch (plan.kind()) {
            case CFC_PURE -> CfcSpec.Mode.PURE;
            case CFC_NO_GATE -> CfcSpec.Mode.NO_GATE;
            default -> CfcSpec.Mode.DEFAULT;
        };
    }

    private static CfcFacts facts(
            final NetPlan plan,
            final int inputs,
            final int units,
            final int outputs,
            final List<Integer> layerSizes,
            final int backboneLayers,
            final int backboneUnits) {
        return new CfcFacts(
                inputs,
                units,
                outputs,
                mode(plan),
                layerSizes,
                backboneLayers,
                backboneUnits,
                Activation.LECUN_TANH,
                false,
                true,
                plan.memory(),
                ELAPSED);
    }
}
