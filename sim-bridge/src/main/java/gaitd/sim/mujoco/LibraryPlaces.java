package gaitd.sim.mujoco;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Where a libmujoco may be: the usual folders and file names. */
final class LibraryPlaces {
    private static final String MISSING_HINT =
            "; install it with \"apt install libmujoco2.2.2\" or name the file in " + MujocoLibrary.VARIABLE;

    private LibraryPlaces() {}

    /** Folders of the system and of MuJoCo's own releases in the home folder. */
    static List<Path> usual() {
        final String machine = "aarch64".equals(System.getProperty("os.arch")) ? "aarch64" : "x86_64";
        final List<Path> folders = new ArrayList<>();
        folders.add(Path.of("/usr/lib/" + machine + "-linux-gnu"));
        folders.add(Path.of("/usr/lib64"));
        folders.add(Path.of("/usr/lib"));
        folders.add(Path.of("/usr/local/lib"));
        folders.addAll(releases(Path.of(System.getProperty("user.home"), ".mujoco")));
        return folders;
    }

    /** A release unpacked in a folder has its library in {@code mujoco-x.y.z/lib}. */
    private static List<Path> releases(final Path home) {
        final List<Path> found = new ArrayList<>();
        found.add(home);
        for (final Path release : list(home, "mujoco*")) {
            found.add(release.resolve("lib"));
        }
        return found;
    }

    /**
     * The library to load.
     *
     * @param named what the environment names, or null
     * @param folders where to look when it names nothing
     * @return a file; the one named is not looked at here
     * @throws IOException when there is none, in one line
     */
    static Path find(final String named, final List<Path> folders) throws IOException {
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (final Path folder : folders) {
            for (final String pattern : new String[] {"libmujoco.so.2.2.2", "libmujoco.so", "libmujoco.so.3.*"}) {
                final List<Path> found = list(folder, pattern);
                if (!found.isEmpty()) {
                    return found.getLast();
                }
            }
        }
        final StringBuilder looked = new StringBuilder();
        for (final Path folder : folders) {
            looked.append(looked.isEmpty() ? "" : ", ").append(folder);
        }
        throw new IOException("libmujoco was not found in " + looked + MISSING_HINT);
    }

    private static List<Path> list(final Path folder, final String pattern) {
        final List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(LibraryPlaces::numbers, Arrays::compare));
        return found;
    }

    /** The numbers in a file's name, so that 3.10.0 comes after 3.9.0. */
    private static int[] numbers(final Path file) {
        return Pattern.compile("[0-9]{1,9}")
                .matcher(file.getFileName().toString())
                .results()
                .mapToInt(m -> Integer.parseInt(m.group()))
                .toArray();
    }
}
