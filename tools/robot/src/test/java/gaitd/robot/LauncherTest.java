package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.latency.Jvms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in an environment of its own: how it finds what it needs, builds and starts. */
class LauncherTest {
    @TempDir
    Path folder;

    private LauncherTree machine;

    @BeforeEach
    void makeMachine() throws IOException {
        machine = new LauncherTree(folder, "project");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        machine.fakeJdk("17.0.15");
        machine.fakeJdk("2.5.0");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(3, ended.code(), ended.output());
        assertEquals(1, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains("JDK 25") && ended.output().contains("adoptium.net"), ended.output());
    }

    @Test
    void buildsOnceThenRuns() throws Exception {
        machine.fakeJdk("25.0.1");
        machine.fakeMaven("3.9.9", "");
        final LauncherTree.Ended first = machine.launch("run", "--vx", "0.4");
        assertEquals(0, first.code(), first.output());
        assertTrue(first.output().contains("building"), first.output());
        assertTrue(first.output().contains("gaitd.robot.Main run --vx 0.4"), first.output());
        final LauncherTree.Ended second = machine.launch("version");
        assertTrue(!second.output().contains("building"), second.output());
        assertEquals(1, machine.mavenCalls().size());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        machine.fakeJdk("25");
        machine.fakeMaven("3.6.3", "");
        machine.launch("version");
        Files.writeString(machine.project.resolve("hal/src/main/A.java"), "class A {}");
        assertTrue(machine.launch("version").output().contains("building"));
    }

    @Test
    void goesOnlineOnlyWhenSomethingIsMissing() throws Exception {
        machine.fakeJdk("25");
        machine.fakeMaven(
                "3.9.9", "if [[ $* == *' -o '* ]]; then echo 'Cannot access central in offline mode'; exit 1; fi");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(0, ended.code(), ended.output());
        assertEquals(2, machine.mavenCalls().size());
    }

    @Test
    void showsTheErrorsOfAFailedBuild() throws Exception {
        machine.fakeJdk("25");
        machine.fakeMaven("3.9.9", "echo '[ERROR] A.java:3 no such symbol'; exit 1");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(3, ended.code(), ended.output());
        assertTrue(ended.output().contains("A.java:3 no such symbol"), ended.output());
        assertEquals(1, machine.mavenCalls().size());
    }

    @Test
    void doesNotTakeAMavenThatIsTooOld() throws Exception {
        machine.fakeJdk("25");
        machine.fakeMaven("3.6.1", "");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(3, ended.code(), ended.output());
        assertTrue(
                ended.output().contains("needs Maven 3.6.3") && ended.output().contains("found 3.6.1"), ended.output());
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        machine.fakeJdk("25");
        final LauncherTree.Ended ended = machine.launch("version");
        assertEquals(3, ended.code(), ended.output());
        assertEquals(1, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains("needs Maven") && ended.output().contains("found none"), ended.output());
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        machine.fakeJdk("25");
        machine.fakeMaven("3.9.9", "");
        final Path link = Files.createSymbolicLink(folder.resolve("walk"), machine.project.resolve("gaitd"));
        final LauncherTree.Ended ended = machine.launch(link, "version");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains(machine.project + "/hal/target/classes"), ended.output());
    }

    @Test
    void controlGetsAJvmThatNeverPausesAndOthersAnOrdinaryOne() throws Exception {
        machine.fakeJdk("25.0.1");
        machine.fakeMaven("3.9.9", "");
        final String all = " " + String.join(" ", Jvms.ALL) + " -cp ";
        final String control = machine.launch("control", "--help").output();
        assertTrue(control.contains("java " + String.join(" ", Jvms.REAL_TIME) + all), control);
        final String learner = machine.launch("learner").output();
        assertTrue(
                learner.contains("java " + String.join(" ", Jvms.LEARNER) + " " + String.join(" ", Jvms.ALL)), learner);
        final String companion = machine.launch("companion").output();
        assertTrue(companion.contains("java -XX:+UseSerialGC ") && companion.contains(all), companion);
    }

    /** A launcher beside jars, as packages have it. */
    private Path install() throws IOException {
        final Path home = folder.resolve("installed");
        LauncherTree.copyTo(home);
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/b.jar"), "");
        Files.writeString(home.resolve("lib/a.jar"), "");
        return home;
    }

    @Test
    void anInstalledOneTakesItsJarsInOrderAndBuildsNothing() throws Exception {
        machine.fakeJdk("25.0.1");
        Files.delete(folder.resolve("jvms/jdk-25.0.1/bin/javac"));
        final Path home = install();
        final LauncherTree.Ended ended = machine.launch(home.resolve("gaitd"), "version");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(
                ended.output().contains("-cp " + home + "/lib/a.jar:" + home + "/lib/b.jar gaitd.robot.Main version"),
                ended.output());
        assertTrue(!ended.output().contains("AOT"), ended.output());
    }

    @Test
    void anInstalledOnePreparesAnArchiveAndStartsFromIt() throws Exception {
        machine.fakeJdk("25.0.1");
        final Path home = install();
        final Path archive = home.resolve(".gaitd/gaitd.aot");
        final LauncherTree.Ended prepared = machine.launch(home.resolve("gaitd"), "prepare");
        assertTrue(prepared.output().contains("-XX:AOTCacheOutput=" + archive), prepared.output());
        assertTrue(prepared.output().contains("gaitd.robot.Main run --lockstep"), prepared.output());
        Files.writeString(archive, "");
        final LauncherTree.Ended started = machine.launch(home.resolve("gaitd"), "version");
        assertTrue(started.output().contains("-XX:AOTCache=" + archive), started.output());
        final String control = machine.launch(home.resolve("gaitd"), "control").output();
        assertTrue(control.contains("-XX:AOTCache=" + archive) && control.contains("Epsilon"), control);
    }

    @Test
    void anInstalledOneSaysWhereItCannotPrepare() throws Exception {
        machine.fakeJdk("25.0.1");
        final Path home = install();
        Files.deleteIfExists(home.resolve(".gaitd"));
        Files.writeString(home.resolve(".gaitd"), "in the way");
        final LauncherTree.Ended ended = machine.launch(home.resolve("gaitd"), "prepare");
        assertEquals(3, ended.code(), ended.output());
        assertTrue(ended.output().contains("prepare cannot write to " + home + "/.gaitd"), ended.output());
    }
}
