package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.hal.wire.LowStateCodec;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.WideLimits;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/** A socket that answers every datagram with the same bytes, or with nothing. */
final class FakeRobotSocket implements AutoCloseable {
    private final DatagramSocket socket;

    FakeRobotSocket(final byte[] bytes) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        final Thread thread = new Thread(() -> serve(bytes), "fake-robot");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(final byte[] answer) {
        final DatagramPacket in = new DatagramPacket(new byte[2048], 2048);
        try {
            while (!socket.isClosed()) {
                socket.receive(in);
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, in.getSocketAddress()));
                }
            }
        } catch (final IOException e) {
            if (!socket.isClosed()) {
                throw new AssertionError(e);
            }
        }
    }

    /** Nothing at all. */
    static byte[] silence() {
        return new byte[0];
    }

    /** A state with this angle in its first joint, and a checksum that fits. */
    static byte[] state(final double q) {
        final Sensed sensed = new Sensed();
        sensed.q[0] = q;
        final ByteBuffer bytes = ByteBuffer.allocate(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        LowStateCodec.encode(sensed, bytes);
        return bytes.array();
    }

    static byte[] shortState() {
        return Arrays.copyOf(state(0), LowStateCodec.SIZE - 1);
    }

    static byte[] corruptState() {
        final byte[] bytes = state(0);
        bytes[100] ^= 1;
        return bytes;
    }

    /** Runs against a robot at an address. */
    static Cli run(final String uri, final Path folder) throws IOException {
        return Cli.run(
                "run",
                "--no-view",
                "--robot",
                uri,
                "--config",
                WideLimits.file(folder).toString());
    }

    /** Fails unless a robot that sends nothing else is not stood up, and the message has the number of datagrams and the reason. */
    static void assertDropped(final byte[] answer, final String why, final Path folder) throws IOException {
        try (FakeRobotSocket robot = new FakeRobotSocket(answer)) {
            final Cli run = run(robot.uri(), folder);
            final String line = run.refusedWith(ExitCode.REFUSED);
            assertTrue(line.matches(".*[ (][1-9][0-9]* " + why + ".*"), line);
            assertFalse(run.out().contains("STAND_UP"), run.out());
        }
    }

    String uri() {
        return "udp://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }
}
