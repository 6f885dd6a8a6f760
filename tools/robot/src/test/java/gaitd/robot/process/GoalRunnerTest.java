package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals beside a control process that publishes frames and obeys the stop word, and reads no command from its full ring. */
class GoalRunnerTest {
    @TempDir
    Path temporary;

    private SharedFolder folder;
    private OperatorSession session;
    private GoalRunner runner;
    private Thread control;
    private byte[] unpressed;

    @BeforeEach
    void start() throws IOException {
        final Path path = temporary.resolve("gaitd");
        folder = SharedFolder.create(path);
        session = new OperatorSession(path);
        runner = new GoalRunner(session, null, 0, 0, 0);
        for (int i = 0; i < CommandRing.SLOTS; i++) {
            session.send(OperatorRequest.WALK, null, 0.2, 0, 0);
        }
        assertEquals(0, session.send(OperatorRequest.WALK, null, 0.2, 0, 0), "the ring is full");
        unpressed = stopFile();
        control = Thread.ofPlatform().daemon().start(this::control);
    }

    @AfterEach
    void end() throws InterruptedException {
        control.interrupt();
        control.join();
        folder.close();
    }

    private byte[] stopFile() {
        try {
            return Files.readAllBytes(temporary.resolve("gaitd/stop"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean pressed() {
        return !Arrays.equals(unpressed, stopFile());
    }

    private void control() {
        final TickFrame frame = new TickFrame();
        while (!Thread.currentThread().isInterrupted()) {
            frame.put(TickField.SCHEDULED_NS, System.nanoTime());
            frame.put(TickField.STATES_ACCEPTED, 1);
            frame.put(TickField.MODE, (pressed() ? Mode.PASSIVE : Mode.WALK).ordinal());
            folder.frames().publish(frame);
            Pauses.brief();
        }
    }

    @Test
    void stopIsDoneThoughNobodyReadsTheRing() {
        assertNull(runner.run(OperatorGoal.STOP, 0));
        assertTrue(pressed());
        assertEquals(Mode.PASSIVE, session.mode());
    }

    @Test
    void standIsRefusedWhenNobodyReadsTheRing() {
        final String message = assertThrows(Refusal.class, () -> runner.run(OperatorGoal.STAND, 0))
                .getMessage();
        assertTrue(message.contains("takes no commands"), message);
        assertFalse(pressed());
    }
}
