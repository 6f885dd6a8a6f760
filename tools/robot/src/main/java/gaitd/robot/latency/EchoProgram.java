package gaitd.robot.latency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C program that only answers, compiled on this machine. */
final class EchoProgram {
    private static final List<String> COMPILER = List.of("gcc", "-O3", "-march=native", "-Wall");
    private static final String SOURCE = "echo.c";
    private static final String PROGRAM = "echo";
    private static final String OUTPUT = "gcc.txt";

    private EchoProgram() {}

    /**
     * Compiles it.
     *
     * @return the program, or null where there is no compiler
     * @throws IOException when it does not compile, with the compiler's message
     */
    static Path compiled(final BenchProcesses processes) throws IOException, InterruptedException {
        final Path source = processes.file(SOURCE);
        try (InputStream in = EchoProgram.class.getResourceAsStream(SOURCE)) {
            Files.copy(in, source);
        }
        final Path program = processes.file(PROGRAM);
        final ArrayList<String> command = new ArrayList<>(COMPILER);
        command.addAll(List.of("-o", program.toString(), source.toString()));
        final Process compiler;
        try {
            compiler = processes.start(OUTPUT, command);
        } catch (final IOException e) {
            return null;
        }
        if (compiler.waitFor() != 0) {
            throw new IOException(SOURCE + " does not compile: "
                    + processes.output(OUTPUT).lines().findFirst().orElse("gcc printed nothing"));
        }
        return program;
    }
}
