package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code .ci/run} around tests, a bare Debian and an arm64 one that only say how they ended. */
class ContinuousIntegrationTest {
    @TempDir
    Path folder;

    private LauncherTree tree;
    private Path run;

    @BeforeEach
    void makeTree() throws IOException {
        tree = new LauncherTree(folder, "project");
        tree.offer("tee");
        run = tree.project.resolve(".ci/run");
        LauncherTree.program(run, Files.readString(Path.of("../../.ci/run")));
        ends(".ci/mcap", 0, "");
        ends(".ci/spark", 0, "");
        ends(".ci/bare", 0, "");
        ends(".ci/arm64", 0, "");
    }

    private void ends(final String program, final int code, final String said) throws IOException {
        LauncherTree.program(tree.project.resolve(program), "#!/bin/bash\necho '" + said + "'\nexit " + code + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, fine",
        "0, gaitd: skipped 1 of ATest: cannot be tried as root: who may read everything",
        "1, gaitd: skipped 12 of AgreementTest: libmujoco was not found",
        "1, gaitd: skipped 1 of LivePageTest: no chromium on this machine"
    })
    void whatIsSkippedHasToBeAllowedByItsReason(final int code, final String said) throws Exception {
        ends("gaitd", 0, said);
        final LauncherTree.Ended ended = tree.launch(run);
        assertEquals(code, ended.code(), ended.output());
        assertEquals(code != 0, ended.output().contains("ci: the tests above were skipped"), ended.output());
    }

    @Test
    void endsAsTheTestsEnd() throws Exception {
        ends("gaitd", 7, "");
        assertEquals(7, tree.launch(run).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {".ci/mcap", ".ci/spark"})
    void failsWhenAFurtherPartFailsAndSaysWhich(final String program) throws Exception {
        ends("gaitd", 0, "");
        ends(program, 3, "");
        final LauncherTree.Ended ended = tree.launch(run);
        assertEquals(3, ended.code());
        assertTrue(ended.output().contains("ci: failed: " + program + " ended with 3"), ended.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {".ci/bare", ".ci/arm64"})
    void failsWhenADebianFails(final String program) throws Exception {
        ends("gaitd", 0, "");
        ends(program, 1, "ci: bare Debian: ends with a stack trace");
        tree.say("id", "0");
        assertEquals(1, tree.launch(run).code());
        tree.say("id", "1000");
        final LauncherTree.Ended ended = tree.launch(run);
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().contains("no bare Debian and no arm64 one are made"), ended.output());
    }
}
