package gaitd.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where jSerialComm's native code comes from: the folder of its jar, where the build and the packages put it.
 *
 * <p>Left to itself that library loads what it finds in /tmp/jSerialComm, whoever put it there, and unpacks to it with permission for
 * all to write. So its code is tried here first, and its classes are touched only after that.
 */
final class NativeLibrary {
    /** Where jSerialComm looks first: a folder with {@code Linux/PROCESSOR/libjSerialComm.so}. */
    static final String PROPERTY = "jSerialComm.library.path";

    private static final String FILE = "libjSerialComm.so";
    private static boolean loaded;

    private NativeLibrary() {}

    /** Loads it, once; throws a {@link SerialException} where it cannot be. */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        final String given = System.getProperty(PROPERTY);
        final Path folder = given == null || given.isEmpty() ? besideJar() : Path.of(given);
        if (Files.isRegularFile(folder.resolve(place()))) {
            load(folder);
        } else if (given == null || given.isEmpty()) {
            loadFromJar();
        } else {
            throw refused(folder + "/" + place() + " is missing");
        }
        loaded = true;
    }

    /** The file in a folder, or in the library's jar. */
    static String place() {
        return "Linux/" + ("aarch64".equals(System.getProperty("os.arch")) ? "armv8_64" : "x86_64") + "/" + FILE;
    }

    private static Path besideJar() {
        try {
            return Path.of(SerialPort.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("");
        } catch (final URISyntaxException e) {
            throw refused("the class path has a place that is no path");
        }
    }

    private static void load(final Path folder) {
        final String error = LoadableCode.error(folder.resolve(place()).toAbsolutePath());
        if (error != null) {
            throw refused(error);
        }
        System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
        // Its static part loads the file now, while it is there.
        SerialPort.getVersion();
    }

    /** Out of the jar into a folder that only this user can look into and that is gone at once: how tests and other builds run. */
    private static void loadFromJar() {
        try (InputStream code = SerialPort.class.getResourceAsStream("/" + place())) {
            if (code == null) {
                throw refused(place() + " is neither beside jSerialComm's jar nor in it");
            }
            final Path folder = Files.createTempDirectory(
                    "gaitd-serial", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            final Path file = folder.resolve(place());
            try {
                Files.createDirectories(file.getParent());
                Files.copy(code, file);
                load(folder);
            } finally {
                Files.deleteIfExists(file);
                for (Path empty = file.getParent(); !empty.equals(folder.getParent()); empty = empty.getParent()) {
                    Files.deleteIfExists(empty);
                }
            }
        } catch (final IOException e) {
            throw refused(e.toString());
        }
    }

    private static SerialException refused(final String why) {
        return new SerialException("the native code of jSerialComm cannot be loaded (" + why
                + "): expected it beside the program's libraries, on a disk that programs may run from; install gaitd's"
                + " package again, or name its folder by -D" + PROPERTY);
    }
}
