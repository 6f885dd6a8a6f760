package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is found, and what is refused in one line. */
class MujocoLibraryTest {
    @TempDir
    Path folder;

    @Test
    void loadsTheInstalledLibrary() {
        final MujocoLibrary library = Mujoco.library();
        assertTrue(List.of(MujocoLibrary.supportedVersions().split(", ", -1)).contains(library.version()));
        assertTrue(Files.isRegularFile(library.path()));
    }

    @Test
    void saysWhereItLookedAndWhatToDo() {
        refused(
                () -> LibraryPlaces.find(null, List.of(folder, folder.resolve("none"))),
                folder.toString(),
                folder.resolve("none").toString(),
                "apt install libmujoco2.2.2",
                "GAITD_MUJOCO");
    }

    @Test
    void takesTheFileThatTheEnvironmentNames() throws IOException {
        Files.createFile(folder.resolve("libmujoco.so"));
        assertEquals(Path.of("/a/b.so"), LibraryPlaces.find("/a/b.so", List.of(folder)));
        assertEquals(folder.resolve("libmujoco.so"), LibraryPlaces.find(" ", List.of(folder)));
    }

    @Test
    void takesTheNewestOfSeveral() throws IOException {
        for (final String version : List.of("3.9.1", "3.10.0", "3.2.7")) {
            Files.createFile(folder.resolve("libmujoco.so." + version));
        }
        assertEquals(folder.resolve("libmujoco.so.3.10.0"), LibraryPlaces.find(null, List.of(folder)));
    }

    @Test
    void looksInTheSystemsFoldersAndAtHome() {
        final List<Path> usual = LibraryPlaces.usual();
        assertTrue(usual.contains(Path.of("/usr/local/lib")));
        assertTrue(usual.contains(Path.of(System.getProperty("user.home"), ".mujoco")));
    }

    @Test
    void refusesAnUnknownVersionByName() {
        refused(
                () -> MujocoLibrary.layout(9_009_009, "9.9.9", Path.of("/x/libmujoco.so")),
                "libmujoco 9.9.9 at /x/libmujoco.so is not supported",
                "supported: 2.2.2");
    }

    @Test
    void refusesWhatIsNotThere() {
        refused(() -> MujocoLibrary.load(folder.resolve("absent.so")), "absent.so is not a readable file");
        refused(() -> MujocoLibrary.load(folder), "is not a readable file");
    }

    @Test
    void refusesWhatIsNotALibrary() throws IOException {
        final Path text = Files.writeString(folder.resolve("libmujoco.so"), "not a library");
        refused(() -> MujocoLibrary.load(text), "libmujoco.so is not a shared library");
        final byte[] elf = new byte[100];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, elf, 0, 4);
        final Path broken = Files.write(folder.resolve("broken.so"), elf);
        refused(() -> MujocoLibrary.load(broken), "broken.so is not a shared library that loads on this machine");
    }

    @Test
    void refusesAnotherLibrary() {
        final Path other = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
        refused(() -> MujocoLibrary.load(other), "libzip.so is not libmujoco");
    }

    private static void refused(final Executable call, final String... parts) {
        final String message = assertThrows(IOException.class, call).getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertFalse(message.contains("\n"), message);
    }
}
