package gaitd.robot.remote;

import gaitd.robot.host.PacedRobot;
import gaitd.robot.host.RobotLink;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.net.InetSocketAddress;

/** The remote as the robot itself sends it with its states, which it does while it is sent commands: damping ones. */
final class RemoteOfRobot implements RemoteSight {
    private final RobotLink link;
    private final PacedRobot robot;

    RemoteOfRobot(final InetSocketAddress address, final Config config) {
        link = RobotLink.to(address);
        robot = new PacedRobot(link.port(), config, System::nanoTime);
        robot.commands.damp(config.get(Setting.DAMPING_KD));
    }

    @Override
    public boolean next(final byte[] wire) {
        if (!robot.cycle()) {
            return false;
        }
        System.arraycopy(robot.sensed.wirelessRemote, 0, wire, 0, wire.length);
        return true;
    }

    @Override
    public String silence() {
        return link.name()
                + " does not answer: expected a robot in low-level mode that is switched on and reached by cable;"
                + " try ping, and 'gaitd doctor --interface NAME'";
    }

    @Override
    public void close() {
        robot.close();
        link.close();
    }
}
