package gaitd.runtime.loop;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import java.util.Arrays;

/** A robot that stands still: sends the state that a test has set, and keeps the last command. */
public final class FakeRobot implements RobotPort {
    private static final long NS_PER_MS = 1_000_000;

    /** The state that it sends next. */
    public final Sensed says = new Sensed();
    /** The newest command. */
    public final JointCommands commanded = new JointCommands();
    /** Whether it sends nothing. */
    public boolean silent;
    /** Whether it repeats one state, its tick included. */
    public boolean repeats;
    /** When its board started, on the loop's clock, ns. */
    public long bootedAtNs;
    /** Whether its computer takes no commands. */
    public boolean deaf;
    /** Which motors give mode and torque as commanded; the others say what {@link #says} has. */
    public final boolean[] obeys = new boolean[A1.JOINTS];

    private final PortCounters counters = new PortCounters();

    /** A level robot in the standing pose, feet loaded. */
    public FakeRobot() {
        Arrays.fill(obeys, true);
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
        if (!repeats) {
            obey();
        }
        out.set(says);
        return true;
    }

    private void obey() {
        for (int i = 0; i < A1.JOINTS; i++) {
            if (obeys[i]) {
                says.motorMode[i] = commanded.mode[i];
                says.tauEst[i] = commanded.tau[i]
                        + commanded.kp[i] * (commanded.q[i] - says.q[i])
                        + commanded.kd[i] * (commanded.dq[i] - says.dq[i]);
            }
        }
    }

    @Override
    public boolean send(final JointCommands commands) {
        if (deaf) {
            return false;
        }
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
