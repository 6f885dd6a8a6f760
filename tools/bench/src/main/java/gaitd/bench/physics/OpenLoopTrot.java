package gaitd.bench.physics;

import gaitd.bench.turns.Candidate;
import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import gaitd.sim.measure.FallRule;
import java.util.Arrays;

/**
 * The load under which engines are compared: a robot under position control that steps in place at 2 Hz, diagonal legs
 * together, without any feedback from its trunk. A robot that fell is put back on its feet.
 *
 * <p>Control law, reading the state and detecting falls are timed too.
 */
public final class OpenLoopTrot implements Candidate.Work {
    static final double START_M = 0.3;
    static final double KP_NM_RAD = 55;
    static final double KD_NM_S_RAD = 1;

    private static final double[] LEVEL = {1, 0, 0, 0};
    private static final double THIGH_RAD = 0.9;
    private static final double CALF_RAD = -1.8;
    private static final double THIGH_LIFT_RAD = 0.3;
    private static final double CALF_LIFT_RAD = -0.6;
    private static final double TURN_RAD_S = 4 * Math.PI;
    private static final double LEAST_UPRIGHT = Trig.cos(FallRule.FALL_TILT_RAD);

    private final Simulator sim;
    private final double[] start;
    private final double[] pose = new double[A1.JOINTS];
    private final double[] target = new double[A1.JOINTS];
    private final double[] torque = new double[A1.JOINTS];
    private final double[] damping = new double[A1.JOINTS];
    private long falls;

    /**
     * A robot at its start.
     *
     * @param sim moved by this object only
     * @param groundM height of the ground at the world's origin, m
     */
    public OpenLoopTrot(final Simulator sim, final double groundM) {
        this.sim = sim;
        start = new double[] {0, 0, groundM + START_M};
        lift(0, pose);
        Arrays.fill(damping, KD_NM_S_RAD);
        sim.reset(start, LEVEL, pose);
    }

    @Override
    public void run(final int robotSteps) {
        for (int i = 0; i < robotSteps; i++) {
            step();
        }
    }

    private void step() {
        final SimState state = sim.state();
        lift(wave(state.timeS), target);
        for (int j = 0; j < A1.JOINTS; j++) {
            torque[j] = KP_NM_RAD * (target[j] - state.q[j]);
        }
        sim.step(torque, damping);
        final double[] q = state.baseQuaternion;
        if (isDown(state.basePosition[2] - start[2], q[1], q[2])) {
            falls++;
            sim.reset(start, LEVEL, pose);
        }
    }

    /** Sine of the gait's phase. */
    static double wave(final double timeS) {
        return Trig.sin(TURN_RAD_S * timeS);
    }

    /** Whether a robot that is some metres below its start, with these x and y of its quaternion, has fallen. */
    static boolean isDown(final double aboveStartM, final double x, final double y) {
        return aboveStartM < FallRule.FALL_HEIGHT_M - START_M || 1 - 2 * (x * x + y * y) < LEAST_UPRIGHT;
    }

    /**
     * Joint targets of a phase.
     *
     * @param wave sine of the phase; one pair of legs is up while it is above 0, the other while below
     * @param to targets, 12, rad
     */
    static void lift(final double wave, final double[] to) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double up = Math.max(0, leg == 0 || leg == 3 ? wave : -wave);
            to[A1.JOINTS_PER_LEG * leg] = 0;
            to[A1.JOINTS_PER_LEG * leg + A1.THIGH] = THIGH_RAD + THIGH_LIFT_RAD * up;
            to[A1.JOINTS_PER_LEG * leg + A1.CALF] = CALF_RAD + CALF_LIFT_RAD * up;
        }
    }

    /**
     * How often the robot fell.
     *
     * @return count
     */
    public long falls() {
        return falls;
    }
}
