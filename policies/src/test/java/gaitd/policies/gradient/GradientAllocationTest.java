package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.OdeSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An update, load, forward and backward, allocates nothing. */
class GradientAllocationTest {
    private static final int UPDATES = 500;
    private static final long SEED = 3;

    @Test
    void inDouble() {
        check(PlainBatch.exact());
    }

    @Test
    void inPlainFloat() {
        check(PlainBatch.plain());
    }

    private static <A> void check(final BatchKernels<A> batch) {
        for (final Map.Entry<String, CellSpec> cell :
                RandomCells.all(new Random(SEED)).entrySet()) {
            final SequenceGradient<A> back = SequenceGradient.backpropagation(cell.getValue(), batch, 2, 3);
            assertEquals(0, Garbage.leastBytes(back, UPDATES), cell.getKey());
            if (cell.getValue() instanceof final OdeSpec ode) {
                final SequenceGradient<A> adjoint = SequenceGradient.adjoint(ode, batch, 2, 3, 2);
                assertEquals(0, Garbage.leastBytes(adjoint, UPDATES), cell.getKey());
            }
        }
    }

    /**
     * Vectors are objects unless the virtual machine compiles them away, which depends on all that has run in it before: so in
     * one of its own, and the dense liquid cell that is benchmarked only. Batches of one pair of vectors with sparse patterns are sometimes left
     * with some kilobytes an update.
     */
    @Test
    void ofTheBenchmarkInFloatVectors() throws IOException, InterruptedException {
        final String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        classes,
                        Garbage.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final List<String> lines;
        try (BufferedReader reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        assertEquals(0, process.waitFor());
        assertEquals(List.of("0"), lines);
    }
}
