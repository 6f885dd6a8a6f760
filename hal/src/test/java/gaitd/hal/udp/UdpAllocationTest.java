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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UdpAllocationTest {
    private static final int WARM_UP = 5_000;
    private static final int EXCHANGES = 100_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JointCommands commands = new JointCommands();
    private final Sensed sensed = new Sensed();

    @Test
    @Timeout(120)
    void exchangesWithoutAllocating() throws IOException {
        try (LoopbackRobot robot = new LoopbackRobot();
                UdpRobotPort port = UdpRobotPort.open(robot.address())) {
            assertTrue(port.send(commands));
            robot.meet();
            LowStateCodec.encode(new Sensed(), robot.state);
            exchange(robot, port, WARM_UP);
            final long bytes = exchange(robot, port, EXCHANGES);
            assertEquals(WARM_UP + EXCHANGES, port.counters().accepted);
            assertEquals(WARM_UP + EXCHANGES, sensed.sequence);
            assertEquals((WARM_UP + EXCHANGES) / 10, port.counters().badCrc);
            assertEquals(0, bytes);
        }
    }

    /** One command, one state, every tenth time a damaged one before it; returns what the port's calls allocated. */
    private long exchange(final LoopbackRobot robot, final UdpRobotPort port, final int times) throws IOException {
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            final long beforeSend = threads.getCurrentThreadAllocatedBytes();
            port.send(commands);
            long dbg = threads.getCurrentThreadAllocatedBytes() - beforeSend;
            if (dbg != 0) System.out.println("SEND " + i + " " + dbg + " of " + times);
            bytes += dbg;
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
                dbg = threads.getCurrentThreadAllocatedBytes() - beforeReceive;
                if (dbg != 0) System.out.println("RECV " + i + " " + dbg + " of " + times);
                bytes += dbg;
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
