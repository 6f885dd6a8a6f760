package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.latency.Jvms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in an environment of its own: a copy of the script, a path with little on it, an empty home. */
class LauncherTest {
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
            "cat");

    private static final List<String> MODULES =
            List.of("hal", "policies", "runtime", "sim-bridge", "tools/robot", "tools/lab", "tools/bench");

    @TempDir
    Path folder;

    private Path bin;
    private Path project;

    @BeforeEach
    void makeEnvironment() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        for (final String tool : USED) {
            offer(tool);
        }
        project = Files.createDirectory(folder.resolve("project"));
        program(project.resolve("gaitd"), Files.readString(SCRIPT));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.createDirectory(project.resolve(".mvn"));
        for (final String module : MODULES) {
            Files.createDirectories(project.resolve(module).resolve("src/main"));
            Files.createDirectories(project.resolve(module).resolve("target/classes"));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
        }
    }

    /** Puts one of the system's tools on the path. */
    private void offer(final String tool) throws IOException {
        program(bin.resolve(tool), "#!/bin/bash\nexec /usr/bin/" + tool + " \"$@\"\n");
    }

    private static void program(final Path file, final String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A JDK whose java prints what it was called with. */
    private void fakeJdk(final String version) throws IOException {
        final Path home = folder.resolve("jvms/jdk-" + version);
        program(home.resolve("bin/java"), "#!/bin/bash\necho \"java $*\"\n");
        program(home.resolve("bin/javac"), "#!/bin/bash\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void fakeMaven(final String version, final String onCompile) throws IOException {
        program(
                bin.resolve("mvn"),
                "#!/bin/bash\nif [[ $1 == --version ]]; then echo 'Apache Maven " + version
                        + " (x)'; exit; fi\necho \"$*\" >> " + folder.resolve("maven.txt") + "\n" + onCompile + "\n");
    }

    private record Ended(int code, String output) {}

    private Ended launch(final Path script, final String... args) throws Exception {
        final var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        final ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("GAITD_JVM_DIR", folder.resolve("jvms").toString());
        final Process process = builder.start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private Ended launch(final String... args) throws Exception {
        return launch(project.resolve("gaitd"), args);
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        fakeJdk("17.0.15");
        fakeJdk("2.5.0");
        final Ended ended = launch("version");
        assertEquals(3, ended.code, ended.output);
        assertEquals(1, ended.output.lines().count(), ended.output);
        assertTrue(ended.output.contains("JDK 25") && ended.output.contains("adoptium.net"), ended.output);
    }

    @Test
    void buildsOnceThenRuns() throws Exception {
        fakeJdk("25.0.1");
        fakeMaven("3.9.9", "");
        final Ended first = launch("run", "--vx", "0.4");
        assertEquals(0, first.code, first.output);
        assertTrue(first.output.contains("building"), first.output);
        assertTrue(first.output.contains("gaitd.robot.Main run --vx 0.4"), first.output);
        final Ended second = launch("version");
        assertTrue(!second.output.contains("building"), second.output);
        assertEquals(1, Files.readAllLines(folder.resolve("maven.txt")).size());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        fakeJdk("25");
        fakeMaven("3.6.3", "");
        launch("version");
        Files.writeString(project.resolve("hal/src/main/A.java"), "class A {}");
        assertTrue(launch("version").output.contains("building"));
    }

    @Test
    void goesOnlineOnlyWhenSomethingIsMissing() throws Exception {
        fakeJdk("25");
        fakeMaven("3.9.9", "if [[ $* == *' -o '* ]]; then echo 'Cannot access central in offline mode'; exit 1; fi");
        final Ended ended = launch("version");
        assertEquals(0, ended.code, ended.output);
        assertEquals(2, Files.readAllLines(folder.resolve("maven.txt")).size());
    }

    @Test
    void showsTheErrorsOfAFailedBuild() throws Exception {
        fakeJdk("25");
        fakeMaven("3.9.9", "echo '[ERROR] A.java:3 no such symbol'; exit 1");
        final Ended ended = launch("version");
        assertEquals(3, ended.code, ended.output);
        assertTrue(ended.output.contains("A.java:3 no such symbol"), ended.output);
        assertEquals(1, Files.readAllLines(folder.resolve("maven.txt")).size());
    }

    @Test
    void doesNotTakeAMavenThatIsTooOld() throws Exception {
        fakeJdk("25");
        fakeMaven("3.6.1", "");
        final Ended ended = launch("version");
        assertEquals(3, ended.code, ended.output);
        assertTrue(ended.output.contains("needs Maven 3.6.3") && ended.output.contains("found 3.6.1"), ended.output);
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        fakeJdk("25");
        final Ended ended = launch("version");
        assertEquals(3, ended.code, ended.output);
        assertEquals(1, ended.output.lines().count(), ended.output);
        assertTrue(ended.output.contains("needs Maven") && ended.output.contains("found none"), ended.output);
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        fakeJdk("25");
        fakeMaven("3.9.9", "");
        final Path link = Files.createSymbolicLink(folder.resolve("walk"), project.resolve("gaitd"));
        final Ended ended = launch(link, "version");
        assertEquals(0, ended.code, ended.output);
        assertTrue(ended.output.contains(project + "/hal/target/classes"), ended.output);
    }

    @Test
    void controlGetsAJvmThatNeverPausesAndOthersAnOrdinaryOne() throws Exception {
        fakeJdk("25.0.1");
        fakeMaven("3.9.9", "");
        final String all = " " + String.join(" ", Jvms.ALL) + " -cp ";
        final String control = launch("control", "--help").output;
        assertTrue(control.contains("java " + String.join(" ", Jvms.REAL_TIME) + all), control);
        final String companion = launch("companion").output;
        assertTrue(companion.contains("java -XX:+UseSerialGC ") && companion.contains(all), companion);
    }

    /** A launcher beside jars, as packages have it. */
    private Path install() throws IOException {
        final Path home = folder.resolve("installed");
        program(home.resolve("gaitd"), Files.readString(SCRIPT));
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/b.jar"), "");
        Files.writeString(home.resolve("lib/a.jar"), "");
        return home;
    }

    @Test
    void anInstalledOneTakesItsJarsInOrderAndBuildsNothing() throws Exception {
        fakeJdk("25.0.1");
        Files.delete(folder.resolve("jvms/jdk-25.0.1/bin/javac"));
        final Path home = install();
        final Ended ended = launch(home.resolve("gaitd"), "version");
        assertEquals(0, ended.code, ended.output);
        assertTrue(
                ended.output.contains("-cp " + home + "/lib/a.jar:" + home + "/lib/b.jar gaitd.robot.Main version"),
                ended.output);
        assertTrue(!ended.output.contains("AOT"), ended.output);
    }

    @Test
    void anInstalledOnePreparesAnArchiveAndStartsFromIt() throws Exception {
        fakeJdk("25.0.1");
        final Path home = install();
        final Path archive = home.resolve(".gaitd/gaitd.aot");
        final Ended prepared = launch(home.resolve("gaitd"), "prepare");
        assertTrue(prepared.output.contains("-XX:AOTCacheOutput=" + archive), prepared.output);
        assertTrue(prepared.output.contains("gaitd.robot.Main run --lockstep"), prepared.output);
        Files.writeString(archive, "");
        final Ended started = launch(home.resolve("gaitd"), "version");
        assertTrue(started.output.contains("-XX:AOTCache=" + archive), started.output);
        final String control = launch(home.resolve("gaitd"), "control").output;
        assertTrue(control.contains("-XX:AOTCache=" + archive) && control.contains("Epsilon"), control);
    }

    @Test
    void anInstalledOneSaysWhereItCannotPrepare() throws Exception {
        fakeJdk("25.0.1");
        final Path home = install();
        Files.deleteIfExists(home.resolve(".gaitd"));
        Files.writeString(home.resolve(".gaitd"), "in the way");
        final Ended ended = launch(home.resolve("gaitd"), "prepare");
        assertEquals(3, ended.code, ended.output);
        assertTrue(ended.output.contains("prepare cannot write to " + home + "/.gaitd"), ended.output);
    }
}
