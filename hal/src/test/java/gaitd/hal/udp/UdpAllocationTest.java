package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UdpAllocationTest {
    private static final int WARM_UP = 5_000;
    private static final int EXCHANGES = 100_000;
    private static final int ROUNDS_MAX = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JointCommands commands = new JointCommands();
    private final Sensed sensed = new Sensed();

    /** Demands 100,000 exchanges in a row that allocate nothing. */
    @Tag("slow")
    @Test
    @Timeout(120)
    void exchangesWithoutAllocating() throws IOException {
        try (LoopbackRobot robot = new LoopbackRobot();
                UdpRobotPort port = UdpRobotPort.open(robot.address())) {
            assertTrue(port.send(commands));
            robot.meet();
            LowStateCodec.encode(new Sensed(), robot.state);
            exchange(robot, port, WARM_UP);
            // The compiler may once charge about a kilobyte to this thread, at any time; the interpreter never does.
            long done = WARM_UP;
            long bytes = -1;
            for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
                bytes = exchange(robot, port, EXCHANGES);
                done += EXCHANGES;
            }
            assertEquals(0, bytes);
            assertEquals(done, port.counters().accepted);
            assertEquals(done, sensed.sequence);
            assertEquals(done / 10, port.counters().badCrc);
        }
    }

    /** One command, one state, every tenth time a damaged one before it; returns what the port's calls allocated. */
    private long exchange(final LoopbackRobot robot, final UdpRobotPort port, final int times) throws IOException {
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            final long beforeSend = threads.getCurrentThreadAllocatedBytes();
            port.send(commands);
            bytes += threads.getCurrentThreadAllocatedBytes() - beforeSend;
            assertEquals(LowCmdCodec.SIZE, robot.await());
            if (i % 10 == 0) {
                damage(robot);
                robot.sendAgain();
                damage(robot);
            }
            robot.sendAgain();
            boolean received = false;
            while (!received) {
                final long beforeReceive = threads.getCurrentThreadAllocatedBytes();
                received = port.receive(sensed, i);
                bytes += threads.getCurrentThreadAllocatedBytes() - beforeReceive;
                assertFalse(Thread.currentThread().isInterrupted(), "waited in vain");
            }
        }
        return bytes;
    }

    /** Flips a bit; a second call flips it back. */
    private static void damage(final LoopbackRobot robot) {
        robot.state.put(300, (byte) (robot.state.get(300) ^ 4));
    }
}
