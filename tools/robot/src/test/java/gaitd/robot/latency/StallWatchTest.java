package gaitd.robot.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.host.KernelThread;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private final StallWatch watch = new StallWatch(KernelThread.ofThisProcess("no such thread"), new StolenTime(-1));
    private final TickFrame frame = new TickFrame();
    private long tick;

    private void tick(final long latenessNs, final long computeNs) {
        frame.put(TickField.TICK, tick++);
        frame.put(TickField.WAKEUP_LATENESS_NS, latenessNs);
        frame.put(TickField.COMPUTE_NS, computeNs);
        watch.frame(frame);
    }

    @Test
    void saysNothingOfAStallThatWasOverBeforeTheFirstReading() {
        final StallWatch here = new StallWatch(KernelThread.ofThisProcess("no such thread"), new StolenTime(-1));
        frame.put(TickField.SCHEDULED_NS, System.nanoTime() - 1_000_000_000L);
        frame.put(TickField.WAKEUP_LATENESS_NS, 0);
        here.frame(frame);
        frame.put(TickField.WAKEUP_LATENESS_NS, 50_000_000);
        here.frame(frame);
        assertEquals(-1, here.stalls().getFirst().stolenMs());
        assertEquals(-1, here.stalls().getFirst().runDelayMs());
        assertTrue(
                here.stalls().getFirst().line().contains("not known"),
                here.stalls().getFirst().line());
    }

    @Test
    void keepsTicksThatWereLateOrLong() {
        for (int i = 0; i < 20; i++) {
            tick(20_000, 30_000);
        }
        tick(27_000_000, 0);
        tick(20_000, 30_000);
        tick(500_000, 1_500_000);
        tick(500_000, 1_499_999);
        assertEquals(2, watch.stalls().size());
        final Stall stall = watch.stalls().getFirst();
        assertEquals(20, stall.tick());
        assertEquals(27, stall.latenessMs());
        assertEquals(-1, stall.runDelayMs(), "a thread that is not there has no run delay");
        assertTrue(stall.line().contains("began 27.0 ms late"), stall.line());
    }
}
