package gaitd.robot.warmup;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.maths.Trig;

/**
 * A robot for warming up, much cheaper than physics: joints follow their commands and report the torque that drives would give, the
 * trunk sways a little, feet whose legs push carry load.
 *
 * <p>With it the controller runs the code paths of real walking, which is all that the compilers need.
 */
public final class WarmUpRobot implements RobotPort {
    private static final double LYING_THIGH_RAD = 1.3;
    private static final double LYING_CALF_RAD = -2.65;
    private static final double FOLLOWS = 0.3;
    /** As fast as the robot's motors turn; a robot that missed commands must catch up no faster. */
    private static final double SPEED_MAX_RAD_S = 20;

    private static final double SWAY_RAD = 0.02;
    private static final double SWAY_RAD_A_TICK = 0.01;
    private static final double PUSHES_NM = 2;
    private static final int LOADED = 60;

    private final PortCounters counters = new PortCounters();
    private final Sensed state = new Sensed();
    private final JointCommands commands = new JointCommands();
    private final double periodS;
    private long ticks;
    private boolean mute;

    /**
     * A robot that lies.
     *
     * @param periodS control period, s
     */
    public WarmUpRobot(final double periodS) {
        this.periodS = periodS;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            state.q[A1.JOINTS_PER_LEG * leg + A1.THIGH] = LYING_THIGH_RAD;
            state.q[A1.JOINTS_PER_LEG * leg + A1.CALF] = LYING_CALF_RAD;
        }
        commands.q[0] = Double.NaN;
    }

    /** Whether it sends no states from now on. */
    void mute(final boolean silent) {
        mute = silent;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        ticks++;
        if (mute || Double.isNaN(commands.q[0])) {
            return false;
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double error = commands.q[joint] - state.q[joint];
            final double moved = commands.kp[joint] > 0
                    ? Math.clamp(FOLLOWS * error, -SPEED_MAX_RAD_S * periodS, SPEED_MAX_RAD_S * periodS)
                    : 0;
            state.q[joint] += moved;
            state.dq[joint] = moved / periodS;
            state.motorMode[joint] = commands.mode[joint];
            state.tauEst[joint] = Math.clamp(
                    commands.tau[joint]
                            + commands.kp[joint] * (error - moved)
                            + commands.kd[joint] * (commands.dq[joint] - state.dq[joint]),
                    -A1.TORQUE_MAX_NM,
                    A1.TORQUE_MAX_NM);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double calfNm = state.tauEst[A1.JOINTS_PER_LEG * leg + A1.CALF];
            state.footForce[leg] = calfNm > PUSHES_NM ? LOADED : 0;
        }
        sway(SWAY_RAD * Trig.sin(ticks * SWAY_RAD_A_TICK));
        counters.accepted++;
        state.robotTick = Math.round(ticks * periodS * 1e3);
        state.receivedAtNs = nowNs;
        state.sequence = counters.accepted;
        out.set(state);
        return true;
    }

    private void sway(final double rollRad) {
        state.gyro[0] = (rollRad - state.rpy[0]) / periodS;
        state.rpy[0] = rollRad;
        state.quaternion[0] = Trig.cos(rollRad / 2);
        state.quaternion[1] = Trig.sin(rollRad / 2);
        state.accelerometer[1] = Gravity.M_S2 * Trig.sin(rollRad);
        state.accelerometer[2] = Gravity.M_S2 * Trig.cos(rollRad);
    }

    @Override
    public boolean send(final JointCommands given) {
        commands.set(given);
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
