package gaitd.bench.speed;

import gaitd.bench.turns.Candidate;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A cell in C compiled with its sizes as constants, with its weights in aligned native memory. A block of steps is one
 * call, so the cost of calls from Java is negligible.
 */
@SuppressWarnings("restricted")
final class CompiledCell implements Candidate.Work, AutoCloseable {
    /** How it is compiled. */
    static final List<String> COMPILER = List.of("gcc", "-O3", "-march=native", "-ffast-math");

    private static final List<String> LIBRARY = List.of("-fvisibility=hidden", "-shared", "-fPIC");
    private static final String[] HEADERS = {"functions.h", "run.h"};
    private static final int ALIGNMENT = 64;

    private final Arena arena = Arena.ofConfined();
    private final MethodHandle run;
    private final MemorySegment state;
    private final MemorySegment inputs;
    private final MemorySegment output;
    private final float elapsed;

    /**
     * Compiles and loads.
     *
     * @param of the cell
     * @param order constant that chooses the order of the loops, empty for the usual one
     * @param parameters of the cell, in the order of its layout
     * @param inputs of all frames, one behind the other
     * @param elapsed each step
     * @throws IOException when it does not compile, with the compiler's words
     */
    CompiledCell(
            final CellCase of, final String order, final float[] parameters, final float[] inputs, final double elapsed)
            throws IOException {
        final SymbolLookup library = compiled(of, order);
        final Linker linker = Linker.nativeLinker();
        final MethodHandle load = linker.downcallHandle(
                library.findOrThrow("load"), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        run = linker.downcallHandle(
                library.findOrThrow("run"),
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_FLOAT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
        this.elapsed = (float) elapsed;
        this.inputs = floats(inputs.length);
        MemorySegment.copy(inputs, 0, this.inputs, ValueLayout.JAVA_FLOAT, 0, inputs.length);
        state = floats(of.sizes().get("NEURONS"));
        output = floats(of.sizes().get("OUTPUTS"));
        try (Arena brief = Arena.ofConfined()) {
            load.invokeExact(
                    brief.allocateFrom(ValueLayout.JAVA_FLOAT, parameters),
                    brief.allocateFrom(
                            ValueLayout.JAVA_INT,
                            of.pattern().stream().mapToInt(Integer::intValue).toArray()));
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MemorySegment floats(final int length) {
        return arena.allocate((long) length * Float.BYTES, ALIGNMENT);
    }

    /** The library is gone from the disk again when this returns. */
    private SymbolLookup compiled(final CellCase of, final String order) throws IOException {
        final Path folder = Files.createTempDirectory("gaitd-cells");
        final List<Path> files = new ArrayList<>();
        try {
            for (final String header : HEADERS) {
                files.add(extracted(header, folder));
            }
            final Path source = extracted(of.source(), folder);
            files.add(source);
            final Path library = folder.resolve("cell.so");
            files.add(library);
            final List<String> command = new ArrayList<>(COMPILER);
            command.addAll(LIBRARY);
            for (final Map.Entry<String, Integer> size : of.sizes().entrySet()) {
                command.add("-D" + size.getKey() + "=" + size.getValue());
            }
            if (!order.isEmpty()) {
                command.add("-D" + order);
            }
            command.addAll(List.of("-o", library.toString(), source.toString()));
            final String said = output(command);
            if (!Files.exists(library)) {
                throw new IOException(of.source() + " does not compile: " + said);
            }
            return SymbolLookup.libraryLookup(library, arena);
        } finally {
            for (final Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private static Path extracted(final String name, final Path folder) throws IOException {
        final Path file = folder.resolve(name);
        try (InputStream in = CompiledCell.class.getResourceAsStream(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** First line of the compiler's version, or nothing when there is no compiler. */
    static String compilerVersion() {
        try {
            return output(List.of(COMPILER.getFirst(), "--version"))
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (final IOException e) {
            return "";
        }
    }

    private static String output(final List<String> command) throws IOException {
        final Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor();
        } catch (final InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        return said;
    }

    @Override
    public void run(final int steps) {
        try {
            run.invokeExact(state, inputs, elapsed, output, steps);
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the state. */
    float[] state() {
        return state.toArray(ValueLayout.JAVA_FLOAT);
    }

    /** A copy of the last step's output. */
    float[] output() {
        return output.toArray(ValueLayout.JAVA_FLOAT);
    }

    @Override
    public void close() {
        arena.close();
    }
}
