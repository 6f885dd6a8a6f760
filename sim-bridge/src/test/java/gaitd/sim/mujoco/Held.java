package gaitd.sim.mujoco;

import gaitd.sim.engine.Simulator;

/** A robot of any engine held in a pose by position control, for tests. */
final class Held {
    static final double[] POSE = {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    static final double[] LEVEL = {1, 0, 0, 0};

    final Simulator engine;
    final double[] target = POSE.clone();
    private final double[] torque = new double[12];
    private final double[] damping = new double[12];

    Held(final Simulator engine, final double heightM) {
        this.engine = engine;
        engine.reset(new double[] {0, 0, heightM}, LEVEL, POSE);
    }

    void run(final int steps, final double kp, final double kd) {
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < 12; j++) {
                torque[j] = kp * (target[j] - engine.state().q[j]);
                damping[j] = kd;
            }
            engine.step(torque, damping);
        }
    }

    /** Steps in place at 2 Hz, diagonal legs together. */
    void trot(final int steps) {
        for (int i = 0; i < steps; i++) {
            final double sine = Math.sin(4 * Math.PI * engine.state().timeS);
            for (int leg = 0; leg < 4; leg++) {
                final double lift = Math.max(0, leg == 0 || leg == 3 ? sine : -sine);
                target[3 * leg + 1] = 0.9 + 0.3 * lift;
                target[3 * leg + 2] = -1.8 - 0.6 * lift;
            }
            run(1, 55, 1);
        }
    }

    double tiltRad() {
        final double[] q = engine.state().baseQuaternion;
        return Math.acos(Math.max(-1, 1 - 2 * (q[1] * q[1] + q[2] * q[2])));
    }

    double normalForceN() {
        final double[] f = engine.state().footForce;
        return f[2] + f[5] + f[8] + f[11];
    }
}
