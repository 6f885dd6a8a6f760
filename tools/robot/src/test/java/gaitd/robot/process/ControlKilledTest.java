package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.mode.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ControlKilledTest {
    @TempDir
    Path folder;

    @Test
    void theRobotDampsAndTheNextProcessIsPassiveWithNewFiles() throws Exception {
        try (Robot robot = new Robot(folder, "sim.command_timeout_ms = 1000\n")) {
            // A robot in mid-stride may topple onto its back, from where none stands up again.
            robot.walk();
            robot.ask(OperatorRequest.STAND, 0);
            robot.awaitMode(Mode.STAND);
            final OperatorSession before = robot.operator;
            assertTrue(robot.heightM() > 0.2, "stands at " + robot.heightM());
            robot.control.signal(ProcessSignal.KILL);
            robot.control.exitCode();
            robot.await("a robot that sinks", () -> robot.heightM() < 0.15);

            Files.delete(robot.shared.resolve("operators/commands"));
            Files.write(robot.shared.resolve("operators/commands"), new byte[10]);
            robot.start();
            final Refusal refusal = assertThrows(Refusal.class, () -> watchFor(robot, before));
            assertTrue(refusal.getMessage().contains("started again"), refusal.getMessage());
            robot.await("states", () -> robot.frame() != null && robot.frame().get(TickField.STATES_ACCEPTED) > 0);
            final long tick = robot.tick();
            robot.await("further ticks", () -> {
                robot.frame();
                before.send(OperatorRequest.WALK, null, 0.2, 0, 0);
                before.send(OperatorRequest.STAND, null, 0.2, 0, 0);
                assertEquals(Mode.PASSIVE, robot.operator.mode());
                return robot.tick() > tick + 200;
            });
            try (Stream<Path> files = Files.list(robot.shared)) {
                assertEquals(8, files.count());
            }
            robot.ask(OperatorRequest.STAND, 0);
            robot.awaitMode(Mode.STAND);
        }
    }

    private static void watchFor(final Robot robot, final OperatorSession session) {
        robot.await("the next process", () -> {
            session.watch();
            return false;
        });
    }
}
