package gaitd.robot.run;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.robot.host.ArmedCosts;

/** Excludes the simulated robot's costs in the control thread from the controller's costs. */
final class UntimedPort implements RobotPort {
    private final RobotPort port;
    private final ArmedCosts costs;

    UntimedPort(final RobotPort port, final ArmedCosts costs) {
        this.port = port;
        this.costs = costs;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        costs.pause();
        final boolean fresh = port.receive(out, nowNs);
        costs.resume();
        return fresh;
    }

    @Override
    public boolean send(final JointCommands commands) {
        costs.pause();
        final boolean taken = port.send(commands);
        costs.resume();
        return taken;
    }

    @Override
    public PortCounters counters() {
        return port.counters();
    }

    @Override
    public void close() {
        port.close();
    }
}
