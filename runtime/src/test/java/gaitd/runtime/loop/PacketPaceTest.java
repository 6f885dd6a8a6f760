package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.Arrivals;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Schedule;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.frame.TickRing;
import gaitd.runtime.mode.Mode;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PacketPaceTest {
    private static final long PERIOD_NS = 2_000_000;
    private static final long NEVER_NS = Long.MAX_VALUE;
    private static final double LIMIT = 1.2;

    private final Config config = Rig.still(new Config.Builder()
            .set(ChoiceSetting.SCHEDULE, Schedule.PACKETS, "test")
            .set(Setting.PACKET_RATE_MAX, LIMIT, "test")
            .conclude());
    private final World world = new World();
    private final CommandRing commands = new CommandRing();
    private final Operator operator = new Operator(commands, 1, () -> world.nowNs);
    private final TickRing ring = new TickRing();
    private final TickRing.Reader reader = ring.newReader();
    private final Pace pace = PacketPace.of(config, world, world::sleep, () -> world.nowNs);
    private final Ticker ticker =
            new Ticker(Rig.loop(config, world, commands, ring), () -> world.nowNs, pace, PERIOD_NS);
    private long dueNs = ticker.firstDueNs();
    private long startedNs;
    private TickFrame frame;

    /** Ticks once; returns the time since the tick before, ns. */
    private long tick() {
        dueNs = ticker.tick(dueNs);
        frame = reader.poll();
        final long beforeNs = startedNs;
        startedNs = frame.get(TickField.SCHEDULED_NS) + frame.get(TickField.WAKEUP_LATENESS_NS);
        return startedNs - beforeNs;
    }

    private void ticks(final int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    private void assertFollows(final long stepNs) {
        for (int i = 0; i < 2000; i++) {
            final long before = pace.packetTicks();
            assertEquals(stepNs, tick(), "tick " + i);
            assertEquals(1, pace.packetTicks() - before);
            assertEquals(0, frame.get(TickField.STATE_AGE_NS));
            assertEquals(world.lastArrivalNs, startedNs);
        }
    }

    @Test
    void followsARobotWhoseClockIsSlowOrFast() {
        for (final long stepNs : new long[] {PERIOD_NS * 1005 / 1000, PERIOD_NS * 995 / 1000}) {
            world.stream(stepNs);
            ticks(20);
            assertFollows(stepNs);
        }
        assertEquals(0, frame.get(TickField.MISSED_TICKS));
    }

    @Test
    void goesByTheTimerWhenPacketsStopAndReturnsWhenTheyCome() {
        world.stream(PERIOD_NS);
        ticks(20);
        world.nextNs = NEVER_NS;
        assertEquals(PERIOD_NS * 3 / 2, tick());
        final long before = pace.packetTicks();
        for (int i = 0; i < 500; i++) {
            assertEquals(PERIOD_NS, tick());
        }
        assertEquals(before, pace.packetTicks());
        world.nextNs = world.nowNs + PERIOD_NS / 3;
        ticks(6);
        assertFollows(PERIOD_NS);
    }

    @Test
    void dampsARobotThatFallsSilent() {
        world.stream(PERIOD_NS);
        for (int i = 0; i < 1500; i++) {
            operator.offer(i == 10 ? OperatorRequest.STAND : OperatorRequest.NONE, Gait.TROT, 0, 0, 0);
            tick();
        }
        assertEquals(Mode.STAND.ordinal(), frame.get(TickField.MODE));
        world.nextNs = NEVER_NS;
        final long silentFromNs = world.nowNs;
        while (frame.get(TickField.MODE) != Mode.FAULT.ordinal()) {
            tick();
            assertTrue(world.nowNs - silentFromNs < 2 * config.get(Setting.STALE_MS) * 1e6, "not damped");
        }
        assertEquals(Fault.STATE_STALE.ordinal(), frame.get(TickField.FAULT));
    }

    @Test
    void holdsAFloodDown() {
        world.stream(PERIOD_NS / 20);
        long totalNs = 0;
        tick();
        final int count = 5000;
        for (int i = 0; i < count; i++) {
            final long stepNs = tick();
            assertTrue(stepNs >= Math.floor(PERIOD_NS / LIMIT), "tick " + i + " after " + stepNs);
            totalNs += stepNs;
        }
        assertTrue(totalNs > count * PERIOD_NS * 0.995, "mean period " + totalNs / count);
    }

    /** Else command and answer would chase each other at the limit. */
    @Test
    void goesByTheTimerWhenTheRobotOnlyAnswers() {
        world.answers = true;
        tick();
        long totalNs = 0;
        final int count = 5000;
        for (int i = 0; i < count; i++) {
            totalNs += tick();
        }
        assertEquals(1.0, (double) totalNs / (count * PERIOD_NS), 0.005);
        assertTrue(pace.packetTicks() < count / 50);
    }

    @Test
    void isInStepAgainSoonAfterALostPacket() {
        world.stream(PERIOD_NS);
        ticks(20);
        world.nextNs += PERIOD_NS;
        assertEquals(PERIOD_NS * 3 / 2, tick());
        ticks(4);
        assertFollows(PERIOD_NS);
    }

    @Test
    void returnsAfterAFlood() {
        world.stream(PERIOD_NS / 20);
        ticks(200);
        world.stream(PERIOD_NS);
        ticks(PacketPace.RETRY_TICKS + 20);
        assertFollows(PERIOD_NS);
    }

    @Test
    void countsTicksThatAStallSwallowed() {
        world.stream(PERIOD_NS);
        ticks(20);
        world.stallNs = 10 * PERIOD_NS;
        tick();
        assertTrue(frame.get(TickField.WAKEUP_LATENESS_NS) > 8 * PERIOD_NS);
        tick();
        assertTrue(frame.get(TickField.MISSED_TICKS) >= 8, frame.get(TickField.MISSED_TICKS) + " missed");
        ticks(10);
        assertFollows(PERIOD_NS);
    }

    @Test
    void looksOnAfterASignalEndedItsWait() {
        world.stream(PERIOD_NS);
        world.signals = true;
        ticks(20);
        assertFollows(PERIOD_NS);
    }

    @Test
    void looksWithoutSleepingAroundTheNextPacketIfAsked() {
        final Config spinning = new Config.Builder()
                .set(ChoiceSetting.SCHEDULE, Schedule.PACKETS, "test")
                .set(Setting.PACKET_RATE_MAX, LIMIT, "test")
                .set(Setting.RT_SPIN_US, 40, "test")
                .conclude();
        final Pace eager = PacketPace.of(spinning, world, world::sleep, () -> world.nowNs);
        world.counts = true;
        world.stream(PERIOD_NS);
        long due = world.nowNs + PERIOD_NS;
        for (int i = 0; i < 100; i++) {
            world.pending = false;
            world.looks = 0;
            final long startNs = eager.await(due);
            if (i > 10) {
                assertEquals(world.lastArrivalNs, startNs);
                // Every 1 us for the 40 before the packet, and the look with which each wait begins.
                assertEquals(41, world.looks, 1);
            }
            due = startNs + PERIOD_NS;
        }
        world.pending = false;
        world.nextNs = NEVER_NS;
        world.looks = 0;
        assertEquals(due + PERIOD_NS / 2, eager.await(due));
        assertEquals(81, world.looks, 1);
    }

    @Test
    void isTheTimersWhereNothingElseIsWantedOrPossible() {
        final NanoClock clock = () -> world.nowNs;
        assertInstanceOf(TimerPace.class, PacketPace.of(Config.defaults(), world, world::sleep, clock));
        assertInstanceOf(TimerPace.class, PacketPace.of(config, null, world::sleep, clock));
    }

    @Test
    void ticksAHundredThousandTimesWithoutAllocating() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        world.stream(PERIOD_NS * 1005 / 1000);
        ticks(30_000);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4 && least > 0; round++) {
            final long start = threads.getCurrentThreadAllocatedBytes();
            ticks(100_000);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        assertEquals(0, least);
    }

    /** Time, a robot in it, and the system that waits; time passes only by waiting. */
    private static final class World implements Arrivals, RobotPort {
        private static final long ANSWER_NS = 50_000;
        private static final long LOOK_NS = 1_000;

        private final FakeRobot robot = new FakeRobot();
        private long nowNs = 1_000_000_000L;
        private long stepNs = NEVER_NS;
        private long nextNs = NEVER_NS;
        private long lastArrivalNs;
        private long stallNs;
        private int looks;
        private boolean answers;
        private boolean signals;
        private boolean counts;
        private boolean pending;

        void stream(final long everyNs) {
            stepNs = everyNs;
            nextNs = nowNs + everyNs;
        }

        private void passTo(final long untilNs) {
            nowNs = Math.max(nowNs, untilNs);
            while (nextNs <= nowNs) {
                pending = true;
                lastArrivalNs = nextNs;
                nextNs = answers ? NEVER_NS : nextNs + stepNs;
            }
        }

        @Override
        public boolean await(final long timeoutNs) {
            if (timeoutNs > 0 && signals && nextNs > nowNs + timeoutNs / 2 + 1) {
                passTo(nowNs + timeoutNs / 2 + 1);
                return false;
            }
            if (!pending && timeoutNs <= 0 && looks++ > 0 && counts) {
                passTo(nowNs + LOOK_NS);
            }
            if (!pending && timeoutNs > 0) {
                passTo(Math.min(nowNs + timeoutNs, nextNs));
            }
            if (stallNs > 0) {
                passTo(nowNs + stallNs);
                stallNs = 0;
            }
            return pending;
        }

        long sleep(final long untilNs) {
            passTo(untilNs);
            return nowNs;
        }

        @Override
        public boolean receive(final Sensed out, final long receivedNs) {
            final boolean fresh = pending && robot.receive(out, receivedNs);
            pending = false;
            return fresh;
        }

        @Override
        public boolean send(final JointCommands commands) {
            if (answers) {
                nextNs = nowNs + ANSWER_NS;
            }
            return robot.send(commands);
        }

        @Override
        public PortCounters counters() {
            return robot.counters();
        }

        @Override
        public void close() {}
    }
}
