package gaitd.runtime.loop;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;

/** A robot that stands still and says what it is told to say; remembers the last command. */
public final class FakeRobot implements RobotPort {
    private static final long NS_PER_MS = 1_000_000;

    /** What the robot says next. */
    public final Sensed says = new Sensed();
    /** The newest command. */
    public final JointCommands commanded = new JointCommands();
    /** Whether it says nothing. */
    public boolean silent;
    /** Whether it says the same again and again, its tick included. */
    public boolean repeats;
    /** When its board started, on the loop's clock, ns. */
    public long bootedAtNs;

    private final PortCounters counters = new PortCounters();

    /** A level robot in the standing pose, feet loaded. */
    public FakeRobot() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            says.q[3 * leg + 1] = 0.8;
            says.q[3 * leg + 2] = -1.6;
            says.tauEst[3 * leg + 1] = 0;
            says.tauEst[3 * leg + 2] = 4.4;
            says.footForce[leg] = 60;
        }
        says.accelerometer[2] = 9.81;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        if (silent) {
            return false;
        }
        counters.accepted++;
        if (!repeats) {
            says.robotTick = (nowNs - bootedAtNs) / NS_PER_MS;
        }
        says.sequence = counters.accepted;
        says.receivedAtNs = nowNs;
        out.set(says);
        return true;
    }

    @Override
    public boolean send(final JointCommands commands) {
        commanded.set(commands);
        counters.sent++;
        return true;
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    @Override
    public void close() {}
}
