package gaitd.policies.bundle;

import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell of {@link gaitd.policies.cell.CtGruCell}, with an optional linear readout. Tensors have its parameters' names; matrices one
 * row a source, inputs before units.
 *
 * @param inputs input size
 * @param units how many, each held at all time scales
 * @param scales number of time scales, each longer than the one before by the root of 10
 * @param shortest the first time scale, in the unit of elapsed time
 * @param readout outputs of the linear readout, 0 when the units are the output
 * @param elapsedPerStep elapsed time of a policy step, usually s
 */
public record CtGruFacts(int inputs, int units, int scales, double shortest, int readout, double elapsedPerStep)
        implements CellFacts {
    /** Name of the kind. */
    public static final String KIND = "ct-gru";

    static final List<String> LAYERS = List.of("tau_r", "detect", "tau_s");
    static final String READOUT = "Wout";
    static final String READOUT_BIAS = "bout";

    private static final int SCALES_MAX = 64;

    static CtGruFacts read(final TomlView table) {
        return new CtGruFacts(
                table.size("inputs", 1, UNITS_MAX),
                table.size("units", 1, UNITS_MAX),
                table.size("scales", 1, SCALES_MAX),
                table.number("shortest", 1e-6, 1e6),
                table.size("readout", 0, UNITS_MAX),
                table.number("elapsed_per_step", 1e-6, 1e6));
    }

    @Override
    public void write(final TomlText text) {
        text.put("kind", KIND).put("inputs", inputs).put("units", units).put("scales", scales);
        text.put("shortest", shortest).put("readout", readout).put("elapsed_per_step", elapsedPerStep);
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
        for (final String layer : LAYERS) {
            shapes.put(layer + ".weight", new int[] {inputs + units, units});
            shapes.put(layer + ".bias", new int[] {units});
        }
        if (readout > 0) {
            shapes.put(READOUT, new int[] {units, readout});
            shapes.put(READOUT_BIAS, new int[] {readout});
        }
        return shapes;
    }
}
