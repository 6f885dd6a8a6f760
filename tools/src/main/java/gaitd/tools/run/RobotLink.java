package gaitd.tools.run;

import gaitd.hal.RobotPort;
import gaitd.hal.udp.PortException;
import gaitd.hal.udp.UdpRobotPort;
import gaitd.runtime.config.Config;
import gaitd.sim.robot.GroundTruth;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A robot at the end of a UDP socket: somebody's, or a simulated one that lives and ends with this link. */
public final class RobotLink implements AutoCloseable {
    private final RobotPort port;
    private final String name;
    private final SimServer server;

    private RobotLink(final RobotPort port, final String name, final SimServer server) {
        this.port = port;
        this.name = name;
        this.server = server;
    }

    /**
     * A link to a robot that is there already.
     *
     * @param address where it listens
     * @return the link
     * @throws Refusal when the system has no way there
     */
    public static RobotLink to(final InetSocketAddress address) {
        return open(address, null);
    }

    /**
     * A link to a simulated robot, over the loopback.
     *
     * @param world what the robot is put into
     * @param config step and command timeout
     * @return the link
     * @throws Refusal when the system gives no sockets
     */
    public static RobotLink simulated(final World world, final Config config) {
        final SimServer server;
        try {
            server = new SimServer(
                    world.robot(config),
                    new GroundTruth(world.terrain()),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (final IOException e) {
            throw new Refusal("the simulated robot gets no socket: " + e.getMessage(), e);
        }
        server.start();
        try {
            return open(server.address(), server);
        } catch (final Refusal e) {
            server.close();
            throw e;
        }
    }

    private static RobotLink open(final InetSocketAddress address, final SimServer server) {
        try {
            return new RobotLink(
                    UdpRobotPort.open(address), "udp://" + address.getHostString() + ":" + address.getPort(), server);
        } catch (final PortException e) {
            throw new Refusal(e.getMessage(), e);
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

    /**
     * Its ground truth.
     *
     * @return the source, or null when the robot is not ours
     */
    public TruthSource truth() {
        return server == null ? null : server::truth;
    }

    @Override
    public void close() {
        port.close();
        if (server != null) {
            server.close();
        }
    }
}
