package gaitd.policies.bundle;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.kernel.Activation;
import gaitd.policies.solver.Scheme;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.policies.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell of {@link gaitd.policies.cell.OdeCell}, as this program trains it. Tensors have its parameters' names; matrices one
 * row a source; a sparse one also has {@code sensory_mask} and {@code mask}, not 0 where there is a synapse.
 *
 * @param equation which equation
 * @param gate TANH or SIGMOID
 * @param inputs input size
 * @param units neurons
 * @param readout outputs of the linear readout, 0 when the state is the output
 * @param sparse whether there are masks
 * @param scheme how it is integrated
 * @param subSteps solver steps a policy step
 * @param elapsedPerStep elapsed time of a policy step, usually s
 */
public record OdeFacts(
        OdeKind equation,
        Activation gate,
        int inputs,
        int units,
        int readout,
        boolean sparse,
        Scheme scheme,
        int subSteps,
        double elapsedPerStep)
        implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "ode";

    static OdeFacts read(final TomlView table) {
        final OdeFacts facts = new OdeFacts(
                table.choice("equation", OdeKind.class),
                table.choice("gate", Activation.class),
                table.size("inputs", 1, UNITS_MAX),
                table.size("units", 1, UNITS_MAX),
                table.size("readout", 0, UNITS_MAX),
                table.flag("sparse"),
                table.choice("scheme", Scheme.class),
                table.size("sub_steps", 1, 1000),
                table.number("elapsed_per_step", 1e-6, 1e6));
        if (facts.gate != null && facts.gate != Activation.TANH && facts.gate != Activation.SIGMOID) {
            table.problem("gate", Words.lower(facts.gate) + ", expected tanh or sigmoid");
            return null;
        }
        return facts.equation == null || facts.gate == null || facts.scheme == null ? null : facts;
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND).put("equation", equation).put("gate", gate);
        text.put("inputs", inputs).put("units", units).put("readout", readout).put("sparse", sparse);
        text.put("scheme", scheme).put("sub_steps", subSteps).put("elapsed_per_step", elapsedPerStep);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int outputs() {
        return readout == 0 ? units : readout;
    }

    @Override
    public Map<String, int[]> shapes() {
        final Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("Win", new int[] {inputs, units});
        shapes.put("W", new int[] {units, units});
        if (sparse) {
            shapes.put("sensory_mask", new int[] {inputs, units});
            shapes.put("mask", new int[] {units, units});
        }
        shapes.put("mu", new int[] {units});
        if (equation == OdeKind.LTC || equation == OdeKind.CT_RNN) {
            shapes.put("tau", new int[] {units});
        }
        if (equation == OdeKind.LTC) {
            shapes.put("A", new int[] {units});
        }
        if (readout > 0) {
            shapes.put("Wout", new int[] {units, readout});
            shapes.put("bout", new int[] {readout});
        }
        return shapes;
    }
}
