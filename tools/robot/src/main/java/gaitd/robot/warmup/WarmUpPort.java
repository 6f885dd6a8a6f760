package gaitd.robot.warmup;

import gaitd.hal.Arrivals;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;

/**
 * A simulated robot in lock-step behind real sockets and codecs, so that a warm-up run compiles the same code as a real
 * run.
 *
 * <p>Both ends are in the calling thread. A datagram that the loopback loses costs one reading and nothing else.
 */
final class WarmUpPort implements RobotPort {
    private final RobotPort robot;
    private final DatagramChannel board;
    private final UdpRobotPort port;
    private final Sensed truth = new Sensed();
    private final ByteBuffer state =
            ByteBuffer.allocateDirect(LowStateCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer command =
            ByteBuffer.allocateDirect(LowCmdCodec.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private SocketAddress client;
    private boolean delivered;

    /**
     * Opens sockets on the loopback.
     *
     * @param robot the simulated robot, closed with this port
     * @throws IOException when the system gives no socket
     */
    WarmUpPort(final RobotPort robot) throws IOException {
        this.robot = robot;
        board = DatagramChannel.open();
        board.configureBlocking(false);
        board.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port = UdpRobotPort.open((InetSocketAddress) board.getLocalAddress());
    }

    /** Lets the robot's state arrive before the tick that takes it. */
    void deliver(final long nowNs) {
        if (client == null || delivered || !robot.receive(truth, nowNs)) {
            return;
        }
        delivered = true;
        LowStateCodec.encode(truth, state);
        state.clear();
        try {
            board.send(state, client);
        } catch (final IOException e) {
            return;
        }
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        deliver(nowNs);
        delivered = false;
        return port.receive(out, nowNs);
    }

    @Override
    public Arrivals arrivals() {
        return port.arrivals();
    }

    @Override
    public boolean send(final JointCommands commands) {
        robot.send(commands);
        final boolean taken = port.send(commands);
        command.clear();
        try {
            final SocketAddress from = board.receive(command);
            client = from == null ? client : from;
        } catch (final IOException e) {
            return false;
        }
        return taken;
    }

    @Override
    public PortCounters counters() {
        return port.counters();
    }

    @Override
    public void close() {
        port.close();
        robot.close();
        try {
            board.close();
        } catch (final IOException e) {
            throw new IllegalStateException("cannot close a socket of the warm-up run: " + e.getMessage(), e);
        }
    }
}
