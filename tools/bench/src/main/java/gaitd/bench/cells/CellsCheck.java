package gaitd.bench.cells;

import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the cells with a folder of reference cases.
 *
 * <p>A case is a JSON file, with a safetensors file beside it for networks. The error of a case is the worst
 * of outputs and states over all steps: the difference over the larger of the reference value's size and the smaller of 1 and
 * the largest size of that quantity in the case. The file wirings.json holds synapse lists: its cases have synapses for steps, and
 * count those that differ from the list when drawn again.
 */
public final class CellsCheck {
    /** Largest error that passes in double. */
    public static final double DOUBLE_TOLERANCE = 1e-10;
    /** Largest error that passes in float. */
    public static final double FLOAT_TOLERANCE = 1e-5;

    /** Folders of the data's root that hold cases. */
    private static final List<String> PARTS = List.of("cells", "seedcells");

    private static final String WIRINGS = "wirings.json";

    /**
     * Outcome of one case.
     *
     * @param name of the case
     * @param steps how many there are, or synapses of a wiring
     * @param doubleError worst relative error of the double form
     * @param plainError worst relative error of the plain float form
     * @param floatError worst relative error of the fastest float form of this machine
     */
    public record Result(String name, int steps, double doubleError, double plainError, double floatError) {
        /**
         * Whether all three stay within their tolerances.
         *
         * @return false also when an error is not a number
         */
        public boolean pass() {
            return doubleError <= DOUBLE_TOLERANCE && plainError <= FLOAT_TOLERANCE && floatError <= FLOAT_TOLERANCE;
        }
    }

    private CellsCheck() {}

    /**
     * Checks every case of a folder, or of its folders cells and seedcells when it has them.
     *
     * @param folder where the cases are
     * @return one result a case, by name
     * @throws IOException when the folder or a file cannot be read, has another format, or there is no case, in one line
     */
    public static List<Result> run(final Path folder) throws IOException {
        final List<Result> results = new ArrayList<>();
        for (final Path file : files(folder)) {
            if (file.endsWith(WIRINGS)) {
                WiringsCheck.run(file, results);
                continue;
            }
            final ReferenceCase reference = CaseReader.read(file);
            results.add(new Result(
                    reference.name,
                    reference.inputs.length,
                    CellRun.worstError(reference, reference.exact, DoubleKernels.INSTANCE),
                    CellRun.worstError(reference, reference.quick, FloatKernels.INSTANCE),
                    CellRun.worstError(reference, reference.quick, FloatKernels.fastest())));
        }
        return results;
    }

    private static List<Path> files(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FormatException(
                    folder + ": " + (Files.exists(folder) ? "is no folder" : "there is no such folder"));
        }
        final List<Path> files = new ArrayList<>();
        for (final String part : PARTS) {
            if (Files.isDirectory(folder.resolve(part))) {
                list(folder.resolve(part), files);
            }
        }
        if (files.isEmpty()) {
            list(folder, files);
        }
        if (files.isEmpty()) {
            throw new FormatException(folder + ": there are no cases (NAME.json) in it");
        }
        return files;
    }

    private static void list(final Path folder, final List<Path> files) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
        }
    }
}
