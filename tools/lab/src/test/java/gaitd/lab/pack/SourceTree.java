package gaitd.lab.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small built source tree: the real launcher, units and scripts, made-up classes and libraries. */
final class SourceTree {
    static final Path REAL = Path.of("../..").toAbsolutePath().normalize();
    /** 21 November 2026. */
    static final long TIME_S = 1_795_219_200L;

    final Path root;

    SourceTree(final Path root) throws IOException {
        this.root = root;
        for (final String file : List.of(
                "gaitd",
                "LICENSE",
                "README.md",
                "docs/operations.md",
                "layouts/foxglove.json",
                "layouts/plotjuggler.xml")) {
            copy(file);
        }
        try (Stream<Path> files = Files.walk(REAL.resolve("systemd"))) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                copy(REAL.relativize(file).toString());
            }
        }
        for (final String module : List.of(
                "mcap",
                "maths",
                "hal",
                "policies",
                "runtime",
                "sim-bridge",
                "tools/robot",
                "tools/lab",
                "tools/bench")) {
            final String name = Path.of(module).getFileName().toString();
            write(module + "/target/classes/gaitd/" + name + "/A.class", "class of " + name);
        }
        library("plain-1.0.jar", "a/B.class", "META-INF/MANIFEST.MF");
        library(
                "native-2.1.jar",
                "x/Linux/x86_64/libx.so",
                "x/Linux/arm64/libx.so",
                "x/Linux-musl/x86_64/libx.so",
                "x/Windows/x86_64/x.dll",
                "x/Mac/arm64/libx.dylib",
                "x/X.class");
        library(
                "jSerialComm-2.0.jar",
                "Linux/x86_64/libjSerialComm.so",
                "Linux/armv8_64/libjSerialComm.so",
                "Linux/armv7hf/libjSerialComm.so",
                "FreeBSD/arm64/libjSerialComm.so",
                "com/S.class");
        library(
                "three-0.1.jar",
                "META-INF/resources/webjars/three/0.1/build/three.module.min.js",
                "META-INF/resources/webjars/three/0.1/build/three.cjs",
                "META-INF/resources/webjars/three/0.1/examples/jsm/controls/OrbitControls.js",
                "META-INF/maven/org.webjars.npm/three/pom.properties");
        library("xz-1.0.jar", "org/tukaani/Xz.class");
        labLibrary("plain-1.0.jar", "a/B.class");
        labLibrary("plots-3.0.jar", "p/Q.class");
        labLibrary("commons-compress-1.0.jar", "c/Tar.class");
    }

    private void copy(final String file) throws IOException {
        final Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(REAL.resolve(file), target);
    }

    void write(final String path, final String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    void library(final String name, final String... files) throws IOException {
        jar(root.resolve("tools/robot/target/lib").resolve(name), files);
    }

    private void labLibrary(final String name, final String... files) throws IOException {
        jar(root.resolve("tools/bench/target/lib").resolve(name), files);
    }

    private static void jar(final Path jar, final String... files) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(file.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** The Debian package of the lab. */
    Path lab(final String version, final Architecture architecture, final Path folder)
            throws IOException, PackException {
        return new Packager(root, version, TIME_S).make(architecture, folder).get(2);
    }

    /** The Debian package of the robot's part. */
    Path debian(final String version, final Architecture architecture, final Path folder)
            throws IOException, PackException {
        return new Packager(root, version, TIME_S).make(architecture, folder).getFirst();
    }
}
