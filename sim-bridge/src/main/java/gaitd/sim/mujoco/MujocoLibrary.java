package gaitd.sim.mujoco;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * A loaded libmujoco of a known version.
 *
 * <p>Its path is the one given, else that in the environment variable {@value #VARIABLE}, else the usual names in the
 * usual folders. The version decides the offsets of fields; they are checked on a small model before anything is read
 * through them. A library stays loaded until the program ends. Safe from any thread.
 */
public final class MujocoLibrary {
    /** Environment variable that names the library file. */
    public static final String VARIABLE = "GAITD_MUJOCO";

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final Path path;
    private final Calls calls;
    private final Layout layout;
    private final String version;

    private MujocoLibrary(final Path path, final Calls calls, final Layout layout, final String version) {
        this.path = path;
        this.calls = calls;
        this.layout = layout;
        this.version = version;
    }

    /**
     * Finds and loads the library.
     *
     * @return the library
     * @throws IOException when there is none or it is refused; the message is one line that says what to do
     */
    public static MujocoLibrary find() throws IOException {
        return load(LibraryPlaces.find(System.getenv(VARIABLE), LibraryPlaces.usual()));
    }

    /**
     * Loads a library.
     *
     * @param path the file
     * @return the library
     * @throws IOException when it cannot be read, is not MuJoCo or not of a supported version, in one line
     */
    @SuppressWarnings("restricted")
    public static MujocoLibrary load(final Path path) throws IOException {
        final Path file = path.toAbsolutePath();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("libmujoco: " + file + " is not a readable file");
        }
        requireElf(file);
        final Calls calls;
        try {
            calls = new Calls(SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (NoSuchElementException e) {
            throw new IOException(file + " is not libmujoco: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a shared library that loads on this machine", e);
        }
        final Layout layout = layout(calls.version(), calls.versionString(), file);
        prove(calls, layout, file);
        return new MujocoLibrary(file, calls, layout, calls.versionString());
    }

    /** Refuses a file that is not ELF before the system's loader prints about it. */
    private static void requireElf(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(ELF.length), ELF)) {
                throw new IOException(file + " is not a shared library");
            }
        }
    }

    /** Refuses a library whose fields are not where its layout says. */
    static void prove(final Calls calls, final Layout layout, final Path file) throws IOException {
        try {
            LibraryCheck.run(calls, layout);
        } catch (IOException e) {
            throw new IOException("libmujoco " + calls.versionString() + " at " + file + ": " + e.getMessage(), e);
        }
    }

    /** The layout of a version, or the refusal of one that is not known. */
    static Layout layout(final int version, final String name, final Path file) throws IOException {
        final Layout layout = Layout.of(version);
        if (layout == null) {
            throw new IOException(
                    "libmujoco " + name + " at " + file + " is not supported; supported: " + supportedVersions());
        }
        return layout;
    }

    /**
     * Versions that are supported.
     *
     * @return such as {@code 2.2.2, 3.3.0}
     */
    public static String supportedVersions() {
        return Layout.names();
    }

    /**
     * The library's file.
     *
     * @return absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Version that the library reports.
     *
     * @return such as {@code 2.2.2}
     */
    public String version() {
        return version;
    }

    Calls calls() {
        return calls;
    }

    Layout layout() {
        return layout;
    }
}
