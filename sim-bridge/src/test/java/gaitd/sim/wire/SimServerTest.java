package gaitd.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server over the loopback interface. */
@Timeout(60)
class SimServerTest {
    private static SimServer server(final int port) throws IOException {
        final Terrain terrain = Terrain.FLAT;
        final SimulatedA1 robot =
                new SimulatedA1(new EmbeddedSimulator(RobotModel.a1(), terrain), SensorNoise.none(), 1, 0.1);
        return new SimServer(
                robot,
                new ServedWalk(robot, terrain, A1.MASS_KG),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static DatagramSocket client(final SimServer server) throws IOException {
        final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.connect(server.address());
        socket.setSoTimeout(200);
        return socket;
    }

    private static byte[] command() {
        final ByteBuffer bytes = ByteBuffer.allocate(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        final JointCommands commands = new JointCommands();
        commands.damp(1);
        LowCmdCodec.encode(commands, bytes);
        return bytes.array();
    }

    /** Sends commands until one is answered, as the system may drop datagrams when it is swamped. */
    private static Sensed exchange(final DatagramSocket socket) throws IOException {
        final DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
        for (int attempt = 1; answer.getLength() == 2048; attempt++) {
            socket.send(new DatagramPacket(command(), LowCmdCodec.SIZE));
            try {
                socket.receive(answer);
            } catch (final SocketTimeoutException e) {
                if (attempt == 200) {
                    throw e;
                }
            }
        }
        final Sensed sensed = new Sensed();
        final ByteBuffer bytes = ByteBuffer.wrap(answer.getData()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(DecodeResult.OK, LowStateCodec.decode(bytes, answer.getLength(), sensed));
        return sensed;
    }

    @Test
    void answersFromThePortItListensOn() throws IOException {
        try (SimServer server = server(0);
                DatagramSocket socket = client(server)) {
            server.start();
            final Sensed first = exchange(socket);
            final Sensed second = exchange(socket);
            assertTrue(second.robotTick >= first.robotTick);
            assertTrue(second.isFinite());
            assertTrue(server.counters().get(ServerCounter.ACCEPTED) >= 2);
        }
    }

    @Test
    void surviveAStormOfRandomDatagramsAndNeverAnswersThem() throws IOException {
        final Random random = new Random(41);
        try (SimServer server = server(0);
                DatagramSocket storm = client(server);
                DatagramSocket socket = client(server)) {
            server.start();
            storm.send(new DatagramPacket(new byte[LowCmdCodec.SIZE], LowCmdCodec.SIZE));
            for (int i = 0; i < 10_000; i++) {
                final byte[] junk = new byte[random.nextBoolean() ? LowCmdCodec.SIZE : random.nextInt(1400)];
                random.nextBytes(junk);
                storm.send(new DatagramPacket(junk, junk.length));
            }
            assertTrue(exchange(socket).isFinite());
            final ServerCounters counters = server.counters();
            assertTrue(counters.get(ServerCounter.BAD_CRC) > 0);
            assertTrue(counters.get(ServerCounter.WRONG_SIZE) > 0);
            assertTrue(counters.get(ServerCounter.ACCEPTED) > 0);
            assertEquals(0, counters.get(ServerCounter.SECOND_CLIENT));
            storm.setSoTimeout(1);
            assertThrows(IOException.class, () -> storm.receive(new DatagramPacket(new byte[1], 1)));
        }
    }

    @Test
    void refusesABusyPortInOneLine() throws IOException {
        try (SimServer first = server(0)) {
            final int port = first.address().getPort();
            final BindException refused = assertThrows(BindException.class, () -> server(port));
            assertTrue(refused.getMessage().contains(":" + port), refused.getMessage());
            assertTrue(refused.getMessage().contains("choose another port"), refused.getMessage());
            assertFalse(refused.getMessage().contains("\n"));
        }
    }

    @Test
    void freesThePortAndClosesTwice() throws IOException {
        final SimServer server = server(0);
        final int port = server.address().getPort();
        server.start();
        server.close();
        server.close();
        try (SimServer again = server(port)) {
            assertEquals(port, again.address().getPort());
        }
    }

    @Test
    void startsOnceOnly() throws IOException {
        final SimServer server = server(0);
        server.start();
        assertThrows(IllegalStateException.class, server::start);
        server.close();
        final SimServer closed = server(0);
        closed.close();
        assertThrows(IllegalStateException.class, closed::start);
    }

    @Test
    void handsOutTruthAndMeasurements() throws IOException {
        try (SimServer server = server(0);
                DatagramSocket socket = client(server)) {
            server.start();
            final TruthSampler sampler = new TruthSampler(Terrain.FLAT);
            final WalkSample sample = new WalkSample();
            long tick;
            do {
                tick = exchange(socket).robotTick;
                server.read(sampler, sample);
            } while (tick < 20);
            assertTrue(sample.heightM > 0.05);
            assertTrue(sample.workJ >= 0);
            assertEquals(0, server.figures().timeS(), "legs are damped");
            assertEquals(0, server.figures().falls());
        }
    }
}
