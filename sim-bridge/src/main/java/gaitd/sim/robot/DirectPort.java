package gaitd.sim.robot;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;

/**
 * A port to a simulated robot in the same thread whose physics the caller steps between sending and receiving.
 *
 * <p>Readings and commands are passed without the wire's quantisation, but where the wire has faults. Allocates nothing after construction.
 */
public final class DirectPort implements RobotPort {
    private final SimulatedA1 robot;
    private final FaultyWire wire;
    private final PortCounters counters = new PortCounters();

    /**
     * A port.
     *
     * @param robot commanded by this port only
     */
    public DirectPort(final SimulatedA1 robot) {
        this.robot = robot;
        wire = new FaultyWire(robot);
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        if (robot.faults() == null) {
            robot.sense(out);
        } else if (!wire.receive(robot.faults(), out)) {
            return false;
        }
        counters.accepted++;
        out.sequence = counters.accepted;
        out.receivedAtNs = nowNs;
        return true;
    }

    @Override
    public boolean send(final JointCommands commands) {
        if (robot.faults() == null) {
            robot.command(commands);
        } else {
            wire.send(robot.faults(), commands);
        }
        counters.sent++;
        return true;
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        // the robot is closed by its owner
    }
}
