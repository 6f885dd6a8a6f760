package gaitd.robot.host;

import gaitd.hal.JointCommands;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A robot that is asked for states and sent commands by a program that a person sits at, every 2 ms, without a control loop. Damped until
 * its owner writes other commands, and at the end. Used by one thread.
 */
public final class PacedRobot implements AutoCloseable {
    /** Time between two commands, s. */
    public static final double PERIOD_S = 0.002;

    private static final long PERIOD_NS = 2_000_000L;

    private final RobotPort port;
    private final LongSupplier clockNs;
    private final LastCommands last;
    /** Sent by each {@link #cycle()}. */
    public final JointCommands commands = new JointCommands();
    /** The newest state; as constructed before the first. */
    public final Sensed sensed = new Sensed();

    private boolean begun;
    private long begunNs;
    private long dueNs;

    /**
     * A robot that has been sent nothing.
     *
     * @param port the robot, not closed here
     * @param config how much damping
     * @param clockNs monotonic clock, ns
     */
    public PacedRobot(final RobotPort port, final Config config, final LongSupplier clockNs) {
        this.port = port;
        this.clockNs = clockNs;
        last = new LastCommands(config, port);
    }

    /**
     * Sends the commands when they are due and takes the newest state.
     *
     * @return whether there was a new state
     */
    public boolean cycle() {
        final long nowNs = clockNs.getAsLong();
        if (!begun) {
            begun = true;
            begunNs = nowNs;
            dueNs = nowNs;
        }
        if (nowNs < dueNs) {
            LockSupport.parkNanos(dueNs - nowNs);
        }
        dueNs = Math.max(dueNs, nowNs - PERIOD_NS) + PERIOD_NS;
        port.send(commands);
        return port.receive(sensed, clockNs.getAsLong());
    }

    /**
     * For how long no state has come.
     *
     * @return since the last one, or since the first command, s; 0 before that
     */
    public double silentS() {
        return begun ? 1e-9 * (clockNs.getAsLong() - (sensed.sequence == 0 ? begunNs : sensed.receivedAtNs)) : 0;
    }

    /**
     * The port, for its counters.
     *
     * @return the port
     */
    public RobotPort port() {
        return port;
    }

    /** Leaves the robot damped. */
    @Override
    public void close() {
        last.run();
    }
}
