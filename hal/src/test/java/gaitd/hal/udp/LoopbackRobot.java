package gaitd.hal.udp;

import gaitd.hal.Sensed;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;

/** The robot's end of a loopback socket, in the hands of a test. */
final class LoopbackRobot implements AutoCloseable {
    final ByteBuffer command = ByteBuffer.allocateDirect(LowCmdCodec.SIZE + 1).order(ByteOrder.LITTLE_ENDIAN);
    final ByteBuffer state = ByteBuffer.allocateDirect(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);

    private final DatagramChannel channel;

    LoopbackRobot() throws IOException {
        channel = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    InetSocketAddress peer() throws IOException {
        return (InetSocketAddress) channel.getRemoteAddress();
    }

    /** Waits for a command and takes its sender as the one to answer. */
    int meet() throws IOException {
        command.clear();
        channel.connect(channel.receive(command));
        return command.position();
    }

    /** Waits for a command of the sender met before. */
    int await() throws IOException {
        command.clear();
        return channel.read(command);
    }

    /** Sends a valid state with the given tick. */
    void sendState(final long tick) throws IOException {
        final Sensed sensed = new Sensed();
        sensed.robotTick = tick;
        LowStateCodec.encode(sensed, state);
        sendAgain();
    }

    /** Sends whatever is in {@link #state}. */
    void sendAgain() throws IOException {
        state.clear();
        channel.write(state);
    }

    void sendBytes(final byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    /** Sends a datagram without contents; a connected channel would send nothing. */
    void sendEmpty() throws IOException {
        final InetSocketAddress peer = peer();
        channel.disconnect();
        channel.send(ByteBuffer.allocate(0), peer);
        channel.connect(peer);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
