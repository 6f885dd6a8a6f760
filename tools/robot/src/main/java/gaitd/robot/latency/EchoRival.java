package gaitd.robot.latency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C program that does nothing but answer, compiled on this machine. */
final class EchoRival {
    private static final List<String> COMPILER = List.of("gcc", "-O3", "-march=native", "-Wall");
    private static final String SOURCE = "echo.c";
    private static final String PROGRAM = "echo-rival";
    private static final String OUTPUT = "gcc.txt";

    private EchoRival() {}

    /**
     * Compiles it.
     *
     * @return the program, or null where there is no compiler
     * @throws IOException when it does not compile, with the compiler's words
     */
    static Path compiled(final Children children) throws IOException, InterruptedException {
        final Path source = children.file(SOURCE);
        try (InputStream in = EchoRival.class.getResourceAsStream(SOURCE)) {
            Files.copy(in, source);
        }
        final Path program = children.file(PROGRAM);
        final ArrayList<String> command = new ArrayList<>(COMPILER);
        command.addAll(List.of("-o", program.toString(), source.toString()));
        final Process compiler;
        try {
            compiler = children.start(OUTPUT, command);
        } catch (final IOException e) {
            return null;
        }
        if (compiler.waitFor() != 0) {
            throw new IOException(SOURCE + " does not compile: "
                    + children.said(OUTPUT).lines().findFirst().orElse("gcc said nothing"));
        }
        return program;
    }
}
