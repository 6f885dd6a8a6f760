package gaitd.sim.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A UDP port on the loopback that takes lines for {@link SimServer#control}: a datagram a line, a datagram back.
 *
 * <p>A thread of its own; whoever may use the machine may use it.
 */
public final class ControlPort implements AutoCloseable {
    private static final int LONGEST_BYTES = 1024;
    private static final long JOIN_MS = 5_000;

    private final SimServer server;
    private final double groundHeightM;
    private final DatagramSocket socket;
    private final Thread thread;

    /**
     * Opens the port.
     *
     * @param server whose robot is steered
     * @param port on 127.0.0.1; 0 takes a free one
     * @param groundHeightM height of the ground at the world's origin, m
     * @throws IOException when the port cannot be had, with what to do
     */
    public ControlPort(final SimServer server, final int port, final double groundHeightM) throws IOException {
        this.server = server;
        this.groundHeightM = groundHeightM;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (final IOException e) {
            throw new IOException(
                    "port " + port + " cannot be had (" + e.getMessage() + "); stop what uses it or choose another", e);
        }
        thread = new Thread(this::run, "sim-control");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The port in use.
     *
     * @return its number
     */
    public int port() {
        return socket.getLocalPort();
    }

    private void run() {
        final DatagramPacket in = new DatagramPacket(new byte[LONGEST_BYTES], LONGEST_BYTES);
        while (!socket.isClosed()) {
            try {
                in.setLength(LONGEST_BYTES);
                socket.receive(in);
                final String line = new String(in.getData(), 0, in.getLength(), StandardCharsets.UTF_8);
                final byte[] answer = (server.control(line, groundHeightM) + "\n").getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(answer, answer.length, in.getSocketAddress()));
            } catch (final IOException e) {
                // closed, or a client that is gone
            }
        }
    }

    /** Closes the port. */
    @Override
    public void close() {
        socket.close();
        try {
            thread.join(JOIN_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
