package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.Arrivals;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ArrivalsTest {
    private static final long LONG_NS = 20_000_000_000L;
    private static final long SHORT_NS = 2_000_000;

    private final LoopbackRobot robot = new LoopbackRobot();
    private final UdpRobotPort port = UdpRobotPort.open(robot.address());
    private final JointCommands commands = new JointCommands();
    private final Sensed sensed = new Sensed();

    ArrivalsTest() throws IOException {}

    @BeforeEach
    void meet() throws IOException {
        assumeTrue(LinuxSocket.available(), "needs the sockets of Linux");
        assertTrue(port.send(commands));
        robot.meet();
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        robot.close();
    }

    @Test
    void endsWhenAStateComesAndLeavesItToBeReceived() throws IOException {
        robot.sendState(3);
        final long startNs = System.nanoTime();
        assertTrue(port.arrivals().await(LONG_NS));
        assertTrue(System.nanoTime() - startNs < LONG_NS);
        assertTrue(port.arrivals().await(0));
        assertTrue(port.receive(sensed, 1));
        assertEquals(3, sensed.robotTick);
        assertFalse(port.arrivals().await(0));
    }

    @Test
    void wakesAThreadThatWaits() throws Exception {
        final Thread late = new Thread(() -> {
            try {
                Thread.sleep(20);
                robot.sendState(4);
            } catch (final IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        late.start();
        assertTrue(port.arrivals().await(LONG_NS));
        late.join();
    }

    @Test
    void endsInVainAfterItsTime() {
        final long startNs = System.nanoTime();
        assertFalse(port.arrivals().await(SHORT_NS));
        assertTrue(System.nanoTime() - startNs >= SHORT_NS);
        assertFalse(port.arrivals().await(-5));
    }

    /** Else a robot that is not there would keep the control thread from sleeping. */
    @Test
    void anErrorOfTheNetworkEndsOneWaitOnly() throws IOException {
        robot.close();
        assertTrue(port.send(commands));
        int early = 0;
        for (int i = 0; i < 10; i++) {
            final long startNs = System.nanoTime();
            assertFalse(port.arrivals().await(SHORT_NS));
            early += System.nanoTime() - startNs < SHORT_NS ? 1 : 0;
        }
        assertTrue(early <= 1, early + " waits ended early");
    }

    @Test
    void endsAtOnceWhenThePortIsClosed() {
        port.close();
        assertFalse(port.arrivals().await(SHORT_NS));
    }

    @Tag("slow")
    @Test
    void waitsWithoutAllocating() throws IOException {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final Arrivals arrivals = port.arrivals();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            final long start = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                arrivals.await(1);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        assertEquals(0, least);
    }
}
