package gaitd.lab.pack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jars of the installed program. */
final class Libraries {
    /** Needed only to make packages, which an installed program does not do. */
    private static final List<String> LEFT_OUT = List.of("xz", "commons-compress", "commons-codec", "commons-lang3");

    private static final Pattern NAME = Pattern.compile("(.+?)-([0-9][^/]*)\\.jar");
    /** Of this library the live page serves a few files of many. */
    private static final String SCENES = "META-INF/resources/webjars/three/";

    private static final Pattern SCENES_SERVED = Pattern.compile(
            ".*/(build/three\\.(module|core)\\.min\\.js|LICENSE|examples/jsm/(controls|geometries|environments)/.*)");

    /** Code that is loaded as a file, from beside the jar that has it. */
    private static final Pattern LOADED = Pattern.compile("Linux/[^/]+/libjSerialComm\\.so");

    private final Path source;
    private final Jars jars;

    Libraries(final Path source, final long timeS) {
        this.source = source;
        jars = new Jars(timeS);
    }

    /** The jars of a part by file name: its modules' own, then the libraries' that no part below it has, and code to be loaded. */
    Map<String, byte[]> of(final Part part, final Architecture architecture) throws IOException, PackException {
        final Map<String, byte[]> all = new TreeMap<>();
        for (final String module : part.modules()) {
            final Path classes = source.resolve(module).resolve("target/classes");
            if (!Files.isDirectory(classes)) {
                throw new PackException(classes + " is missing: run ./gaitd in the source tree, which builds it");
            }
            all.put("gaitd-" + Path.of(module).getFileName() + ".jar", jars.ofFolder(classes));
        }
        final Map<String, Path> chosen = chosen(part.modules().getLast());
        if (part == Part.LAB) {
            chosen.keySet().removeAll(chosen(Part.ROBOT.modules().getLast()).keySet());
        }
        for (final Path jar : chosen.values()) {
            all.put(
                    jar.getFileName().toString(),
                    jars.ofLibrary(jar, path -> architecture.wants(path) && isServed(path) && !isLoaded(path)));
            all.putAll(jars.files(jar, path -> architecture.wants(path) && isLoaded(path)));
        }
        return all;
    }

    private static boolean isLoaded(final String path) {
        return LOADED.matcher(path).matches();
    }

    private static boolean isServed(final String path) {
        return !path.startsWith(SCENES) || SCENES_SERVED.matcher(path).matches();
    }

    private Map<String, Path> chosen(final String module) throws IOException, PackException {
        final Map<String, Path> byName = new TreeMap<>();
        final Path folder = source.resolve(module).resolve("target/lib");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (final Path jar : files) {
                final Matcher name = NAME.matcher(jar.getFileName().toString());
                final String key =
                        name.matches() ? name.group(1) : jar.getFileName().toString();
                if (LEFT_OUT.contains(key)) {
                    continue;
                }
                final Path other = byName.put(key, jar);
                if (other != null) {
                    throw new PackException("two versions of a library, " + other.getFileName() + " and "
                            + jar.getFileName() + ", are in " + folder + ": remove that folder and build again");
                }
            }
        }
        return byName;
    }
}
