package gaitd.bench.cells;

import gaitd.policies.bundle.NcpsImport;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.solver.Scheme;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the two formats of cases. */
final class CaseReader {
    private static final int SIZE_LIMIT = 1 << 14;
    private static final int STEP_LIMIT = 1 << 20;
    /** Enough for the order 4 to fall below the rounding of float. */
    private static final int FLOAT_SUB_STEPS = 16;

    private static final int FLOAT_NEURAL_ODE_STEPS = 64;

    private final Path file;
    private final JsonFields fields;

    private CaseReader(final Path file, final JsonFields fields) {
        this.file = file;
        this.fields = fields;
    }

    static ReferenceCase read(final Path file) throws IOException {
        final CaseReader reader = new CaseReader(file, JsonFields.read(file));
        try {
            return reader.fields.has("kind") ? reader.equation() : reader.network();
        } catch (final FormatException | IllegalArgumentException e) {
            throw e.getMessage().startsWith(file.toString())
                    ? new FormatException(e.getMessage())
                    : new FormatException(file + ": " + e.getMessage());
        }
    }

    private ReferenceCase network() throws IOException {
        final String weights = fields.text("weights");
        if (!weights.matches("[A-Za-z0-9_.-]+")) {
            throw new FormatException(file + ": weights: expected the name of a file beside it");
        }
        final NcpsImport.Imported imported =
                NcpsImport.of(fields.object("model"), Safetensors.read(file.resolveSibling(weights)));
        final Cell<double[]> cell = imported.spec().cell(DoubleKernels.INSTANCE);
        final int steps = fields.integer("steps", 1, STEP_LIMIT);
        final ReferenceCase result = new ReferenceCase();
        result.name = fields.text("name");
        result.exact = imported.spec();
        result.quick = imported.spec();
        result.parameters = imported.parameters();
        result.inputs = fields.matrix("inputs", steps, cell.inputs());
        result.elapsed = fields.vector("elapsed", steps);
        result.outputs = fields.matrix("outputs", steps, cell.outputs());
        if (fields.has("cells")) {
            final int units = cell.states() / 2;
            result.initialState = joined(fields.vector("initial_state", units), fields.vector("initial_cell", units));
            final double[][] hidden = fields.matrix("states", steps, units);
            final double[][] memory = fields.matrix("cells", steps, units);
            result.states = new double[steps][];
            for (int step = 0; step < steps; step++) {
                result.states[step] = joined(hidden[step], memory[step]);
            }
        } else {
            result.initialState = fields.vector("initial_state", cell.states());
            result.states = fields.matrix("states", steps, cell.states());
        }
        return result;
    }

    private static double[] joined(final double[] first, final double[] second) {
        final double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private ReferenceCase equation() throws IOException {
        final OdeKind kind = kind();
        final int neurons = fields.integer("neurons", 1, SIZE_LIMIT);
        final int inputs = fields.integer("inputs_count", 1, SIZE_LIMIT);
        final int steps = fields.integer("control_steps", 1, STEP_LIMIT);
        final int outputs = fields.has("Wout") ? fields.integer("outputs_count", 1, SIZE_LIMIT) : 0;
        final ReferenceCase result = new ReferenceCase();
        result.name = fields.text("name");
        result.exact = spec(kind, inputs, neurons, outputs, true);
        result.quick = spec(kind, inputs, neurons, outputs, false);
        result.parameters = parameters(result.exact, inputs, neurons, outputs);
        result.inputs = fields.matrix("inputs", steps, inputs);
        result.elapsed = new double[steps];
        Arrays.fill(result.elapsed, fields.number("control_dt"));
        result.initialState =
                kind == OdeKind.NEURAL_ODE ? new double[neurons] : fields.vector("initial_state", neurons);
        result.states = fields.matrix("states", steps, neurons);
        result.outputs = outputs == 0 ? null : fields.matrix("outputs", steps, outputs);
        return result;
    }

    private OdeKind kind() throws FormatException {
        return switch (fields.text("kind")) {
            case "ltc" -> OdeKind.LTC;
            case "ctrnn" -> OdeKind.CT_RNN;
            case "rnnode" -> OdeKind.RNN_ODE;
            case "node" -> OdeKind.NEURAL_ODE;
            default -> throw new FormatException(file + ": kind: expected ltc, ctrnn, rnnode or node");
        };
    }

    private CellSpec spec(
            final OdeKind kind, final int inputs, final int neurons, final int outputs, final boolean exact)
            throws FormatException {
        final String scheme = fields.has("scheme") ? fields.text("scheme") : "exact";
        final int given = fields.has("sub_steps") ? fields.integer("sub_steps", 1, STEP_LIMIT) : 1;
        final int fine = kind == OdeKind.NEURAL_ODE ? FLOAT_NEURAL_ODE_STEPS : FLOAT_SUB_STEPS;
        return switch (scheme) {
            case "explicit_euler" -> OdeSpec.full(kind, inputs, neurons, outputs, Scheme.EXPLICIT_EULER, given);
            case "semi_implicit" -> OdeSpec.full(kind, inputs, neurons, outputs, Scheme.SEMI_IMPLICIT, given);
            case "exact" ->
                exact
                        ? OdeSpec.full(kind, inputs, neurons, outputs, Scheme.DORMAND_PRINCE, 1)
                        : OdeSpec.full(kind, inputs, neurons, outputs, Scheme.RK4, fine);
            default -> throw new FormatException(file + ": scheme: expected explicit_euler, semi_implicit or exact");
        };
    }

    private double[] parameters(final CellSpec spec, final int inputs, final int neurons, final int outputs)
            throws FormatException {
        final ParameterLayout layout = spec.cell(DoubleKernels.INSTANCE).layout();
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final String name = slice.name();
            switch (name) {
                case "Win" -> transpose(fields.matrix(name, neurons, inputs), slice, parameters);
                case "W" -> transpose(fields.matrix(name, neurons, neurons), slice, parameters);
                case "Wout" -> transpose(fields.matrix(name, outputs, neurons), slice, parameters);
                default ->
                    System.arraycopy(fields.vector(name, slice.cols()), 0, parameters, slice.offset(), slice.cols());
            }
        }
        return parameters;
    }

    /** From one row a target to one row a source. */
    private static void transpose(
            final double[][] matrix, final ParameterLayout.Slice slice, final double[] parameters) {
        for (int source = 0; source < slice.rows(); source++) {
            for (int target = 0; target < slice.cols(); target++) {
                parameters[slice.offset() + source * slice.cols() + target] = matrix[target][source];
            }
        }
    }
}
