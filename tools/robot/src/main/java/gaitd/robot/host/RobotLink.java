package gaitd.robot.host;

import gaitd.hal.RobotPort;
import gaitd.hal.udp.PortException;
import gaitd.hal.udp.RobotLock;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.runtime.config.Refusal;
import java.net.InetSocketAddress;

/** A robot at the end of a UDP socket, which no other process of this computer drives meanwhile. */
public final class RobotLink implements AutoCloseable {
    private final RobotLock lock;
    private final RobotPort port;
    private final String name;

    private RobotLink(final RobotLock lock, final RobotPort port, final String name) {
        this.lock = lock;
        this.port = port;
        this.name = name;
    }

    /**
     * A link to a robot from any free port.
     *
     * @param address where it listens
     * @return the link
     * @throws Refusal when the system has no way there, or another process drives the robot
     */
    public static RobotLink to(final InetSocketAddress address) {
        return to(address, 0);
    }

    /**
     * A link to a robot.
     *
     * @param address where it listens
     * @param localPort port of this computer, 0 for any free one
     * @return the link
     * @throws Refusal when the system has no way there or not that port, or another process drives the robot
     */
    public static RobotLink to(final InetSocketAddress address, final int localPort) {
        RobotLock lock = null;
        try {
            lock = RobotLock.take(address);
            final RobotLink link = new RobotLink(
                    lock,
                    UdpRobotPort.open(address, localPort),
                    "udp://" + address.getHostString() + ":" + address.getPort());
            lock = null;
            return link;
        } catch (final PortException e) {
            throw new Refusal(e.getMessage(), e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /**
     * The port to it.
     *
     * @return the open port
     */
    public RobotPort port() {
        return port;
    }

    /**
     * Where it is, for messages.
     *
     * @return an address such as {@code udp://192.168.123.10:8007}
     */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        port.close();
        lock.close();
    }
}
