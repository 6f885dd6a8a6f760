package gaitd.robot.world;

import gaitd.robot.host.RobotLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.sim.measure.TruthSampler;
import gaitd.sim.measure.WalkSample;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.wire.ServedWalk;
import gaitd.sim.wire.SimServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A simulated robot that lives and ends with this link, over UDP on the loopback. */
public final class SimulatedLink implements TruthSource, AutoCloseable {
    private final SimServer server;
    private final TruthSampler sampler;
    private final double massKg;
    private final RobotLink link;

    /**
     * Starts the robot and connects to it.
     *
     * @param world the simulated world
     * @param config step and command timeout
     * @throws Refusal when the system gives no sockets
     */
    public SimulatedLink(final World world, final Config config) {
        massKg = world.massKg(config);
        sampler = new TruthSampler(world.terrain());
        final SimulatedA1 robot = world.robot(config);
        try {
            server = new SimServer(
                    robot,
                    new ServedWalk(robot, world.terrain(), massKg),
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

    @Override
    public double massKg() {
        return massKg;
    }

    @Override
    public void read(final WalkSample out) {
        server.read(sampler, out);
    }

    @Override
    public void close() {
        link.close();
        server.close();
    }
}
