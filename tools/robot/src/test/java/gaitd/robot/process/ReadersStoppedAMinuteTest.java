package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companion and learner are stopped for a minute by the clock while the robot walks. The one test that takes a real minute. */
@Tag("slow")
class ReadersStoppedAMinuteTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    @TempDir
    Path folder;

    private Robot robot;

    private long counted(final Counter counter) {
        return SharedClient.counters(robot.shared).get(counter);
    }

    @Test
    void theRobotWalksOnWithoutAFault() throws Exception {
        try (Robot walker = new Robot(folder);
                ChildJvm companion = walker.child("companion");
                ChildJvm learner = walker.learner()) {
            robot = walker;
            robot.walk();
            robot.await("both readers", () -> {
                robot.frame();
                return counted(Counter.COMPANION_FRAMES) > 0 && counted(Counter.LEARNER_FRAMES) > 0;
            });
            companion.signal(ProcessSignal.STOP);
            learner.signal(ProcessSignal.STOP);
            Thread.sleep(50);
            final long frozen = counted(Counter.COMPANION_FRAMES);
            walkAMinute();
            assertEquals(frozen, counted(Counter.COMPANION_FRAMES), "the companion was not stopped");
            companion.signal(ProcessSignal.CONT);
            learner.signal(ProcessSignal.CONT);
            robot.await("readers that know what they lost", () -> {
                robot.frame();
                return counted(Counter.COMPANION_LOST) > 0 && counted(Counter.LEARNER_LOST) > 0;
            });
            robot.awaitTicks(50);
        }
    }

    private void walkAMinute() {
        final long startNs = System.nanoTime();
        final long firstTick = robot.tick();
        TickFrame frame = robot.frame();
        while (System.nanoTime() - startNs < MINUTE_NS) {
            frame = robot.frame();
            assertEquals(Mode.WALK, robot.operator.mode(), robot.control.output());
            assertEquals(0, frame.get(TickField.FAULT));
            Pauses.brief();
        }
        assertEquals(0, robot.operator.lostFrames(), "this reader was not stopped");
        final long ticks = frame.get(TickField.TICK) - firstTick + frame.get(TickField.MISSED_TICKS);
        assertTrue(ticks >= MINUTE_NS / Robot.PERIOD_NS * 9 / 10, "only " + ticks + " ticks in a minute");
    }
}
