package gaitd.policies.gradient;

import gaitd.policies.bundle.NcpsImport;
import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.solver.Scheme;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A case of the reference gradients, brought into the order of the cell's layout. */
final class GoldenGradient {
    final String name;
    CellSpec spec;
    String scheme = "";
    double[] parameters;
    double[] elapsed;
    double[][] inputs;
    double[] initialState;
    double loss;
    double[] byParameters;
    double[] byInputs;
    double[] byInitialState;

    private GoldenGradient(final String name) {
        this.name = name;
    }

    static List<GoldenGradient> all(final Path folder) throws IOException {
        final List<GoldenGradient> cases = new ArrayList<>();
        for (final String part : List.of("cells", "seedcells")) {
            try (var files = Files.list(folder.resolve(part))) {
                for (final Path file : files.sorted().toList()) {
                    if (file.getFileName().toString().matches("grad_.*\\.json")) {
                        cases.add(part.equals("cells") ? network(file) : equation(file));
                    }
                }
            }
        }
        return cases;
    }

    private static GoldenGradient network(final Path file) throws IOException {
        final JsonFields fields = JsonFields.read(file);
        final GoldenGradient result = new GoldenGradient(fields.text("name"));
        final Safetensors tensors = Safetensors.read(file.resolveSibling(fields.text("weights")));
        final NcpsImport.Imported imported = NcpsImport.of(fields.object("model"), tensors);
        result.spec = imported.spec();
        result.parameters = imported.parameters();
        final Map<?, ?> all = (Map<?, ?>) JsonReader.parse(Files.readString(file));
        final Map<?, ?> gradients = (Map<?, ?>) all.get("gradients");
        final Map<String, Tensor> known = new LinkedHashMap<>();
        for (final Tensor tensor : tensors.all()) {
            known.put(tensor.name(), tensor);
        }
        gradients.forEach((key, values) -> known.computeIfPresent(
                (String) key, (tensorName, tensor) -> new Tensor(tensorName, tensor.shape(), flat(values))));
        result.byParameters = NcpsImport.of(fields.object("model"), new Safetensors(known.values(), Map.of()))
                .parameters();
        final Cell<double[]> cell = result.spec.cell(DoubleKernels.INSTANCE);
        final int steps = fields.integer("steps", 1, 1000);
        result.inputs = fields.matrix("inputs", steps, cell.inputs());
        result.elapsed = fields.vector("elapsed", steps);
        result.initialState = joined(all, "initial_state", "initial_cell");
        result.byInitialState = joined(gradients, "initial_state", "initial_cell");
        result.byInputs = flat(gradients.get("inputs"));
        result.loss = fields.number("loss");
        return result;
    }

    private static GoldenGradient equation(final Path file) throws IOException {
        final JsonFields fields = JsonFields.read(file);
        final GoldenGradient result = new GoldenGradient(fields.text("name"));
        final int neurons = fields.integer("neurons", 1, 100);
        final int inputs = fields.integer("inputs_count", 1, 100);
        final int outputs = fields.integer("outputs_count", 1, 100);
        final int steps = fields.integer("control_steps", 1, 1000);
        final int subSteps = fields.integer("sub_steps", 1, 1000);
        final OdeKind kind = fields.text("kind").equals("ltc") ? OdeKind.LTC : OdeKind.CT_RNN;
        result.scheme = fields.text("scheme");
        final Scheme scheme = switch (result.scheme) {
            case "explicit_euler" -> Scheme.EXPLICIT_EULER;
            case "semi_implicit" -> Scheme.SEMI_IMPLICIT;
            default -> Scheme.RK4;
        };
        result.spec = OdeSpec.full(kind, inputs, neurons, outputs, scheme, subSteps);
        final ParameterLayout layout = result.spec.cell(DoubleKernels.INSTANCE).layout();
        final Map<?, ?> all = (Map<?, ?>) JsonReader.parse(Files.readString(file));
        final Map<?, ?> gradients = (Map<?, ?>) all.get("gradients");
        result.parameters = ordered(layout, all);
        result.byParameters = ordered(layout, gradients);
        result.inputs = fields.matrix("inputs", steps, inputs);
        result.elapsed = new double[steps];
        Arrays.fill(result.elapsed, fields.number("control_dt"));
        result.initialState = flat(all.get("initial_state"));
        result.byInitialState = flat(gradients.get("initial_state"));
        result.byInputs = flat(gradients.get("inputs"));
        result.loss = fields.number("loss");
        return result;
    }

    /** Matrices have one row a target in the data, one row a source in a layout. */
    private static double[] ordered(final ParameterLayout layout, final Map<?, ?> values) {
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final double[] from = flat(values.get(slice.name()));
            for (int k = 0; k < slice.size(); k++) {
                final int source = k / slice.cols();
                final int target = k % slice.cols();
                parameters[slice.offset() + k] = from[target * slice.rows() + source];
            }
        }
        return parameters;
    }

    private static double[] joined(final Map<?, ?> map, final String first, final String second) {
        final double[] state = flat(map.get(first));
        if (map.get(second) == null) {
            return state;
        }
        final double[] cell = flat(map.get(second));
        final double[] both = Arrays.copyOf(state, state.length + cell.length);
        System.arraycopy(cell, 0, both, state.length, cell.length);
        return both;
    }

    private static double[] flat(final Object values) {
        final List<Double> numbers = new ArrayList<>();
        collect(values, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(final Object value, final List<Double> numbers) {
        if (value instanceof final List<?> list) {
            list.forEach(element -> collect(element, numbers));
        } else {
            numbers.add(((Number) value).doubleValue());
        }
    }
}
