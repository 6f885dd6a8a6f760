package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.kernel.Synapses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters of a cell as the tensors of a bundle. */
final class CellTensors {
    private CellTensors() {}

    static Safetensors of(
            final CellFacts facts, final CellSpec spec, final ParameterLayout layout, final float[] parameters) {
        final List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            tensors.add(
                    spec instanceof OdeSpec ode ? scattered(ode, slice, parameters) : turned(facts, slice, parameters));
        }
        if (facts.shapes().containsKey("mask") && spec instanceof OdeSpec ode) {
            tensors.add(mask("sensory_mask", ode.sensory()));
            tensors.add(mask("mask", ode.inner()));
        }
        return new Safetensors(tensors, Map.of());
    }

    /** One row a source, zeros where there is no synapse. */
    private static Tensor scattered(final OdeSpec spec, final Slice slice, final float[] parameters) {
        final Synapses pattern = switch (slice.name()) {
            case "Win" -> spec.sensory();
            case "W" -> spec.inner();
            default -> Synapses.full(slice.rows(), slice.cols());
        };
        final double[] values = new double[pattern.sources() * pattern.targets()];
        for (int k = 0; k < slice.size(); k++) {
            values[pattern.source(k) * pattern.targets() + pattern.target(k)] = parameters[slice.offset() + k];
        }
        final boolean vector = slice.rows() == 1
                && !slice.name().equals("Wout")
                && !slice.name().equals("Win")
                && !slice.name().equals("W");
        final int[] shape = vector ? new int[] {values.length} : new int[] {pattern.sources(), pattern.targets()};
        return new Tensor(slice.name(), shape, values);
    }

    private static Tensor mask(final String name, final Synapses pattern) {
        final double[] values = new double[pattern.sources() * pattern.targets()];
        for (int k = 0; k < pattern.count(); k++) {
            values[pattern.source(k) * pattern.targets() + pattern.target(k)] = 1;
        }
        return new Tensor(name, new int[] {pattern.sources(), pattern.targets()}, values);
    }

    /** One row a target, as PyTorch has it. */
    private static Tensor turned(final CellFacts facts, final Slice slice, final float[] parameters) {
        final String name = name(facts, slice.name());
        final double[] values = new double[slice.size()];
        for (int row = 0; row < slice.rows(); row++) {
            for (int col = 0; col < slice.cols(); col++) {
                values[col * slice.rows() + row] = parameters[slice.offset() + row * slice.cols() + col];
            }
        }
        return new Tensor(name, facts.shapes().get(name), values);
    }

    private static String name(final CellFacts facts, final String own) {
        final Map<String, int[]> shapes = facts.shapes();
        final String memory = "0." + own.replace("_l0", "");
        final String behind = own.replace("fc.", "1.");
        final String backbone = own.startsWith("backbone.") ? "rnn_cell." + twice(own) : "rnn_cell." + own;
        for (final String candidate : List.of(backbone, own, memory, behind)) {
            if (shapes.containsKey(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no tensor of a bundle for parameter " + own);
    }

    /** A backbone has an activation behind each linear layer, which counts. */
    private static String twice(final String own) {
        final String[] parts = own.split("\\.", -1);
        return parts[0] + "." + 2 * Integer.parseInt(parts[1]) + "." + parts[2];
    }
}
