package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.mode.Mode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OperateTest {
    @TempDir
    Path folder;

    private static void await(final Robot robot, final Mode mode) {
        robot.await(mode.toString(), () -> {
            robot.operator.watch();
            return robot.operator.mode() == mode;
        });
    }

    @Test
    void keysOfAnotherProcessWalkTheRobotAndSitItDown() throws Exception {
        try (Robot robot = new Robot(folder, "gait.vx_max_m_s = 0.15\n");
                ChildJvm operate = ChildJvm.inTerminal(folder, "operate", "--shared", robot.shared.toString())) {
            operate.await("PASSIVE");
            operate.type(" ");
            await(robot, Mode.WALK);
            operate.type("\u001b[A\u001b[A");
            robot.await("a velocity that is refused", () -> {
                robot.operator.watch();
                return robot.count(Verdict.OUT_OF_RANGE) > 0;
            });
            final long refused = robot.count(Verdict.OUT_OF_RANGE);
            operate.type("q");
            await(robot, Mode.PASSIVE);
            assertEquals(ExitCode.OK, operate.exitCode(), operate.output());
            assertTrue(robot.control.output().contains("SIT_DOWN"), robot.control.output());
            assertTrue(robot.count(Verdict.OUT_OF_RANGE) < refused + 20, "goes on asking for what it cannot have");
        }
    }

    @Test
    void aWalkingRobotStandsWhenItsOperatorIsKilled() throws Exception {
        try (Robot robot = new Robot(folder, "");
                ChildJvm command =
                        new ChildJvm(folder, "command", "walk", "--vx", "0.2", "--shared", robot.shared.toString())) {
            await(robot, Mode.WALK);
            command.signal(ProcessSignal.KILL);
            await(robot, Mode.STAND);
        }
    }

    @Test
    void aScriptWalksForAWhileAndStands() throws Exception {
        try (Robot robot = new Robot(folder, "");
                ChildJvm command = new ChildJvm(
                        folder,
                        "command",
                        "walk",
                        "--vx",
                        "0.2",
                        "--seconds",
                        "1",
                        "--shared",
                        robot.shared.toString())) {
            assertEquals(ExitCode.OK, command.exitCode(), command.output());
            await(robot, Mode.STAND);
            assertTrue(robot.control.output().contains("WALK"), robot.control.output());
        }
    }
}
