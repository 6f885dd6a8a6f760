package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortExceptionTest {
    private static final InetSocketAddress ROBOT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8007);

    @Test
    void namesAHostThatCannotBeResolved() {
        final InetSocketAddress robot = InetSocketAddress.createUnresolved("no-such-robot", 8007);
        assertMessage(() -> UdpRobotPort.open(robot), "no-such-robot", "192.168.123.10:8007", "check the spelling");
    }

    @Test
    void refusesAddressesThatAreNotOneHostAndPort() {
        for (InetSocketAddress robot : new InetSocketAddress[] {
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new InetSocketAddress("0.0.0.0", 8007),
            new InetSocketAddress("239.1.2.3", 8007)
        }) {
            assertMessage(
                    () -> UdpRobotPort.open(robot),
                    robot.getAddress().getHostAddress() + ":" + robot.getPort(),
                    "expected a unicast address",
                    "correct the address");
        }
    }

    @Test
    void namesALocalPortThatIsTaken() throws IOException {
        try (DatagramChannel holder = DatagramChannel.open().bind(new InetSocketAddress(0))) {
            final int taken = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            assertMessage(() -> UdpRobotPort.open(ROBOT, taken), "port " + taken, "expected it to be free", "ss -ulpn");
        }
    }

    @Test
    void refusesLocalPortsThatDoNotExist() {
        for (int localPort : new int[] {-1, 65536}) {
            assertMessage(() -> UdpRobotPort.open(ROBOT, localPort), "port " + localPort, "0 to 65535", "correct");
        }
    }

    @Test
    void advisesWhenThereIsNoRoute() {
        final IOException cause = new NoRouteToHostException("Network is unreachable");
        final PortException e = PortException.connectFailed(new InetSocketAddress("192.168.123.10", 8007), cause);
        assertMessage(e, "192.168.123.10:8007", "Network is unreachable", "expected a route", "ip addr add");
        assertEquals(cause, e.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.0.1", "::1"})
    void advisesToBringUpTheLoopback(final String address) {
        for (String reason : new String[] {"Network is unreachable", "Cannot assign requested address"}) {
            final PortException e =
                    PortException.connectFailed(new InetSocketAddress(address, 8007), new IOException(reason));
            assertMessage(e, reason, "loopback interface is up", "ip link set lo up");
            assertFalse(e.getMessage().contains("cable"), e.getMessage());
        }
    }

    @Test
    void advisesWhenSendingIsNotPermitted() {
        for (String reason : new String[] {"Permission denied", "Operation not permitted"}) {
            assertMessage(PortException.connectFailed(ROBOT, new IOException(reason)), reason, "firewall", "broadcast");
        }
    }

    @Test
    void advisesWhateverElseTheSystemSays() {
        final IOException cause = new IOException("strange");
        assertMessage(PortException.connectFailed(ROBOT, cause), "strange", "127.0.0.1:8007", "check the address");
        assertMessage(PortException.openFailed(cause), "strange", "expected", "limits of open files");
        assertMessage(PortException.closeFailed(cause), "strange", "expected", "nothing need be done");
    }

    private static void assertMessage(final Executable call, final String... parts) {
        assertMessage(assertThrows(PortException.class, call), parts);
    }

    private static void assertMessage(final PortException e, final String... parts) {
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
    }
}
