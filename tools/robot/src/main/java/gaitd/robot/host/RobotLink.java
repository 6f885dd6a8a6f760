package gaitd.robot.host;

import gaitd.hal.RobotPort;
import gaitd.hal.udp.PortException;
import gaitd.hal.udp.RobotLock;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.robot.bus.BusLink;
import gaitd.robot.bus.BusPlan;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** A robot at the end of a UDP socket or of its motors' buses, which no other process of this computer drives meanwhile. */
public final class RobotLink implements AutoCloseable {
    private final RobotPort port;
    private final String name;
    private final Runnable end;

    private RobotLink(final RobotPort port, final String name, final Runnable end) {
        this.port = port;
        this.name = name;
        this.end = end;
    }

    /**
     * A link to a robot, wherever it is.
     *
     * @param address where
     * @param localPort port of this computer for datagrams, 0 for any free one
     * @param config the control loop's settings
     * @param notes takes lines for a person when something on the way fails later, from another thread
     * @return the link
     * @throws Refusal when the system has no way there, another process drives the robot, or, on buses, something does not answer
     */
    public static RobotLink to(
            final RobotAddress address, final int localPort, final Config config, final Consumer<String> notes) {
        return switch (address) {
            case RobotAddress.OnUdp(InetSocketAddress socket) -> to(socket, localPort);
            case RobotAddress.OnBuses(BusPlan plan) -> {
                final BusLink link = BusLink.open(plan, localPort, config, notes);
                yield new RobotLink(link.port(), "rs485:" + plan.file(), link::close);
            }
        };
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
        RobotLock held = null;
        try {
            final RobotLock lock = RobotLock.take(address);
            held = lock;
            final RobotPort port = UdpRobotPort.open(address, localPort);
            held = null;
            return new RobotLink(port, "udp://" + address.getHostString() + ":" + address.getPort(), () -> {
                port.close();
                lock.close();
            });
        } catch (final PortException e) {
            throw new Refusal(e.getMessage(), e);
        } finally {
            if (held != null) {
                held.close();
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
        end.run();
    }
}
