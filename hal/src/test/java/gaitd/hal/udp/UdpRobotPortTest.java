package gaitd.hal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class UdpRobotPortTest {
    private static final long NOW_NS = 123_456_789L;

    private final LoopbackRobot robot = new LoopbackRobot();
    private final UdpRobotPort port = UdpRobotPort.open(robot.address());
    private final PortCounters counters = port.counters();
    private final JointCommands commands = new JointCommands();
    private final Sensed sensed = new Sensed();
    private int handedOut;

    UdpRobotPortTest() throws IOException {}

    @BeforeEach
    void meet() throws IOException {
        commands.damp(3);
        assertTrue(port.send(commands));
        assertEquals(LowCmdCodec.SIZE, robot.meet());
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        robot.close();
    }

    @Test
    void sendsCommandsTheRobotCanRead() {
        final JointCommands read = new JointCommands();
        assertEquals(DecodeResult.OK, LowCmdCodec.decode(robot.command, LowCmdCodec.SIZE, read));
        assertEquals(3, read.kd[11]);
        assertEquals(1, counters.sent);
        assertEquals(0, counters.sendErrors);
    }

    @Test
    void handsOutAStateWithTimeAndSequence() throws IOException {
        robot.sendState(41);
        receiveUntil(1);
        assertEquals(1, handedOut);
        assertEquals(41, sensed.robotTick);
        assertEquals(NOW_NS, sensed.receivedAtNs);
        assertEquals(1, sensed.sequence);
        robot.sendState(42);
        receiveUntil(2);
        assertEquals(42, sensed.robotTick);
        assertEquals(2, sensed.sequence);
        assertEquals(0, counters.dropped());
    }

    @Test
    void leavesTheReadingAloneWhileTheRobotIsSilent() {
        sensed.sequence = 9;
        for (int i = 0; i < 100; i++) {
            assertFalse(port.receive(sensed, NOW_NS));
        }
        assertEquals(9, sensed.sequence);
        assertEquals(0, sensed.receivedAtNs);
        assertEquals(0, counters.accepted + counters.dropped() + counters.receiveErrors);
    }

    @Test
    void countsWrongSizes() throws IOException {
        for (int size : new int[] {1, 610, 770, 772, 1025, 1400, 9000}) {
            robot.sendBytes(new byte[size]);
        }
        receiveUntil(7);
        assertEquals(7, counters.wrongSize);
        assertEquals(0, handedOut);
        assertEquals(0, sensed.sequence);
    }

    @Test
    void goesOnAfterAnEmptyDatagram() throws IOException {
        robot.sendEmpty();
        robot.sendState(5);
        receiveUntil(2);
        assertEquals(5, sensed.robotTick);
        assertEquals(1, counters.wrongSize);
    }

    @Test
    void countsBadChecksums() throws IOException {
        LowStateCodec.encode(new Sensed(), robot.state);
        robot.state.put(100, (byte) 1);
        robot.sendAgain();
        receiveUntil(1);
        assertEquals(1, counters.badCrc);
        assertEquals(0, handedOut);
    }

    @Test
    void countsStatesThatAreNotFinite() throws IOException {
        final Sensed bad = new Sensed();
        bad.q[7] = Double.NaN;
        LowStateCodec.encode(bad, robot.state);
        robot.sendAgain();
        receiveUntil(1);
        assertEquals(1, counters.notFinite);
        assertEquals(0, handedOut);
        assertEquals(0, sensed.q[7]);
    }

    @Test
    void countsEveryPieceOfRandomJunk() throws IOException {
        final long seed = 31;
        final Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            final byte[] junk = new byte[i % 2 == 0 ? LowStateCodec.SIZE : random.nextInt(1500)];
            random.nextBytes(junk);
            robot.sendBytes(junk);
            receiveUntil(i + 1);
        }
        assertEquals(2000, counters.dropped(), () -> "seed " + seed);
        assertTrue(counters.badCrc >= 1000, () -> "seed " + seed);
        assertEquals(0, counters.accepted);
    }

    @Test
    void takesTheNewestOfABurst() throws IOException {
        for (int i = 1; i <= 10; i++) {
            robot.sendState(i);
        }
        receiveUntil(10);
        assertEquals(10, sensed.robotTick);
        assertEquals(10, sensed.sequence);
        assertEquals(10, counters.accepted);
        assertEquals(10 - handedOut, counters.overtaken);
    }

    @Test
    void takesTheLatestOfABurstThatCameInAnotherOrder() throws IOException {
        for (final long tick : new long[] {0xFFFFFFFEL, 3, 1, 0xFFFFFFFFL, 2}) {
            robot.sendState(tick);
        }
        receiveUntil(5);
        assertEquals(handedOut == 1 ? 3 : 2, sensed.robotTick);
        assertEquals(5, sensed.sequence);
        assertEquals(5 - handedOut, counters.overtaken);
    }

    @Test
    void keepsTheNewestValidStateWhenTheNewestDatagramIsBad() throws IOException {
        robot.sendState(1);
        robot.sendState(2);
        robot.state.put(100, (byte) 1);
        robot.sendAgain();
        robot.sendBytes(new byte[12]);
        receiveUntil(4);
        assertEquals(2, sensed.robotTick);
        assertEquals(2, counters.accepted);
        assertEquals(1, counters.badCrc);
        assertEquals(1, counters.wrongSize);
    }

    @Test
    void readsABoundedNumberOfDatagramsACall() throws IOException {
        for (int i = 1; i <= 70; i++) {
            robot.sendState(i);
        }
        while (counters.accepted < 70) {
            final long before = counters.accepted;
            handedOut += port.receive(sensed, NOW_NS) ? 1 : 0;
            assertTrue(counters.accepted - before <= UdpRobotPort.DRAIN_MAX);
            assertNotTimedOut();
        }
        assertNotEquals(1, handedOut);
        assertEquals(70, sensed.robotTick);
        assertEquals(70 - handedOut, counters.overtaken);
    }

    @Test
    void ignoresStrangers() throws IOException {
        LowStateCodec.encode(new Sensed(), robot.state);
        robot.state.clear();
        try (DatagramChannel stranger = DatagramChannel.open()) {
            final InetSocketAddress victim = robot.peer();
            assertEquals(LowStateCodec.SIZE, stranger.send(robot.state, victim));
        }
        robot.sendState(77);
        receiveUntil(1);
        assertEquals(77, sensed.robotTick);
        assertFalse(port.receive(sensed, NOW_NS));
        assertEquals(1, counters.accepted);
    }

    @Test
    void countsAClosedPortAndRecoversWhenTheRobotIsBack() throws IOException {
        final InetSocketAddress address = robot.address();
        final InetSocketAddress client = robot.peer();
        robot.close();
        while (counters.receiveErrors == 0) {
            port.send(commands);
            assertFalse(port.receive(sensed, NOW_NS));
            assertNotTimedOut();
        }
        assertEquals(0, counters.accepted + counters.dropped());
        try (DatagramChannel back = DatagramChannel.open().bind(address)) {
            final Sensed state = new Sensed();
            state.robotTick = 8;
            final ByteBuffer bytes = robot.state;
            LowStateCodec.encode(state, bytes);
            bytes.clear();
            back.send(bytes, client);
            receiveUntil(1);
        }
        assertEquals(8, sensed.robotTick);
    }

    @Test
    void triesOnlyNowAndThenAfterManyErrorsUntilTheRobotAnswers() throws IOException {
        final InetSocketAddress address = robot.address();
        robot.close();
        while (counters.receiveErrors + counters.sendErrors < UdpRobotPort.ERRORS_MAX) {
            port.send(commands);
            assertFalse(port.receive(sensed, NOW_NS));
            assertNotTimedOut();
        }
        final long sent = counters.sent;
        final long errors = counters.receiveErrors;
        final int tries = 4;
        for (int i = 0; i < tries * UdpRobotPort.RETRY_COMMANDS; i++) {
            port.send(commands);
            assertFalse(port.receive(sensed, NOW_NS));
        }
        assertTrue(counters.sent - sent <= tries, counters.sent - sent + " sent");
        assertTrue(counters.receiveErrors - errors <= tries + 2, counters.receiveErrors - errors + " errors");
        try (DatagramChannel back = DatagramChannel.open().bind(address)) {
            back.configureBlocking(false);
            final ByteBuffer received = ByteBuffer.allocate(LowCmdCodec.SIZE);
            SocketAddress client = back.receive(received);
            while (client == null) {
                port.send(commands);
                port.receive(sensed, NOW_NS);
                assertNotTimedOut();
                client = back.receive(received);
            }
            LowStateCodec.encode(new Sensed(), robot.state);
            robot.state.clear();
            back.send(robot.state, client);
            receiveUntil(1);
            final long sentBefore = counters.sent;
            assertTrue(port.send(commands));
            assertTrue(port.send(commands));
            assertEquals(2, counters.sent - sentBefore);
        }
    }

    @Test
    void countsErrorsInsteadOfThrowingOnceClosed() {
        port.close();
        assertFalse(port.receive(sensed, NOW_NS));
        assertTrue(counters.receiveErrors > 0);
        assertFalse(port.send(commands));
        assertEquals(1, counters.sendErrors);
    }

    /** Receives until so many datagrams were accepted or dropped; the time limit of the class ends a wait in vain. */
    private void receiveUntil(final long datagrams) {
        while (counters.accepted + counters.dropped() < datagrams) {
            handedOut += port.receive(sensed, NOW_NS) ? 1 : 0;
            assertNotTimedOut();
        }
        assertEquals(datagrams, counters.accepted + counters.dropped());
    }

    private static void assertNotTimedOut() {
        assertFalse(Thread.currentThread().isInterrupted(), "waited in vain");
    }
}
