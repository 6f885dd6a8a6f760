package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedClient;
import gaitd.runtime.shared.SharedFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Companion and learner are stopped while a minute of ticks goes by. The minute is counted in ticks, not waited for: sixty
 * thousand frames are published as fast as they can be, many times what the ring holds.
 */
@Tag("slow")
class ReadersStoppedTest {
    private static final int MINUTE_TICKS = 60_000;
    private static final long WITHIN_NS = 60_000_000_000L;

    @TempDir
    Path folder;

    private final TickFrame frame = new TickFrame();
    private long tick;

    private void publish(final SharedFolder owned) {
        frame.put(TickField.TICK, tick);
        owned.frames().publish(frame);
        tick++;
    }

    @Test
    void theWriterGoesOnAndBothKnowWhatTheyLost() throws Exception {
        assertTrue(MINUTE_TICKS > 5 * TickRing.MEMORY_BYTES / TickFrame.SIZE);
        final Path shared = folder.resolve("shared");
        try (SharedFolder owned = SharedFolder.create(shared);
                ChildJvm companion = new ChildJvm(folder, "companion", "--shared", shared.toString());
                ChildJvm learner = new ChildJvm(
                        folder,
                        "learner",
                        "--shared",
                        shared.toString(),
                        "--store",
                        folder.resolve("policies").toString())) {
            companion.await("follows control process");
            learner.await("follows control process");
            publish(owned);
            await(shared, 1);
            companion.signal(ProcessSignal.STOP);
            learner.signal(ProcessSignal.STOP);
            for (int i = 0; i < MINUTE_TICKS; i++) {
                publish(owned);
            }
            assertEquals(MINUTE_TICKS + 1, tick);
            companion.signal(ProcessSignal.CONT);
            learner.signal(ProcessSignal.CONT);
            final long endNs = System.nanoTime() + WITHIN_NS;
            while (SharedClient.counters(shared).get(Counter.LEARNER_LOST) == 0
                    || SharedClient.counters(shared).get(Counter.COMPANION_LOST) == 0) {
                assertTrue(System.nanoTime() < endNs, companion.output() + learner.output());
                publish(owned);
                Thread.sleep(5);
            }
            await(shared, tick);
            companion.signal(ProcessSignal.TERM);
            assertEquals(0, companion.exitCode(), companion.output());
            assertTrue(
                    companion
                            .output()
                            .contains(", lost " + SharedClient.counters(shared).get(Counter.COMPANION_LOST)),
                    companion.output());
        }
    }

    /** Waits until what both took and what they lost is all there was. */
    private static void await(final Path shared, final long frames) throws InterruptedException {
        final long endNs = System.nanoTime() + WITHIN_NS;
        while (sum(shared, Counter.COMPANION_FRAMES, Counter.COMPANION_LOST) != frames
                || sum(shared, Counter.LEARNER_FRAMES, Counter.LEARNER_LOST) != frames) {
            assertTrue(
                    System.nanoTime() < endNs,
                    "of " + frames + " frames the companion counts "
                            + sum(shared, Counter.COMPANION_FRAMES, Counter.COMPANION_LOST) + ", the learner "
                            + sum(shared, Counter.LEARNER_FRAMES, Counter.LEARNER_LOST));
            Thread.sleep(5);
        }
    }

    private static long sum(final Path shared, final Counter taken, final Counter lost) {
        return SharedClient.counters(shared).get(taken)
                + SharedClient.counters(shared).get(lost);
    }
}
