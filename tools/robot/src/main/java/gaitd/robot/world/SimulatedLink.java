package gaitd.robot.world;

import gaitd.robot.host.RobotLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.sim.engine.SimState;
import gaitd.sim.robot.GroundTruth;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A simulated robot that lives and ends with this link, over UDP on the loopback. */
public final class SimulatedLink implements AutoCloseable {
    private final SimServer server;
    private final RobotLink link;

    /**
     * Starts the robot and connects to it.
     *
     * @param world what the robot is put into
     * @param config step and command timeout
     * @throws Refusal when the system gives no sockets
     */
    public SimulatedLink(final World world, final Config config) {
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
            link = RobotLink.to(server.address());
        } catch (final Refusal e) {
            server.close();
            throw e;
        }
    }

    /**
     * The link to it.
     *
     * @return closed with this one
     */
    public RobotLink link() {
        return link;
    }

    /**
     * Copies the ground truth of now.
     *
     * @param copy overwritten
     */
    public void truth(final SimState copy) {
        server.truth(copy);
    }

    @Override
    public void close() {
        link.close();
        server.close();
    }
}
