package gaitd.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedGuest;
import gaitd.tools.ChildJvm;
import gaitd.tools.cli.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of other processes, the control process ticks on and the robot walks. One start for all tests. */
class BystandersTest {
    @TempDir
    static Path folder;

    private static Robot robot;

    @BeforeAll
    static void walk() throws Exception {
        robot = new Robot(folder);
        robot.walk();
    }

    @AfterAll
    static void close() throws Exception {
        robot.control.signal("TERM");
        final int code = robot.control.exitCode();
        robot.close();
        assertEquals(ExitCode.OK, code, robot.control.output());
        assertTrue(robot.control.output().contains("SIT_DOWN"), robot.control.output());
    }

    private static long counted(final Counter counter) {
        return SharedGuest.counters(robot.shared).get(counter);
    }

    @Test
    void companionKilledWhileItCounts() throws Exception {
        try (ChildJvm companion = robot.child("companion")) {
            final long before = counted(Counter.COMPANION_FRAMES);
            robot.await("frames in the companion", () -> {
                robot.frame();
                return counted(Counter.COMPANION_FRAMES) != before;
            });
            companion.signal("KILL");
            robot.awaitTicks(50);
            companion.exitCode();
        }
        robot.awaitTicks(50);
    }

    @Test
    void learnerKilled() throws Exception {
        try (ChildJvm learner = robot.child("learner")) {
            final long before = counted(Counter.LEARNER_FRAMES);
            robot.await("frames in the learner", () -> {
                robot.frame();
                return counted(Counter.LEARNER_FRAMES) != before;
            });
            learner.signal("KILL");
            robot.awaitTicks(50);
        }
    }
}
