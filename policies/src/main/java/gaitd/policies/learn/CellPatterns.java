package gaitd.policies.learn;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Synapses;

/** Which source and target each parameter of a cell's slice belongs to. Pure functions. */
final class CellPatterns {
    private CellPatterns() {}

    /** The pattern of a slice; its synapses are the slice's parameters, in their order. */
    static Synapses of(final CellSpec spec, final Slice slice) {
        final Synapses sparse = switch (spec) {
            case OdeSpec ode -> sparse(ode, slice.name());
            case ConductanceSpec conductance -> sparse(conductance, slice.name());
            case WiredCfcSpec wired -> sparse(wired, slice.name());
            case ProjectedSpec projected -> of(projected.inner(), slice);
            case MixedMemorySpec mixed -> of(mixed.inner(), slice);
            default -> null;
        };
        return sparse == null ? Synapses.full(slice.rows(), slice.cols()) : sparse;
    }

    private static Synapses sparse(final OdeSpec spec, final String name) {
        return switch (name) {
            case "Win" -> spec.sensory();
            case "W" -> spec.inner();
            default -> null;
        };
    }

    private static Synapses sparse(final ConductanceSpec spec, final String name) {
        return switch (name) {
            case "sigma", "mu", "w", "erev" -> spec.inner();
            case "sensory_sigma", "sensory_mu", "sensory_w", "sensory_erev" -> spec.sensory();
            default -> null;
        };
    }

    /** A wiring thins the two heads of each layer, not their time gates. */
    private static Synapses sparse(final WiredCfcSpec spec, final String name) {
        for (int layer = 0; layer < spec.layers(); layer++) {
            final String prefix = "layer_" + layer + ".";
            if (name.equals(prefix + "ff1.weight") || name.equals(prefix + "ff2.weight")) {
                return spec.pattern(layer);
            }
        }
        return null;
    }
}
