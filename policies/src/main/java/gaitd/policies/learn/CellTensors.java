package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.bundle.CtGruFacts;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parameters of a cell as the tensors of a bundle. */
final class CellTensors {
    private final CellFacts facts;
    private final Map<String, int[]> shapes;
    private final List<Tensor> tensors = new ArrayList<>();

    private CellTensors(final CellFacts facts) {
        this.facts = facts;
        shapes = facts.shapes();
    }

    static Safetensors of(final CellDesign design, final ParameterLayout layout, final float[] parameters) {
        final CellTensors made = new CellTensors(design.facts());
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            final double[] values = new double[slice.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = parameters[slice.offset() + k];
            }
            made.add(made.name(slice.name()), CellPatterns.of(design.spec(), slice), values);
        }
        made.masks(design.spec());
        return new Safetensors(made.tensors, Map.of());
    }

    /**
     * The parameters that {@link #of} made tensors of.
     *
     * @throws IllegalArgumentException when a tensor is missing or has another shape
     */
    static float[] parameters(final CellDesign design, final ParameterLayout layout, final Safetensors tensors) {
        final CellTensors names = new CellTensors(design.facts());
        final float[] parameters = new float[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            final String name = names.name(slice.name());
            final Tensor tensor = tensors.get(name);
            if (tensor == null || !Arrays.equals(tensor.shape(), names.shapes.get(name))) {
                throw new IllegalArgumentException("tensor %s is %s, expected shape %s"
                        .formatted(
                                name,
                                tensor == null ? "missing" : "of shape " + Arrays.toString(tensor.shape()),
                                Arrays.toString(names.shapes.get(name))));
            }
            final Synapses pattern = CellPatterns.of(design.spec(), slice);
            for (int k = 0; k < pattern.count(); k++) {
                parameters[slice.offset() + k] = (float) tensor.value(names.place(name, pattern, k));
            }
        }
        return parameters;
    }

    /** Zeros where there is no synapse. */
    private void add(final String name, final Synapses pattern, final double[] synapses) {
        final double[] values = new double[pattern.sources() * pattern.targets()];
        for (int k = 0; k < pattern.count(); k++) {
            values[place(name, pattern, k)] = synapses[k];
        }
        tensors.add(new Tensor(name, shapes.get(name), values));
    }

    /** Index of a synapse in its tensor: one row a target where PyTorch has it so, else one row a source. */
    private int place(final String name, final Synapses pattern, final int k) {
        final boolean targetRows = !(facts instanceof CtGruFacts)
                && (name.endsWith(".weight") || name.contains("weight_") || name.startsWith("rnn_cell.layer_"));
        final int source = pattern.source(k);
        final int target = pattern.target(k);
        return targetRows ? target * pattern.sources() + source : source * pattern.targets() + target;
    }

    private void masks(final CellSpec spec) {
        switch (spec) {
            case OdeSpec ode
            when shapes.containsKey("mask") -> {
                mask("sensory_mask", ode.sensory());
                mask("mask", ode.inner());
            }
            case ConductanceSpec conductance -> {
                mask("rnn_cell.sensory_sparsity_mask", conductance.sensory());
                mask("rnn_cell.sparsity_mask", conductance.inner());
            }
            case WiredCfcSpec wired -> {
                for (int layer = 0; layer < wired.layers(); layer++) {
                    mask("rnn_cell.layer_" + layer + ".sparsity_mask", wired.pattern(layer));
                }
            }
            case ProjectedSpec projected -> masks(projected.inner());
            case MixedMemorySpec mixed -> masks(mixed.inner());
            default -> {
                // has all synapses
            }
        }
    }

    private void mask(final String name, final Synapses pattern) {
        final double[] ones = new double[pattern.count()];
        Arrays.fill(ones, 1);
        add(name, pattern, ones);
    }

    /** A bundle's name for a parameter, which depends on what the cell is a part of there. */
    private String name(final String own) {
        final String recurrent = own.startsWith("backbone.") ? "rnn_cell." + twice(own) : "rnn_cell." + own;
        final String memory = "0." + own.replace("_l0", "");
        final String behind = own.replace("fc.", "1.");
        final String readout = own.equals("fc.weight") ? "Wout" : "bout";
        for (final String candidate : List.of(recurrent, own, memory, behind)) {
            if (shapes.containsKey(candidate)) {
                return candidate;
            }
        }
        if (own.startsWith("fc.") && shapes.containsKey(readout)) {
            return readout;
        }
        throw new IllegalStateException("no tensor of a bundle for parameter " + own);
    }

    /** A backbone has an activation behind each linear layer, which counts. */
    private static String twice(final String own) {
        final String[] parts = own.split("\\.", -1);
        return parts[0] + "." + 2 * Integer.parseInt(parts[1]) + "." + parts[2];
    }
}
