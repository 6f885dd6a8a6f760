package gaitd.robot.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which a control loop ends while the robot stands. */
@Timeout(60)
class LastCommandsTest {
    private final HostedRobot robot = new HostedRobot();

    @AfterEach
    void close() {
        robot.host.close();
    }

    private void assertDampedLast() {
        robot.host.close();
        assertTrue(
                robot.port.dampedLast() >= LastCommands.COUNT,
                "damping commands at the end: " + robot.port.dampedLast());
    }

    @Test
    void closedInTheMiddleOfAMove() {
        robot.stand();
        assertEquals(0, robot.port.dampedLast());
        assertDampedLast();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, StackOverflowError.class})
    void aTickThatThrows(final Class<? extends Throwable> what) throws Exception {
        robot.stand();
        robot.port.throwOnReceive(what.getDeclaredConstructor().newInstance());
        final Refusal refusal = assertThrows(Refusal.class, () -> robot.await(Mode.PASSIVE));
        assertTrue(refusal.getMessage().contains("the control thread ended"), refusal.getMessage());
        assertDampedLast();
    }

    @Test
    void aTickThatHangs() {
        robot.stand();
        robot.port.hangOnReceive();
        final Refusal refusal = assertThrows(Refusal.class, () -> robot.await(Mode.PASSIVE));
        assertTrue(refusal.getMessage().contains("has hung in a tick"), refusal.getMessage());
        assertDampedLast();
    }

    @Test
    void sittingDownThatIsNotDoneInTime() {
        robot.stand();
        robot.ask(OperatorRequest.SIT);
        robot.await(Mode.SIT_DOWN);
        assertDampedLast();
    }

    @Test
    void nothingIsSentToARobotThatWasNeverSentAnything() {
        final RecordingPort untouched = new RecordingPort(robot.config);
        new LastCommands(robot.config, untouched).run();
        assertEquals(0, untouched.counters().sent);
    }
}
