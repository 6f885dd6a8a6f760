package gaitd.policies.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.gradient.PlainBatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An update, load, forward and backward, allocates nothing. */
class EquilibriumAllocationTest {
    @Test
    void inDouble() {
        assertEquals(0, EquilibriumGarbage.leastBytes(PlainBatch.exact(), 6, 20));
    }

    @Test
    void inPlainFloat() {
        assertEquals(0, EquilibriumGarbage.leastBytes(PlainBatch.plain(), 6, 20));
    }

    /** Vectors are objects unless the virtual machine compiles them away, which depends on all that has run in it before: so in one of its own. */
    @Tag("slow")
    @Test
    void inFloatVectors() throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(EquilibriumGarbage.class.getName());
        final Process process = new ProcessBuilder(command)
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
