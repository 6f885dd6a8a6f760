package gaitd.runtime.loop;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * A robot that stands still: sends the state that a test has set, with noise in the last bits as real sensors have, and
 * keeps the last command.
 */
public final class FakeRobot implements RobotPort {
    private static final long NS_PER_MS = 1_000_000;
    private static final double NS_PER_S = 1e9;
    private static final double NOISE = 1e-6;
    private static final double SPEED_NOISE = 1e-3;
    private static final double ROLL_RAD_S = 5;

    /** The state that it sends next. */
    public final Sensed says = new Sensed();
    /** The newest command. */
    public final JointCommands commanded = new JointCommands();
    /** Where it rolls to, rad. */
    public double rollRad;
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

    private double rolledRad;
    private boolean rolling;
    private long rolledNs;
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
        roll(nowNs);
        says.sequence = counters.accepted;
        says.receivedAtNs = nowNs;
        if (!repeats) {
            obey();
        }
        out.set(says);
        if (!repeats) {
            noise(out, counters.accepted % 2 == 0 ? NOISE : -NOISE);
        }
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

    private void roll(final long nowNs) {
        final double most = Math.min(0.01, ROLL_RAD_S * (nowNs - rolledNs) / NS_PER_S);
        final double step = Math.clamp(rollRad - rolledRad, -most, most);
        if (step != 0 || rolling) {
            rolling = step != 0;
            says.gyro[0] = step * NS_PER_S / (nowNs - rolledNs);
            rolledRad += step;
            says.rpy[0] = rolledRad;
            says.quaternion[0] = Math.cos(rolledRad / 2);
            says.quaternion[1] = Math.sin(rolledRad / 2);
            says.accelerometer[1] = 9.81 * Math.sin(rolledRad);
            says.accelerometer[2] = 9.81 * Math.cos(rolledRad);
        }
        rolledNs = nowNs;
    }

    private static void noise(final Sensed out, final double noise) {
        for (int i = 0; i < 3; i++) {
            out.gyro[i] += noise;
            out.accelerometer[i] += noise;
        }
        out.quaternion[3] += noise;
        for (int i = 0; i < A1.JOINTS; i++) {
            out.q[i] += noise;
            out.dq[i] += Math.copySign(SPEED_NOISE, noise);
            out.tauEst[i] += noise;
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
