package gaitd.robot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.ChildJvm;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process does when its standard streams are not as they should be. */
class StreamsTest {
    private static final File FULL = new File("/dev/full");

    private record Ended(int code, String err) {}

    private static Ended ended(final ProcessBuilder builder) throws Exception {
        final Process process = builder.start();
        final String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), err);
    }

    /** A shell's line, with the program for {@code $0}. */
    private static Ended shell(final String line, final String... args) throws Exception {
        final List<String> command = new ArrayList<>(List.of("bash", "-c", line));
        command.addAll(ChildJvm.command(args));
        return ended(new ProcessBuilder(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--help", "config", "run --lockstep --seconds 0.1 --policy none"})
    void outputToAFullDeviceIsNoSuccess(final String line) throws Exception {
        final Ended ended = ended(new ProcessBuilder(ChildJvm.command(line.split(" ", 0))).redirectOutput(FULL));
        assertEquals(ExitCode.REFUSED, ended.code, ended.err);
        assertEquals(1, ended.err.lines().count(), ended.err);
        assertTrue(
                ended.err.startsWith("gaitd: standard output cannot be written (No space left on device)"), ended.err);
    }

    @Test
    void aCodeThatSaysMoreIsKept() throws Exception {
        final Ended ended =
                ended(new ProcessBuilder(ChildJvm.command("run", "--lockstep", "--seconds", "0")).redirectOutput(FULL));
        assertEquals(ExitCode.USAGE, ended.code, ended.err);
    }

    @Test
    void aReaderThatLeavesIsNoFailure() throws Exception {
        final Ended ended = shell("\"$0\" \"$@\" | true; exit ${PIPESTATUS[0]}", "config");
        assertEquals(ExitCode.OK, ended.code, ended.err);
        assertEquals("", ended.err);
    }

    /** The launcher puts what a JVM says at its start elsewhere. */
    @ParameterizedTest
    @CsvSource({"-Dgaitd.stderr=3, 1", "-Dgaitd.stderr=99, 0", "-Dsome=thing, 0"})
    void standardErrorIsTakenBackFromTheLauncher(final String flag, final int lines) throws Exception {
        final Ended ended = shell("java=$0; exec 3>&2 2>/dev/null \"$java\" " + flag + " \"$@\"", "dance");
        assertEquals(ExitCode.USAGE, ended.code, ended.err);
        assertEquals(lines, ended.err.lines().count(), ended.err);
    }
}
