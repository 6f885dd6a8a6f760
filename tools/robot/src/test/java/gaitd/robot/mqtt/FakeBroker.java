package gaitd.robot.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker of MQTT 5 that can misbehave. */
public final class FakeBroker implements AutoCloseable {
    /** How. */
    public enum Manner {
        /** Answers as it should. */
        GOOD,
        /** Takes the connection and says nothing. */
        MUTE,
        /** Answers the connect, then reads no more. */
        HANGS,
        /** Closes each connection at once. */
        DROPS,
        /** Refuses each connect: not authorised. */
        REFUSES,
        /** Acknowledges no message. */
        ACKNOWLEDGES_NOTHING
    }

    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int PING = 12;
    private static final int NOT_AUTHORISED = 0x87;

    volatile Manner manner;
    final AtomicInteger connections = new AtomicInteger();
    public final List<String> published = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    public FakeBroker(final Manner manner) throws IOException {
        this.manner = manner;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                final Socket socket = server.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                if (manner == Manner.DROPS) {
                    socket.close();
                } else {
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            }
        } catch (final IOException e) {
            dropAll();
        }
    }

    private void serve(final Socket socket) {
        try (socket) {
            final DataInputStream in = new DataInputStream(socket.getInputStream());
            final OutputStream out = socket.getOutputStream();
            while (true) {
                final int first = in.readUnsignedByte();
                final byte[] rest = in.readNBytes(length(in));
                if (manner == Manner.MUTE) {
                    continue;
                }
                answer(first, ByteBuffer.wrap(rest), out);
                while (manner == Manner.HANGS) {
                    Thread.sleep(20);
                }
            }
        } catch (final IOException e) {
            sockets.remove(socket);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int length(final DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }

    private void answer(final int first, final ByteBuffer rest, final OutputStream out) throws IOException {
        switch (first >> 4) {
            case CONNECT -> send(out, 0x20, 0, manner == Manner.REFUSES ? NOT_AUTHORISED : 0, 0);
            case SUBSCRIBE -> send(out, 0x90, rest.get(), rest.get(), 0, 1);
            case PING -> send(out, 0xd0);
            case PUBLISH -> {
                final byte[] topic = new byte[rest.getShort()];
                rest.get(topic);
                final boolean acknowledged = (first & 6) != 0;
                final int number = acknowledged ? rest.getShort() & 0xffff : 0;
                rest.position(rest.position() + 1 + rest.get(rest.position()));
                published.add(new String(topic, StandardCharsets.UTF_8) + " " + StandardCharsets.UTF_8.decode(rest));
                if (acknowledged && manner != Manner.ACKNOWLEDGES_NOTHING) {
                    send(out, 0x40, number >> 8, number);
                }
            }
            default -> {
                // A disconnect wants no answer.
            }
        }
    }

    private static void send(final OutputStream out, final int type, final int... bytes) throws IOException {
        final byte[] packet = new byte[2 + bytes.length];
        packet[0] = (byte) type;
        packet[1] = (byte) bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            packet[2 + i] = (byte) bytes[i];
        }
        out.write(packet);
        out.flush();
    }

    /** Publishes to whoever is connected. */
    public void push(final String topic, final byte[] payload) throws IOException {
        final byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        final int length = 2 + name.length + 1 + payload.length;
        final ByteBuffer packet = ByteBuffer.allocate(length + 3);
        packet.put((byte) 0x30).put((byte) ((length & 0x7f) | 0x80)).put((byte) (length >> 7));
        packet.putShort((short) name.length).put(name).put((byte) 0).put(payload);
        for (final Socket socket : sockets) {
            socket.getOutputStream().write(packet.array());
        }
    }

    private static void end(final Socket socket) {
        try {
            socket.close();
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    void dropAll() {
        for (final Socket socket : sockets) {
            end(socket);
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropAll();
    }
}
