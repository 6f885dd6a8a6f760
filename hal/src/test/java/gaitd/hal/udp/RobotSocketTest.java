package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The socket of Linux and that of every JVM do the same, by IPv4 and by IPv6. */
@Timeout(20)
class RobotSocketTest {
    private static final String[] LOOPBACKS = {"127.0.0.1", "::1"};

    @FunctionalInterface
    private interface Exchange {
        void with(RobotSocket socket, DatagramChannel robot) throws IOException;
    }

    private static List<RobotSocket> sockets(final InetSocketAddress robot) {
        final List<RobotSocket> sockets = new ArrayList<>();
        sockets.add(ChannelSocket.open(robot, 0));
        if (LinuxSocket.available()) {
            sockets.add(LinuxSocket.open(robot, 0));
        }
        return sockets;
    }

    private static void each(final Exchange exchange) throws IOException {
        int families = 0;
        for (final String loopback : LOOPBACKS) {
            try (DatagramChannel robot = DatagramChannel.open()) {
                try {
                    robot.bind(new InetSocketAddress(InetAddress.getByName(loopback), 0));
                } catch (final IOException noSuchFamily) {
                    continue;
                }
                families++;
                for (final RobotSocket socket : sockets((InetSocketAddress) robot.getLocalAddress())) {
                    exchange.with(socket, robot);
                    socket.close();
                }
            }
        }
        assumeTrue(families > 0, "needs a loopback interface that is up");
    }

    @Test
    void sendsToTheRobotAndTakesItsAnswers() throws IOException {
        each((socket, robot) -> {
            socket.command().put(0, (byte) 77);
            assertEquals(LowCmdCodec.SIZE, socket.send());
            final ByteBuffer received = ByteBuffer.allocate(2000);
            final InetSocketAddress client = (InetSocketAddress) robot.receive(received);
            assertEquals(LowCmdCodec.SIZE, received.position());
            assertEquals(77, received.get(0));
            assertEquals(0, socket.receive());
            robot.send(ByteBuffer.wrap(new byte[] {5, 6, 7}), client);
            assertEquals(1, received(socket));
            assertEquals(3, socket.length(0));
            assertEquals(6, socket.datagram(0).get(1));
            robot.send(ByteBuffer.allocate(3000), client);
            assertEquals(1, received(socket));
            assertEquals(LowStateCodec.SIZE + 1, socket.length(0));
        });
    }

    @Test
    void tellsErrorsAsNumbers() throws IOException {
        each((socket, robot) -> {
            socket.close();
            assertTrue(socket.receive() < 0);
            assertTrue(socket.send() < 0);
        });
    }

    /** Error numbers belong to threads: one that has never failed has another number in its place. */
    @Test
    void tellsAnEmptySocketFromAnErrorToEveryThread() throws IOException {
        each((socket, robot) -> {
            for (int i = 0; i < 2; i++) {
                assertEquals(0, socket.receive());
                assertEquals(0, CompletableFuture.supplyAsync(socket::receive).join());
            }
            socket.close();
            assertTrue(CompletableFuture.supplyAsync(socket::receive).join() < 0);
            assertTrue(socket.receive() < 0);
        });
    }

    @Test
    void bothGiveTheSameReasonForAPortThatIsTaken() throws IOException {
        assumeTrue(LinuxSocket.available(), "needs the sockets of Linux");
        try (DatagramChannel holder = DatagramChannel.open().bind(new InetSocketAddress(0))) {
            final int taken = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            final InetSocketAddress robot = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8007);
            final PortException ofLinux = assertThrows(PortException.class, () -> LinuxSocket.open(robot, taken));
            final PortException ofChannel = assertThrows(PortException.class, () -> ChannelSocket.open(robot, taken));
            assertEquals(ofChannel.getMessage(), ofLinux.getMessage());
        }
    }

    @Test
    void refusesABroadcastAddressInTheSystemsWords() {
        assumeTrue(LinuxSocket.available(), "needs the sockets of Linux");
        final PortException e = assertThrows(
                PortException.class, () -> LinuxSocket.open(new InetSocketAddress("255.255.255.255", 8007), 0));
        assertTrue(e.getMessage().contains("ermission"), e.getMessage());
        assertFalse(e.getMessage().contains("null"), e.getMessage());
    }

    private static int received(final RobotSocket socket) {
        int taken = socket.receive();
        while (taken == 0) {
            taken = socket.receive();
        }
        return taken;
    }
}
