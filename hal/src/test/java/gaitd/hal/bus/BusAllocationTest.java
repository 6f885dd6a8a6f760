package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No heap byte a tick and a cycle, in good and in bad times. */
class BusAllocationTest {
    private static final int CYCLES = 20_000;
    /** The virtual machine allocates on a thread's behalf while it compiles; a cycle that allocates does so in every round. */
    private static final int ROUNDS_MAX = 20;

    private static final BusTiming TIMING = new BusTiming(2_000_000, 1_000_000, 50_000_000, 4);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JointCommands commands = new JointCommands();

    @Test
    @Timeout(60)
    void aCycleAllocatesNothing() {
        final FakeMotors motors = new FakeMotors();
        final MotorBus bus = new MotorBus(0, motors, FakeMotors.mirrored(), TIMING, motors::clock, BusTimes.NONE);
        final long[] record = new long[JointTargets.LENGTH];
        long bytes = cycles(bus, motors, record);
        // The compiler may once charge about a kilobyte to this thread, at any time.
        for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
            bytes = cycles(bus, motors, record);
        }
        assertEquals(0, bytes);
        assertTrue(bus.counters().badCrc > 100 && bus.counters().timeouts > 100 && bus.counters().garbageBytes > 100);
        motors.lost = true;
        bus.cycle();
        bytes = -1;
        for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
            bytes = cycles(bus, motors, record);
        }
        assertEquals(0, bytes, "on a lost line");
    }

    private long cycles(final MotorBus bus, final FakeMotors motors, final long[] record) {
        final long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CYCLES; i++) {
            JointTargets.pack(commands, 0, motors.nowNs, record);
            bus.commands().write(record);
            motors.wrongBit = i % 7 == 0 ? 100 : -1;
            motors.cut = i % 11 == 0 ? 60 : MotorReplyCodec.SIZE;
            bus.cycle();
            bus.idle(motors.nowNs + 100_000);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The tick's side, and the four threads as they run. */
    @Test
    @Timeout(60)
    void aTickAllocatesNothing() throws InterruptedException {
        final FakeMotors[] lines = {new FakeMotors(), new FakeMotors(), new FakeMotors(), new FakeMotors()};
        for (final FakeMotors line : lines) {
            line.sleeps = true;
        }
        final Sensed sensed = new Sensed();
        final BusTiming fast = new BusTiming(1_000_000, 1_000_000, 5_000_000_000L, 4);
        try (BusRobotPort port = new BusRobotPort(
                lines, new SteadyImu(), FakeMotors.mirrored(), fast, System::nanoTime, BusTimes.NONE, name -> {})) {
            assertNull(port.awaitAnswers(5_000_000_000L, sensed));
            final long[] ids = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("gaitd-bus-"))
                    .mapToLong(Thread::threadId)
                    .toArray();
            assertEquals(4, ids.length);
            long bytes = -1;
            for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
                final long before = allocated(ids);
                for (int i = 0; i < 300; i++) {
                    port.receive(sensed, System.nanoTime());
                    port.send(commands);
                    LockSupport.parkNanos(1_000_000);
                }
                bytes = allocated(ids) - before;
            }
            assertEquals(0, bytes);
            assertTrue(port.counters().accepted > 10);
        }
    }

    /** Of the threads, and of this one. */
    private long allocated(final long... ids) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (final long id : ids) {
            bytes += threads.getThreadAllocatedBytes(id);
        }
        return bytes;
    }

    private static final class SteadyImu implements ImuPort {
        @Override
        public boolean receive(final Sensed out, final long nowNs) {
            out.gyro[0] = nowNs * 1e-9;
            return true;
        }

        @Override
        public String name() {
            return "steady";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
