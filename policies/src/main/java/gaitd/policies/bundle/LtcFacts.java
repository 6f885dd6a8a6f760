package gaitd.policies.bundle;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An LTC cell of {@code ncps} 1.0.1: semi-implicit solver, motor neurons first in the state.
 *
 * @param units neurons
 * @param inputs input size
 * @param outputs output size: that many neurons, the first, are motor neurons
 * @param unfolds solver steps per input
 * @param eps constant added to the denominator
 * @param implicitParamConstraints true when softplus is applied to w, sensory_w, cm and gleak
 * @param inputMapping scaling of inputs
 * @param outputMapping scaling of outputs
 * @param mixedMemory whether a memory cell runs before
 * @param elapsedPerStep elapsed time given to the cell per policy step
 */
public record LtcFacts(
        int units,
        int inputs,
        int outputs,
        int unfolds,
        double eps,
        boolean implicitParamConstraints,
        Mapping inputMapping,
        Mapping outputMapping,
        boolean mixedMemory,
        double elapsedPerStep)
        implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "ncps-ltc";

    static LtcFacts read(final TomlView table) {
        final int units = table.size("units", 1, UNITS_MAX);
        final LtcFacts spec = new LtcFacts(
                units,
                table.size("inputs", 1, UNITS_MAX),
                table.size("outputs", 1, UNITS_MAX),
                table.size("unfolds", 1, 1000),
                table.number("eps", 0, 0.01),
                table.flag("implicit_param_constraints"),
                table.choice("input_mapping", Mapping.class),
                table.choice("output_mapping", Mapping.class),
                table.flag("mixed_memory"),
                table.number("elapsed_per_step", 1e-6, 1e6));
        if (spec.outputs > spec.units) {
            table.problem("outputs", spec.outputs + " are more than the " + spec.units + " units");
        }
        return spec.inputMapping == null || spec.outputMapping == null ? null : spec;
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND).put("units", units).put("inputs", inputs).put("outputs", outputs);
        text.put("unfolds", unfolds).put("eps", eps).put("implicit_param_constraints", implicitParamConstraints);
        text.put("input_mapping", inputMapping).put("output_mapping", outputMapping);
        text.put("mixed_memory", mixedMemory).put("elapsed_per_step", elapsedPerStep);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, int[]> shapes() {
        final Map<String, int[]> shapes = new LinkedHashMap<>();
        for (final String name : new String[] {"gleak", "vleak", "cm"}) {
            shapes.put("rnn_cell." + name, new int[] {units});
        }
        for (final String name : new String[] {"sigma", "mu", "w", "erev"}) {
            shapes.put("rnn_cell." + name, new int[] {units, units});
            shapes.put("rnn_cell.sensory_" + name, new int[] {inputs, units});
        }
        shapes.put("rnn_cell.sparsity_mask", new int[] {units, units});
        shapes.put("rnn_cell.sensory_sparsity_mask", new int[] {inputs, units});
        mapping(shapes, "rnn_cell.input_", inputMapping, inputs);
        mapping(shapes, "rnn_cell.output_", outputMapping, outputs);
        if (mixedMemory) {
            memory(shapes, inputs, units);
        }
        return shapes;
    }

    private static void mapping(
            final Map<String, int[]> shapes, final String prefix, final Mapping mapping, final int size) {
        if (mapping != Mapping.NONE) {
            shapes.put(prefix + "w", new int[] {size});
        }
        if (mapping == Mapping.AFFINE) {
            shapes.put(prefix + "b", new int[] {size});
        }
    }

    static void memory(final Map<String, int[]> shapes, final int inputs, final int units) {
        shapes.put("lstm.input_map.weight", new int[] {4 * units, inputs});
        shapes.put("lstm.input_map.bias", new int[] {4 * units});
        shapes.put("lstm.recurrent_map.weight", new int[] {4 * units, units});
    }

    /** The facts as {@link NcpsImport} takes them. */
    Map<String, Object> importFacts() {
        final Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("model", "LTC");
        facts.put("in", (long) inputs);
        facts.put("units", (long) units);
        facts.put("out", (long) outputs);
        facts.put("unfolds", (long) unfolds);
        facts.put("eps", eps);
        facts.put("implicit_param_constraints", implicitParamConstraints);
        facts.put("input_mapping", inputMapping == Mapping.NONE ? null : Words.lower(inputMapping));
        facts.put("output_mapping", outputMapping == Mapping.NONE ? null : Words.lower(outputMapping));
        facts.put("mixed_memory", mixedMemory);
        return facts;
    }
}
