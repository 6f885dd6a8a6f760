package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file's class name says which class is meant, without its package, in code, tests and docs. */
class ClassNamesTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of(
            "mcap",
            "maths",
            "hal",
            "policies",
            "runtime",
            "sim-bridge",
            "tools/robot",
            "tools/lab",
            "tools/bench",
            "tools/spark");
    private static final List<String> SOURCES = List.of("src/main/java", "src/test/java", "src/testsupport/java");

    @Test
    void everyClassNameExistsOnce() throws IOException {
        final List<Path> files = sources(ROOT, MODULES);
        assertTrue(files.size() > 1000, "only " + files.size() + " files found");
        assertEquals(List.of(), repeated(files));
    }

    @Test
    void everyModuleIsLookedAt() throws IOException {
        try (Stream<Path> poms = Files.find(ROOT, 3, (file, is) -> file.endsWith("pom.xml"))) {
            final List<String> modules = poms.map(pom -> ROOT.relativize(pom.getParent()))
                    .map(Path::toString)
                    .filter(folder -> Files.isDirectory(ROOT.resolve(folder).resolve("src")))
                    .sorted()
                    .toList();
            assertEquals(MODULES.stream().sorted().toList(), modules);
        }
    }

    @Test
    void aNameInTwoModulesIsFound(@TempDir final Path tree) throws IOException {
        for (final String file : List.of(
                "hal/src/main/java/a/Twice.java",
                "tools/lab/src/test/java/b/Twice.java",
                "tools/robot/src/testsupport/java/c/Once.java",
                "hal/src/main/java/a/package-info.java",
                "tools/lab/src/test/java/b/package-info.java")) {
            Files.createDirectories(tree.resolve(file).getParent());
            Files.createFile(tree.resolve(file));
        }
        assertEquals(List.of("Twice"), repeated(sources(tree, MODULES)));
    }

    private static List<Path> sources(final Path root, final List<String> modules) throws IOException {
        final List<Path> files = new ArrayList<>();
        for (final String module : modules) {
            for (final String source : SOURCES) {
                final Path folder = root.resolve(module).resolve(source);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> all = Files.walk(folder)) {
                        all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    /** Class names that more than one file has, sorted. */
    private static List<String> repeated(final List<Path> files) {
        final TreeMap<String, Integer> count = new TreeMap<>();
        for (final Path file : files) {
            count.merge(file.getFileName().toString().replace(".java", ""), 1, Integer::sum);
        }
        count.remove("package-info");
        count.values().removeIf(times -> times == 1);
        return List.copyOf(count.keySet());
    }
}
