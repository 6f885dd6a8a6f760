package gaitd.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An environment for the launcher: a copy of the script in a source tree without sources, a path with little on it, an empty home. */
final class LauncherTree {
    private static final Path SCRIPT = Path.of("../../gaitd").toAbsolutePath().normalize();
    private static final List<String> USED = List.of(
            "bash",
            "dirname",
            "readlink",
            "grep",
            "sed",
            "sort",
            "head",
            "find",
            "mkdir",
            "flock",
            "touch",
            "mv",
            "cat",
            "id",
            "awk");
    private static final List<String> MODULES = List.of(
            "mcap", "maths", "hal", "policies", "runtime", "sim-bridge", "tools/robot", "tools/lab", "tools/bench");

    /** Of everything. */
    final Path folder;
    /** The source tree. */
    final Path project;

    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * How the launcher ended.
     *
     * @param code its exit code
     * @param output all that it printed
     */
    record Ended(int code, String output) {}

    LauncherTree(final Path folder, final String tree) throws IOException {
        this.folder = folder;
        bin = Files.createDirectory(folder.resolve("bin"));
        for (final String tool : USED) {
            offer(tool);
        }
        project = Files.createDirectory(folder.resolve(tree));
        copyTo(project);
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.createDirectory(project.resolve(".mvn"));
        for (final String module : MODULES) {
            Files.createDirectories(project.resolve(module).resolve("src/main"));
            Files.createDirectories(project.resolve(module).resolve("target/classes"));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.writeString(project.resolve("tools/pom.xml"), "<project/>");
        set("PATH", bin.toString());
        set("HOME", folder.resolve("home").toString());
        set("GAITD_JVM_DIR", folder.resolve("jvms").toString());
    }

    /** Puts one of the system's tools on the path. */
    void offer(final String tool) throws IOException {
        program(bin.resolve(tool), "#!/bin/bash\nexec /usr/bin/" + tool + " \"$@\"\n");
    }

    /** Puts a tool on the path that says something and does nothing. */
    void say(final String tool, final String said) throws IOException {
        program(bin.resolve(tool), "#!/bin/bash\necho '" + said + "'\n");
    }

    void set(final String variable, final String value) {
        environment.put(variable, value);
    }

    /** Copies the launcher. */
    static void copyTo(final Path home) throws IOException {
        program(home.resolve("gaitd"), Files.readString(SCRIPT));
    }

    static void program(final Path file, final String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A JDK whose java prints what it was called with. */
    void fakeJdk(final String version) throws IOException {
        jdk(version, "echo \"java $*\"");
    }

    /** A JDK whose java does what a script says. */
    void jdk(final String version, final String script) throws IOException {
        final Path home = folder.resolve("jvms/jdk-" + version);
        program(home.resolve("bin/java"), "#!/bin/bash\n" + script + "\n");
        program(home.resolve("bin/javac"), "#!/bin/bash\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /** The JDK of this test. */
    void realJdk() {
        set("JAVA_HOME", System.getProperty("java.home"));
    }

    void fakeMaven(final String version, final String onCompile) throws IOException {
        maven("if [[ $1 == --version ]]; then echo 'Apache Maven " + version + " (x)'; exit; fi\necho \"$*\" >> "
                + folder.resolve("maven.txt") + "\n" + onCompile);
    }

    void maven(final String script) throws IOException {
        program(bin.resolve("mvn"), "#!/bin/bash\n" + script + "\n");
    }

    /** What Maven was called with, one line a call. */
    List<String> mavenCalls() throws IOException {
        return Files.readAllLines(folder.resolve("maven.txt"));
    }

    Ended launch(final Path script, final String... args) throws Exception {
        final var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        final ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        final Process process = builder.start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    Ended launch(final String... args) throws Exception {
        return launch(project.resolve("gaitd"), args);
    }
}
