package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Launched;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to stop the robot of a control process. One start for all tests. */
@Tag("slow")
class StopTest {
    @TempDir
    static Path folder;

    private static Robot robot;

    @BeforeAll
    static void start() throws Exception {
        robot = new Robot(folder);
    }

    @AfterAll
    static void close() {
        robot.close();
    }

    private static void assertStopped(final long stopsBefore) {
        robot.await("a stop", () -> robot.frame().get(TickField.STOPS) > stopsBefore);
        assertEquals(Mode.PASSIVE, robot.operator.mode());
    }

    private static long stops() {
        return robot.frame().get(TickField.STOPS);
    }

    @Test
    void theLauncherStopsTheControlProcessOfAFolder() throws Exception {
        robot.walk();
        final long before = stops();
        final Launched stop = Launched.of("stop", "--shared", robot.shared.toString());
        assertEquals(ExitCode.OK, stop.code(), stop::output);
        assertEquals(
                "gaitd: stopped: control (process " + robot.control.handle().pid()
                        + "); the robot is damped until it is asked to stand",
                stop.output().strip());
        // Both ways arrive, the word and the signal; what is asked for between them would be void.
        assertStopped(before + 1);
    }

    @Test
    void theLauncherDoesTheStopCommandItself() throws Exception {
        robot.walk();
        final long before = stops();
        final Launched stop = Launched.of("command", "stop", "--shared", robot.shared.toString());
        assertEquals(ExitCode.OK, stop.code(), stop::output);
        assertTrue(stop.output().startsWith("gaitd: stopped: control"), stop.output());
        assertStopped(before + 1);
    }

    @Test
    void theLauncherStopsAProcessByItsNumber() throws Exception {
        robot.walk();
        final long before = stops();
        final Launched stop =
                Launched.of("stop", Long.toString(robot.control.handle().pid()));
        assertEquals(ExitCode.OK, stop.code(), stop::output);
        assertStopped(before);
    }

    @Test
    void theStopCommandReachesARobotWhoseRingIsFlooded() throws Exception {
        robot.walk();
        final long before = stops();
        final Thread flood = Thread.ofPlatform().daemon().start(() -> {
            final OperatorSession other = new OperatorSession(robot.shared);
            while (!Thread.currentThread().isInterrupted()) {
                other.send(OperatorRequest.WALK, null, 0.2, 0, 0);
            }
        });
        try (ChildJvm stop = new ChildJvm(folder, "command", "stop", "--shared", robot.shared.toString())) {
            assertEquals(ExitCode.OK, stop.exitCode(), stop::output);
        } finally {
            flood.interrupt();
            flood.join();
        }
        assertStopped(before);
    }

    @Test
    void theWordOfTheCompanionStops() {
        robot.walk();
        final long before = stops();
        SharedClient.stopWord(robot.shared).press();
        assertStopped(before);
    }

    @Test
    void aWalkThatSomebodyStopsEndsAndSaysSo() throws Exception {
        try (ChildJvm walk = new ChildJvm(folder, "command", "walk", "--shared", robot.shared.toString())) {
            robot.await("a walk", () -> {
                robot.operator.watch();
                return robot.operator.mode() == Mode.WALK;
            });
            SharedClient.stopWord(robot.shared).press();
            assertEquals(ExitCode.FAILED, walk.exitCode());
            assertTrue(walk.output().contains("the robot was stopped; it stays damped"), walk.output());
        }
    }

    @Test
    void aSecondProcessForTheSameRobotIsRefusedInOneLine() throws Exception {
        final String address = "udp://127.0.0.1:" + robot.server.address().getPort();
        final String other = folder.resolve("other").toString();
        final String config = folder.resolve("wide.toml").toString();
        for (final String[] second : new String[][] {
            {"control", "--robot", address, "--shared", other, "--config", config},
            {"run", "--robot", address, "--no-view", "--config", config}
        }) {
            try (ChildJvm refused = new ChildJvm(folder, second)) {
                assertEquals(ExitCode.REFUSED, refused.exitCode(), refused::output);
                assertEquals(
                        1,
                        refused.output()
                                .lines()
                                .filter(line -> line.startsWith("gaitd: "))
                                .count(),
                        refused.output());
                assertTrue(
                        refused.output().contains("another process of this computer drives the robot"),
                        refused.output());
            }
        }
    }

    @Test
    void aFolderWithoutAControlProcessHasNobodyToStop() throws Exception {
        final Launched stop = Launched.of("stop", "--shared", folder.toString());
        assertEquals(ExitCode.FAILED, stop.code());
        assertTrue(stop.output().startsWith("gaitd: nobody to stop"), stop.output());
        assertEquals(1, stop.output().lines().count());
        assertEquals(ExitCode.USAGE, Launched.of("stop", "now").code());
    }
}
