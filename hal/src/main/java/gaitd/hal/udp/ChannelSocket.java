package gaitd.hal.udp;

import gaitd.hal.Arrivals;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;

/**
 * UDP socket over {@link DatagramChannel}, for systems other than Linux. Every network error is an exception there,
 * which allocates some 800 bytes.
 */
final class ChannelSocket implements RobotSocket {
    private final DatagramChannel channel;
    private final ByteBuffer state;
    private final ByteBuffer command;

    private ChannelSocket(final DatagramChannel channel) {
        this.channel = channel;
        // One byte more than a state, so that a longer datagram shows.
        state = ByteBuffer.allocateDirect(LowStateCodec.SIZE + 1).order(ByteOrder.LITTLE_ENDIAN);
        command = ByteBuffer.allocateDirect(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Opens, binds and connects; throws a {@link PortException}. */
    static ChannelSocket open(final InetSocketAddress robot, final int localPort) {
        final DatagramChannel channel;
        try {
            channel = DatagramChannel.open(
                    robot.getAddress() instanceof Inet4Address
                            ? StandardProtocolFamily.INET
                            : StandardProtocolFamily.INET6);
        } catch (final IOException e) {
            throw PortException.openFailed(e);
        }
        try {
            connect(channel, robot, localPort);
        } catch (final PortException e) {
            try {
                channel.close();
            } catch (final IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
        return new ChannelSocket(channel);
    }

    private static void connect(final DatagramChannel channel, final InetSocketAddress robot, final int localPort) {
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(localPort));
        } catch (final IOException e) {
            throw PortException.bindFailed(localPort, e);
        }
        try {
            channel.connect(robot);
        } catch (final IOException e) {
            throw PortException.connectFailed(robot, e);
        }
    }

    @Override
    public int receive() {
        state.clear();
        try {
            // Not read(): it answers 0 both for an empty datagram and for none.
            return channel.receive(state) == null ? 0 : 1;
        } catch (final IOException e) {
            return -1;
        }
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public ByteBuffer datagram(final int index) {
        return state;
    }

    @Override
    public int length(final int index) {
        return state.position();
    }

    @Override
    public ByteBuffer command() {
        return command;
    }

    @Override
    public int send() {
        command.clear();
        try {
            return channel.write(command);
        } catch (final IOException e) {
            return -1;
        }
    }

    @Override
    public Arrivals arrivals() {
        return null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
