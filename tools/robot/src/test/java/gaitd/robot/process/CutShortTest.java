package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mapped files that are truncated while they are in use. */
@Tag("slow")
class CutShortTest {
    @TempDir
    Path folder;

    /** The tick goes on without the file: the robot sits down, which takes hundreds of ticks, and the process says why. */
    @ParameterizedTest
    @ValueSource(strings = {"frames", "operators/commands"})
    void theControlProcessSitsTheRobotDown(final String file) throws Exception {
        try (Robot robot = new Robot(folder)) {
            robot.walk();
            robot.cut(file, 0);
            assertEquals(ExitCode.REFUSED, robot.control.exitCode(), robot.control.output());
            final String output = robot.control.output();
            assertTrue(output.contains("gaitd: a shared file was truncated"), output);
            assertTrue(output.contains("SIT_DOWN"), output);
            assertTrue(output.indexOf("PASSIVE", output.indexOf("SIT_DOWN")) > 0, output);
            assertFalse(output.contains("FAULT"), output);
        }
    }

    @Test
    void aReaderSaysSoInOneLine() throws Exception {
        try (Robot robot = new Robot(folder);
                ChildJvm companion = robot.child("companion")) {
            companion.await("follows control process");
            robot.cut("frames", 4096);
            assertEquals(ExitCode.REFUSED, companion.exitCode(), companion.output());
            final String last = companion.output().strip().lines().toList().getLast();
            assertTrue(last.startsWith("gaitd: "), last);
            assertTrue(last.contains("truncated") || last.contains("is 4096 bytes long"), last);
        }
    }
}
