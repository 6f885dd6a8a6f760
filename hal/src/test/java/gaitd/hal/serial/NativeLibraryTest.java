package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fazecast.jSerialComm.SerialPort;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the native code is taken from, each time by a process of its own; nothing is left in /tmp or taken from there. */
@Timeout(60)
class NativeLibraryTest {
    private Path folder;

    /** Where the tree is, so that /tmp can be hidden; in a tree below /tmp this folder is left as it is. */
    @BeforeEach
    void makeFolder() throws IOException {
        final Path target = Files.createDirectories(Path.of("target"));
        folder = Files.createTempDirectory(target.toAbsolutePath(), "native");
    }

    @AfterEach
    void removeFolder() throws IOException {
        final List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (final Path path : all) {
            Files.delete(path);
        }
    }

    @Test
    void besideTheJarOnAMachineWhoseTmpIsReadOnlyAndRunsNothing() throws IOException, InterruptedException {
        assumeTrue(mayMount(), "this user may not mount");
        install(true);
        assertEquals(SerialChild.READY, opened(hiddenTmp("ro,noexec", folder), Path.of("/tmp"), List.of()));
    }

    @Test
    void unpackedFromTheJarIsGoneAtOnceAndNothingElseIsWritten() throws IOException, InterruptedException {
        install(false);
        assertEquals(SerialChild.READY, opened(List.of(), folder.resolve("tmp"), List.of()));
        assertEquals(List.of(), names(folder.resolve("tmp")));
        assertEquals(List.of(), names(folder.resolve("home")));
    }

    /** What somebody else has put where jSerialComm would look is not run. */
    @Test
    void plantedCodeIsNotLoaded() throws IOException, InterruptedException {
        install(false);
        final Path planted = folder.resolve("tmp/jSerialComm/2.11.4/libjSerialComm.so");
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, "not to be loaded");
        assertEquals(SerialChild.READY, opened(List.of(), folder.resolve("tmp"), List.of()));
        assertEquals("not to be loaded", Files.readString(planted));
    }

    @Test
    void codeThatCannotBeLoadedIsOneLine() throws IOException, InterruptedException {
        install(true);
        Files.writeString(folder.resolve("lib").resolve(NativeLibrary.place()), "damaged");
        assertRefused(opened(List.of(), folder.resolve("tmp"), List.of()), "file too short");
        assertRefused(
                opened(
                        List.of(),
                        folder.resolve("tmp"),
                        List.of("-D" + NativeLibrary.PROPERTY + "=" + folder.resolve("elsewhere"))),
                "is missing");
        assertEquals(List.of(), names(folder.resolve("tmp")));
    }

    private static void assertRefused(final String told, final String why) {
        assertTrue(told.startsWith("the native code of jSerialComm cannot be loaded ("), told);
        assertTrue(told.contains(why), told);
        assertTrue(told.contains("): expected it beside the program's libraries"), told);
    }

    /** A folder of libraries as a package has it: the jar, with or without the code beside it. */
    private void install(final boolean beside) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("home"));
        final Path lib = Files.createDirectories(folder.resolve("lib"));
        final Path jar = Path.of(SerialPort.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Files.copy(jar, lib.resolve(jar.getFileName()));
        if (beside) {
            final Path file = lib.resolve(NativeLibrary.place());
            Files.createDirectories(file.getParent());
            try (InputStream code = SerialPort.class.getResourceAsStream("/" + NativeLibrary.place())) {
                Files.copy(code, file);
            }
        }
    }

    /** What a process says that opens a port with the libraries of the folder. */
    private String opened(final List<String> before, final Path tmp, final List<String> more)
            throws IOException, InterruptedException {
        final Path jar = Path.of(names(folder.resolve("lib")).stream()
                .filter(name -> name.endsWith(".jar"))
                .findFirst()
                .orElseThrow());
        final String others = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.contains("jSerialComm"))
                .collect(Collectors.joining(File.pathSeparator));
        final List<String> options = Stream.concat(
                        Stream.of("-Djava.io.tmpdir=" + tmp, "-Duser.home=" + folder.resolve("home")), more.stream())
                .toList();
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialChild child = SerialChild.start(
                        before,
                        options,
                        folder.resolve("lib").resolve(jar) + File.pathSeparator + others,
                        "open",
                        far.device())) {
            final String told = child.line();
            assertEquals(0, child.exitCode());
            return told;
        }
    }

    private static List<String> hiddenTmp(final String options, final Path kept) {
        return List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$0\" && mount --rbind /tmp /tmp && mount -o remount,bind," + options
                        + " /tmp && exec \"$@\"",
                kept.toString());
    }

    private static boolean mayMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
        } catch (final IOException missing) {
            return false;
        }
    }

    private static List<String> names(final Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
