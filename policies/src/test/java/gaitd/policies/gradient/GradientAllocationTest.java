package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An update, load, forward and backward, allocates nothing. */
@Tag("slow")
class GradientAllocationTest {
    private static final int LEAST_CELLS = 40;

    @Test
    void inDouble() {
        check(PlainBatch.exact());
    }

    @Test
    void inPlainFloat() {
        check(PlainBatch.plain());
    }

    private static <A> void check(final BatchKernels<A> batch) {
        GradientGarbage.everyCell(batch, (cell, bytes) -> assertEquals(0, bytes, cell));
    }

    /**
     * Vectors are objects unless the virtual machine compiles them away, which depends on all that has run in it before: so in
     * one of its own.
     */
    @Test
    void inFloatVectors() throws IOException, InterruptedException {
        final String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        classes,
                        GradientGarbage.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final List<String> lines;
        try (BufferedReader reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        assertEquals(0, process.waitFor());
        assertTrue(lines.size() > LEAST_CELLS, lines::toString);
        for (final String line : lines) {
            assertTrue(line.endsWith(": 0"), "bytes over all updates, " + line);
        }
    }
}
