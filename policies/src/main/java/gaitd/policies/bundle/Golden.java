package gaitd.policies.bundle;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonReader;
import gaitd.policies.text.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sequence of network inputs with the outputs a cell has to give, from a zero state. Immutable.
 *
 * <p>Inputs are after, outputs before the manifest's scales.
 */
public final class Golden {
    /** Greatest number of steps. */
    public static final int STEPS_MAX = 1000;
    /** Greatest tolerance a file may ask for. */
    public static final double TOLERANCE_MAX = 1e-3;

    private static final String LABEL = BundlePart.GOLDEN.fileName;
    private static final Set<String> KEYS = Set.of("tolerance", "elapsed", "inputs", "outputs");

    private final double tolerance;
    private final double[] elapsed;
    private final double[][] inputs;
    private final double[][] outputs;

    /**
     * Takes the arrays, which must not be changed afterwards.
     *
     * @param tolerance greatest |difference| / max(1, |expected|)
     * @param elapsed elapsed time given to the cell, one a step
     * @param inputs inputs of each step
     * @param outputs outputs of each step
     */
    public Golden(final double tolerance, final double[] elapsed, final double[][] inputs, final double[][] outputs) {
        this.tolerance = tolerance;
        this.elapsed = elapsed;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * Number of steps.
     *
     * @return at least 1
     */
    public int steps() {
        return elapsed.length;
    }

    double[] elapsed() {
        return elapsed;
    }

    /**
     * Input of a step.
     *
     * @param step from 0
     * @return a copy
     */
    public double[] input(final int step) {
        return inputs[step].clone();
    }

    /**
     * Elapsed time given to the cell at a step.
     *
     * @param step from 0
     * @return in the cell's unit
     */
    public double elapsed(final int step) {
        return elapsed[step];
    }

    double[][] inputs() {
        return inputs;
    }

    double[][] outputs() {
        return outputs;
    }

    /**
     * Largest difference allowed.
     *
     * @return |difference| / max(1, |expected|)
     */
    public double tolerance() {
        return tolerance;
    }

    /**
     * Runs a cell over the inputs.
     *
     * @param cell the cell, in its zero state
     * @param outputs size of its output
     * @return its outputs, step by step
     */
    public double[][] run(final PolicyCell cell, final int outputs) {
        final double[][] results = new double[elapsed.length][outputs];
        final float[] out = new float[outputs];
        for (int k = 0; k < elapsed.length; k++) {
            final float[] in = new float[inputs[k].length];
            for (int i = 0; i < in.length; i++) {
                in[i] = (float) inputs[k][i];
            }
            cell.step(in, (float) elapsed[k], out);
            for (int i = 0; i < outputs; i++) {
                results[k][i] = out[i];
            }
        }
        return results;
    }

    /** Compares a cell's outputs with these; one finding at most, that says where and by how much. */
    void check(final double[][] results, final Findings findings) {
        double worst = 0;
        String worstText = "";
        int wrong = 0;
        for (int k = 0; k < outputs.length; k++) {
            for (int i = 0; i < outputs[k].length; i++) {
                final double expected = outputs[k][i];
                final double difference = Math.abs(results[k][i] - expected) / Math.max(1, Math.abs(expected));
                final double error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
                if (error > tolerance) {
                    wrong++;
                    if (error > worst) {
                        worst = error;
                        worstText = "output %d of step %d is %s, expected %s: off by %.3g, allowed %.3g"
                                .formatted(i, k, results[k][i], expected, difference, tolerance);
                    }
                }
            }
        }
        if (wrong > 0) {
            findings.add(LABEL, "%d of the golden outputs differ; worst: %s".formatted(wrong, worstText));
        }
    }

    /**
     * Writes the file.
     *
     * @return the file's bytes
     */
    public byte[] write() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tolerance", tolerance);
        fields.put("elapsed", elapsed);
        fields.put("inputs", inputs);
        fields.put("outputs", outputs);
        return (JsonWriter.line(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the file.
     *
     * @param bytes the file
     * @param inputSize values in each input
     * @param outputSize values in each output
     * @return the sequence
     * @throws BundleException when a key is missing or unknown, a size differs or a number is not finite
     */
    static Golden read(final byte[] bytes, final int inputSize, final int outputSize) {
        final Map<?, ?> root = parse(bytes);
        for (final Object key : root.keySet()) {
            if (!KEYS.contains(key)) {
                throw new BundleException(LABEL + ": unknown key '" + key + "'");
            }
        }
        final List<?> steps = list(root.get("elapsed"), "elapsed");
        if (steps.isEmpty() || steps.size() > STEPS_MAX) {
            throw new BundleException(
                    "%s: elapsed has %d steps, expected 1 to %d".formatted(LABEL, steps.size(), STEPS_MAX));
        }
        return new Golden(
                number(root.get("tolerance"), "tolerance", 0, TOLERANCE_MAX),
                row(steps, "elapsed", steps.size(), 0),
                rows(list(root.get("inputs"), "inputs"), "inputs", steps.size(), inputSize),
                rows(list(root.get("outputs"), "outputs"), "outputs", steps.size(), outputSize));
    }

    private static Map<?, ?> parse(final byte[] bytes) {
        try {
            final Object value = JsonReader.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (value instanceof final Map<?, ?> root) {
                return root;
            }
        } catch (final CharacterCodingException e) {
            throw new BundleException(LABEL + ": is no text in UTF-8");
        } catch (final FormatException e) {
            throw new BundleException(LABEL + ": " + e.getMessage());
        }
        throw new BundleException(LABEL + ": is no JSON object");
    }

    private static List<?> list(final Object value, final String what) {
        if (value instanceof final List<?> list) {
            return list;
        }
        throw new BundleException(LABEL + ": " + what + (value == null ? " is missing" : " is no list"));
    }

    private static double[][] rows(final List<?> list, final String key, final int steps, final int size) {
        if (list.size() != steps) {
            throw new BundleException("%s: %s has %d steps, elapsed has %d".formatted(LABEL, key, list.size(), steps));
        }
        final double[][] rows = new double[steps][];
        for (int k = 0; k < steps; k++) {
            final String what = key + " of step " + k;
            rows[k] = row(list(list.get(k), what), what, size, -Float.MAX_VALUE);
        }
        return rows;
    }

    private static double[] row(final List<?> list, final String what, final int size, final double min) {
        if (list.size() != size) {
            throw new BundleException("%s: %s: %d values, expected %d".formatted(LABEL, what, list.size(), size));
        }
        final double[] row = new double[size];
        for (int i = 0; i < size; i++) {
            row[i] = number(list.get(i), what, min, Float.MAX_VALUE);
        }
        return row;
    }

    private static double number(final Object given, final String what, final double min, final double max) {
        final double value = given instanceof final Number number ? number.doubleValue() : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw new BundleException("%s: %s: %s, expected a number from %s to %s"
                    .formatted(LABEL, what, given == null ? "missing" : given, min, max));
        }
        return value;
    }
}
