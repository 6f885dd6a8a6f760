package gaitd.hal.udp;

import gaitd.hal.Arrivals;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.wire.DecodeResult;
import gaitd.hal.wire.LowCmdCodec;
import gaitd.hal.wire.LowStateCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Port to an A1 over UDP.
 *
 * <p>The socket is connected: the system drops whatever does not come from the robot's address and port. Receiving
 * empties the socket, up to {@link #DRAIN_MAX} datagrams a call, and keeps the valid state with the latest tick of the
 * robot among them, even when a newer datagram is bad. The robot sends nothing before the first command.
 *
 * <p>Called by the control thread; does not block. Allocates nothing after opening; on systems other than Linux a
 * network error is an exception. To bound that garbage while no robot answers, only one command in
 * {@link #RETRY_COMMANDS} is sent after {@link #ERRORS_MAX} errors without a valid state, until a state comes. Not
 * thread-safe.
 */
public final class UdpRobotPort implements RobotPort {
    /** Most datagrams read in one call; what is left waits for the next. */
    public static final int DRAIN_MAX = 64;

    /** Most errors without a valid state between them before commands become rare. */
    public static final int ERRORS_MAX = 1000;

    /** Commands of which one is sent then. */
    public static final int RETRY_COMMANDS = 500;

    /** Errors in one call after which its drain ends; one pending error must not hide the states behind it. */
    private static final int DRAIN_ERRORS_MAX = 2;

    private static final int PORT_MAX = 65535;

    private final RobotSocket socket;
    private final PortCounters counters = new PortCounters();
    private int errorsInARow;
    private int commandsSinceErrors;

    private UdpRobotPort(final RobotSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens a port on any free local port. Nothing is sent.
     *
     * @param robot the robot's address, such as 192.168.123.10:8007
     * @return the open port
     * @throws PortException when the address is not usable or the system refuses the socket
     */
    public static UdpRobotPort open(final InetSocketAddress robot) {
        return open(robot, 0);
    }

    /**
     * Opens a port on a chosen local port. Nothing is sent.
     *
     * @param robot the robot's address, such as 192.168.123.10:8007
     * @param localPort 1 to 65535, or 0 for any free one; the vendor's client uses 8080
     * @return the open port
     * @throws PortException when the address is not usable or the system refuses the socket
     */
    public static UdpRobotPort open(final InetSocketAddress robot, final int localPort) {
        if (robot.isUnresolved()) {
            throw PortException.unresolved(robot);
        }
        final InetAddress host = robot.getAddress();
        if (robot.getPort() == 0 || host.isAnyLocalAddress() || host.isMulticastAddress()) {
            throw PortException.notARobot(robot);
        }
        if (localPort < 0 || localPort > PORT_MAX) {
            throw PortException.notALocalPort(localPort);
        }
        return new UdpRobotPort(
                LinuxSocket.available() ? LinuxSocket.open(robot, localPort) : ChannelSocket.open(robot, localPort));
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        final long acceptedBefore = counters.accepted;
        int errors = 0;
        int drained = 0;
        int taken;
        do {
            taken = socket.receive();
            if (taken < 0) {
                counters.receiveErrors++;
                failed();
                errors++;
            }
            for (int i = 0; i < taken; i++) {
                take(socket.datagram(i), socket.length(i), counters.accepted > acceptedBefore, out);
            }
            drained += Math.max(0, taken);
        } while (taken < 0 ? errors < DRAIN_ERRORS_MAX : taken == socket.batch() && drained < DRAIN_MAX);
        final long accepted = counters.accepted - acceptedBefore;
        if (accepted == 0) {
            return false;
        }
        errorsInARow = 0;
        counters.overtaken += accepted - 1;
        out.receivedAtNs = nowNs;
        out.sequence = counters.accepted;
        return true;
    }

    @Override
    public boolean send(final JointCommands commands) {
        if (errorsInARow >= ERRORS_MAX && ++commandsSinceErrors % RETRY_COMMANDS != 0) {
            counters.sendErrors++;
            return false;
        }
        LowCmdCodec.encode(commands, socket.command());
        final int sent = socket.send();
        if (sent < 0) {
            failed();
        }
        final boolean taken = sent == LowCmdCodec.SIZE;
        if (taken) {
            counters.sent++;
        } else {
            counters.sendErrors++;
        }
        return taken;
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    @Override
    public Arrivals arrivals() {
        return socket.arrivals();
    }

    /**
     * {@inheritDoc}
     *
     * @throws PortException when the system reports an error
     */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw PortException.closeFailed(e);
        }
    }

    private void failed() {
        errorsInARow = Math.min(errorsInARow + 1, ERRORS_MAX);
    }

    /** Datagrams may arrive in another order than they were sent in; the newest of a drain is that with the latest tick. */
    private void take(final ByteBuffer datagram, final int length, final boolean hasOther, final Sensed out) {
        final DecodeResult result = LowStateCodec.check(datagram, length);
        switch (result) {
            case OK -> {
                counters.accepted++;
                if (!hasOther || (int) (LowStateCodec.robotTick(datagram) - out.robotTick) >= 0) {
                    LowStateCodec.read(datagram, out);
                }
            }
            case WRONG_SIZE -> counters.wrongSize++;
            case BAD_CRC -> counters.badCrc++;
            case NOT_FINITE, NOT_LOW_LEVEL -> counters.notFinite++;
        }
    }
}
