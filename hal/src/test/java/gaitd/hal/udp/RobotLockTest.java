package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class RobotLockTest {
    private static InetSocketAddress robot(final int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** A port that no other test on this machine takes at the same time. */
    private static int port() throws Exception {
        try (java.net.DatagramSocket free = new java.net.DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void take(final int port) {
        try (RobotLock lock = RobotLock.take(robot(port))) {
            assertNotNull(lock);
        }
    }

    @Test
    void oneAtATime() throws Exception {
        final int port = port();
        try (RobotLock first = RobotLock.take(robot(port))) {
            assertNotNull(first);
            final PortException refusal = assertThrows(PortException.class, () -> take(port));
            assertTrue(
                    refusal.getMessage()
                            .contains("another process of this computer drives the robot at 127.0.0.1:" + port),
                    refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count());
        }
        take(port);
    }

    @Test
    void anotherPortIsAnotherRobot() throws Exception {
        try (RobotLock one = RobotLock.take(robot(port()))) {
            assertNotNull(one);
            take(port());
        }
    }
}
