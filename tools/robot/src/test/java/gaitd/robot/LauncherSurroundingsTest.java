package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher where something around it is wrong: one line that says what, and no line of another program. */
class LauncherSurroundingsTest {
    @TempDir
    Path folder;

    private LauncherTree machine(final String tree) throws IOException {
        final LauncherTree machine = new LauncherTree(folder, tree);
        machine.fakeJdk("25.0.1");
        machine.fakeMaven("3.9.9", "");
        return machine;
    }

    private static String refusal(final LauncherTree.Ended ended) {
        assertEquals(3, ended.code(), ended.output());
        assertEquals(1, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().startsWith("gaitd: "), ended.output());
        return ended.output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "test"})
    void aTreeThatCannotBeWrittenToIsNotBuilt(final String command) throws Exception {
        final LauncherTree machine = machine("project");
        Files.writeString(machine.project.resolve(".gaitd"), "in the way");
        final String line = refusal(machine.launch(command));
        assertTrue(line.contains(machine.project + " has to be built and cannot be written to by "), line);
        assertTrue(line.contains("as its owner"), line);
    }

    @Test
    void aTreeThatIsBuiltNeedNotBeWrittenTo() throws Exception {
        final LauncherTree machine = machine("project");
        assertEquals(0, machine.launch("version").code());
        Files.delete(machine.project.resolve(".gaitd/build.lock"));
        Files.createDirectory(machine.project.resolve(".gaitd/build.lock"));
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(0, ended.code(), ended.output());
    }

    @Test
    void aMavenThatDoesNotStartIsNotCalledMissing() throws Exception {
        final LauncherTree machine = machine("project");
        machine.maven(
                "echo 'Unrecognized option: -Xnonsense'; echo 'Error: Could not create the Java Virtual Machine.'; exit 1");
        assertTrue(refusal(machine.launch("version")).contains("it must run before anything can be built"));
        machine.set("MAVEN_OPTS", "-Xnonsense");
        final String line = refusal(machine.launch("version"));
        assertTrue(line.contains("Unrecognized option: -Xnonsense; look at MAVEN_OPTS=-Xnonsense"), line);
        assertFalse(line.contains("install it"), line);
    }

    @ParameterizedTest
    @CsvSource({
        "version, JAVA_TOOL_OPTIONS, -XX:+UseG1GC, Multiple garbage collectors selected",
        "control, JAVA_TOOL_OPTIONS, -XX:+UseSerialGC, Multiple garbage collectors selected",
        "control, JDK_JAVA_OPTIONS, -XX:+UseParallelGC, Multiple garbage collectors selected",
        "version, _JAVA_OPTIONS, -Xmx16m, Initial heap size set to a larger value than the maximum heap size",
        "train, JAVA_TOOL_OPTIONS, -Xnonsense, Unrecognized option: -Xnonsense"
    })
    void optionsOfAJvmThatDoNotGoWithOursAreNamed(
            final String command, final String variable, final String option, final String reason) throws Exception {
        final LauncherTree machine = machine("project");
        machine.launch("version");
        machine.realJdk();
        machine.set(variable, option);
        final String line = refusal(machine.launch(command));
        assertTrue(line.contains("no JVM starts with " + variable + "=" + option + ": the JVM says: " + reason), line);
    }

    @Test
    void optionsOfAJvmThatDoNoHarmAreLeftAlone() throws Exception {
        final LauncherTree machine = machine("project");
        machine.set("JAVA_TOOL_OPTIONS", "-Dsome=thing");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(0, ended.code(), ended.output());
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL, C",
        "LC_ALL, POSIX",
        "LC_CTYPE, C",
        "LANG, not_THERE.UTF-8",
        "LC_TIME, not_THERE.UTF-8",
        "LANG, C.UTF-8"
    })
    void theJvmKnowsAllLettersWhateverTheLocale(final String variable, final String locale) throws Exception {
        final LauncherTree machine = machine("wö ist 道");
        final String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        machine.jdk("25.0.1", "exec " + java + " -XshowSettings:properties -version");
        machine.set(variable, locale);
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("sun.jnu.encoding = UTF-8"), ended.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"})
    void noFileOfTheJvmTakesThePlaceOfAClosedStream(final String closed) throws Exception {
        final LauncherTree machine = machine("project");
        machine.launch("version");
        final Path open = folder.resolve("open.txt");
        machine.jdk("25.0.1", "for n in 0 1 2; do [[ -e /proc/$$/fd/$n ]] && echo $n; done > " + open);
        machine.launch(Path.of("/bin/bash"), "-c", machine.project + "/gaitd version " + closed);
        assertEquals(List.of("0", "1", "2"), Files.readAllLines(open));
    }

    @Test
    void aPathThatAClassPathCannotHoldIsRefused() throws Exception {
        final String line = refusal(machine("one:two").launch("version"));
        assertTrue(line.contains("cannot hold a ':'"), line);
    }

    @Test
    void aPathWithSpacesIsAsGoodAsAnother() throws Exception {
        final LauncherTree machine = machine("one two");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("/one two/hal/target/classes"), ended.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "sweep", "tune", "eval", "imitate", "bench"})
    void theJvmAnnouncesNoIncubatorAndSaysEverythingElse(final String command) throws Exception {
        final LauncherTree machine = machine("project");
        machine.launch("version");
        machine.realJdk();
        final LauncherTree.Ended ended = machine.launch(command);
        assertFalse(ended.output().contains("incubator"), ended.output());
        assertTrue(ended.output().contains("Could not find or load main class gaitd.robot.Main"), ended.output());
    }
}
