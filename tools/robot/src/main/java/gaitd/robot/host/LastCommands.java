package gaitd.robot.host;

import gaitd.hal.JointCommands;
import gaitd.hal.RobotPort;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.concurrent.locks.LockSupport;

/**
 * What a robot is sent last: damping, several times in case datagrams are lost, whatever ended the loop.
 *
 * <p>Made before the loop starts, so that it needs no memory when there is none left. Nothing is sent to a robot that was never sent anything.
 */
final class LastCommands implements Runnable {
    /** How many are sent. */
    static final int COUNT = 10;

    private static final long SPACING_NS = 2_000_000L;

    private final RobotPort port;
    private final JointCommands damping = new JointCommands();

    /**
     * Last commands of a robot.
     *
     * @param config how much damping
     * @param port the robot
     */
    LastCommands(final Config config, final RobotPort port) {
        this.port = port;
        damping.damp(config.get(Setting.DAMPING_KD));
    }

    /** Sends them, in {@link #COUNT} times 2 ms. Called by the thread that sent before, or when that one hangs. */
    @Override
    public void run() {
        if (port.counters().sent == 0) {
            return;
        }
        for (int i = 0; i < COUNT; i++) {
            port.send(damping);
            LockSupport.parkNanos(SPACING_NS);
        }
    }
}
