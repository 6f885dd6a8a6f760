package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gaitd test}: what Maven is told, and what people are told afterwards. */
class TestRunTest {
    private static final String REPORT = """
            <testsuite name="a.b.WalkTest">
              <testcase name="walks" classname="a.b.WalkTest" time="0.0"/>
              <testcase name="flies" classname="a.b.WalkTest" time="0.0">
                <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no wings
            	at a.b.WalkTest.flies(WalkTest.java:7)
            ]]></skipped>
              </testcase>
              <testcase name="swims[1]" classname="a.b.WalkTest" time="0.0">
                <skipped message="water &amp; &quot;fins&quot; are missing"/>
              </testcase>
              <testcase name="swims[2]" classname="a.b.WalkTest" time="0.0">
                <skipped message="water &amp; &quot;fins&quot; are missing"/>
              </testcase>
            </testsuite>
            """;

    @TempDir
    Path folder;

    private LauncherTree machine;

    @BeforeEach
    void makeMachine() throws IOException {
        machine = new LauncherTree(folder, "project");
        machine.fakeJdk("25.0.1");
    }

    private Path reports(final String module) throws IOException {
        return Files.createDirectories(machine.project.resolve(module + "/target/surefire-reports"));
    }

    @Test
    void tellsWhatWasSkippedAndWhyInThisRun() throws Exception {
        final Path old =
                Files.writeString(reports("hal").resolve("TEST-a.OldTest.xml"), REPORT.replace("WalkTest", "OldTest"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
        final Path now = folder.resolve("now.xml");
        Files.writeString(now, REPORT);
        final Path report = reports("tools/lab").resolve("TEST-a.b.WalkTest.xml");
        machine.fakeMaven("3.9.9", "cat " + now + " > " + report + "; touch -d 'now + 1 minute' " + report);
        final LauncherTree.Ended ended = machine.launch("test");
        assertEquals(0, ended.code(), ended.output());
        assertEquals(
                List.of(
                        "gaitd: skipped 1 of WalkTest: no wings",
                        "gaitd: skipped 2 of WalkTest: water & \"fins\" are missing"),
                ended.output().lines().sorted().toList());
        assertEquals(List.of("-B verify"), machine.mavenCalls());
    }

    @Test
    void endsAsMavenEnds() throws Exception {
        machine.fakeMaven("3.9.9", "exit 1");
        assertEquals(1, machine.launch("test").code());
    }

    @Test
    void theFastOnesAreThoseWithoutTheTagSlow() throws Exception {
        machine.fakeMaven("3.9.9", "");
        machine.launch("test", "--fast", "-pl", "hal");
        assertEquals(List.of("-B verify -DexcludedGroups=slow -pl hal"), machine.mavenCalls());
    }

    @Test
    void tellsWhatItCanDo() throws Exception {
        final LauncherTree.Ended ended = machine.launch("test", "--help");
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("--fast"), ended.output());
        assertFalse(Files.exists(folder.resolve("maven.txt")));
    }
}
