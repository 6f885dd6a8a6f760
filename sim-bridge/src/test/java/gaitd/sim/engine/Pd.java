package gaitd.sim.engine;

import gaitd.sim.terrain.Terrain;

/** A robot held in a pose by position control, for tests. */
final class Pd {
    static final double[] POSE = {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    static final double[] LEVEL = {1, 0, 0, 0};

    final EmbeddedSimulator engine;
    final double[] target = POSE.clone();
    private final double[] torque = new double[12];
    private final double[] damping = new double[12];

    Pd(final EmbeddedSimulator engine) {
        this.engine = engine;
    }

    static Pd on(final Terrain terrain, final RobotModel model, final double heightM) {
        final EmbeddedSimulator engine = new EmbeddedSimulator(model, terrain);
        engine.reset(new double[] {0, 0, heightM}, LEVEL, POSE);
        return new Pd(engine);
    }

    void step(final double kp, final double kd) {
        for (int j = 0; j < 12; j++) {
            torque[j] = kp * (target[j] - engine.state().q[j]);
            damping[j] = kd;
        }
        engine.step(torque, damping);
    }

    void run(final int steps, final double kp, final double kd) {
        for (int i = 0; i < steps; i++) {
            step(kp, kd);
        }
    }

    /** Steps in place at 2 Hz, diagonal legs together. */
    void trot(final int steps) {
        for (int i = 0; i < steps; i++) {
            final double phase = 4 * Math.PI * engine.state().timeS;
            for (int leg = 0; leg < 4; leg++) {
                final double lift = Math.max(0, (leg == 0 || leg == 3 ? 1 : -1) * Trig.sin(phase));
                target[3 * leg + 1] = 0.9 + 0.3 * lift;
                target[3 * leg + 2] = -1.8 - 0.6 * lift;
            }
            step(55, 1);
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
