package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.rt.ParkWaiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopThreadTest {
    private static final long PERIOD_NS = 2_000_000;

    /** Each look at the clock costs a little, so the loop's waiting ends. */
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);

    private final NanoClock clock = () -> nowNs.addAndGet(50_000);
    private final AtomicInteger last = new AtomicInteger();
    private final TickRing ring = new TickRing();
    private final TickRing.Reader reader = ring.newReader();

    @Test
    void keepsTheGridAndCountsWhatItSkipped() throws InterruptedException {
        final List<long[]> ticks = run(new SlowPort(3, 5_000_000), 8);
        for (int i = 1; i < ticks.size(); i++) {
            final long stepNs = ticks.get(i)[0] - ticks.get(i - 1)[0];
            assertEquals(i == 4 ? 3 * PERIOD_NS : PERIOD_NS, stepNs, "tick " + i);
        }
        assertEquals(0, ticks.get(3)[1]);
        assertEquals(2, ticks.get(4)[1]);
        assertEquals(2, ticks.get(7)[1]);
    }

    @Test
    void neverStartsATickEarly() throws InterruptedException {
        for (final long[] tick : run(new SlowPort(-1, 0), 20)) {
            assertTrue(tick[2] >= 0, "late by " + tick[2]);
        }
    }

    @Test
    void tellsWhatEndedIt() throws InterruptedException {
        final SlowPort broken = new SlowPort(-1, 0);
        broken.breaks = true;
        final LoopThread thread = thread(broken);
        thread.start();
        assertTrue(broken.done.await(5, TimeUnit.SECONDS));
        thread.close();
        assertInstanceOf(IllegalStateException.class, thread.failure());
        assertEquals(1, last.get());
    }

    private LoopThread thread(final RobotPort port) {
        return new LoopThread(
                new Ticker(
                        Rig.loop(Config.defaults(), port, new CommandRing(), ring),
                        clock,
                        new ParkWaiter(clock),
                        PERIOD_NS),
                () -> {},
                last::incrementAndGet);
    }

    /** Scheduled time, missed ticks and lateness of the first ticks. */
    private List<long[]> run(final SlowPort port, final int count) throws InterruptedException {
        port.stopAfter = count;
        final LoopThread thread = thread(port);
        thread.start();
        assertTrue(port.done.await(5, TimeUnit.SECONDS));
        thread.close();
        assertNull(thread.failure());
        assertEquals(1, last.get());
        final List<long[]> ticks = new ArrayList<>();
        TickFrame frame = reader.poll();
        while (frame != null && ticks.size() < count) {
            ticks.add(new long[] {
                frame.get(TickField.SCHEDULED_NS),
                frame.get(TickField.MISSED_TICKS),
                frame.get(TickField.WAKEUP_LATENESS_NS)
            });
            frame = reader.poll();
        }
        return ticks;
    }

    /** A port without a robot whose n-th send takes long. */
    private final class SlowPort implements RobotPort {
        private final int slowTick;
        private final long slowNs;
        private final CountDownLatch done = new CountDownLatch(1);
        private final PortCounters counters = new PortCounters();
        private int stopAfter;
        private boolean breaks;
        private int sends;

        SlowPort(final int slowTick, final long slowNs) {
            this.slowTick = slowTick;
            this.slowNs = slowNs;
        }

        @Override
        public boolean receive(final Sensed out, final long receivedNs) {
            return false;
        }

        @Override
        public boolean send(final JointCommands commands) {
            if (breaks) {
                done.countDown();
                throw new IllegalStateException("broken port");
            }
            if (sends == slowTick) {
                nowNs.addAndGet(slowNs);
            }
            sends++;
            if (sends > stopAfter) {
                done.countDown();
            }
            return true;
        }

        @Override
        public PortCounters counters() {
            return counters;
        }

        @Override
        public void close() {}
    }
}
