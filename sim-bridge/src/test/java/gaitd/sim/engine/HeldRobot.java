package gaitd.sim.engine;

import gaitd.maths.Trig;
import gaitd.sim.terrain.Terrain;

/**
 * A robot of any engine held in a pose by position control, for tests.
 *
 * @param <E> its engine
 */
public final class HeldRobot<E extends Simulator> {
    public final E engine;
    public final double[] target = pose();
    private final double[] torque = new double[12];
    private final double[] damping = new double[12];

    /** Holds a robot where it is. */
    public HeldRobot(final E engine) {
        this.engine = engine;
    }

    /** Puts a robot level above the origin, in the pose. */
    public HeldRobot(final E engine, final double heightM) {
        this(engine);
        engine.reset(new double[] {0, 0, heightM}, level(), pose());
    }

    static HeldRobot<EmbeddedSimulator> on(final Terrain terrain, final RobotModel model, final double heightM) {
        return new HeldRobot<>(new EmbeddedSimulator(model, terrain), heightM);
    }

    /** Joint angles of standing, rad. */
    public static double[] pose() {
        return new double[] {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    }

    /** The orientation of a level trunk, as a quaternion. */
    public static double[] level() {
        return new double[] {1, 0, 0, 0};
    }

    void step(final double kp, final double kd) {
        for (int j = 0; j < 12; j++) {
            torque[j] = kp * (target[j] - engine.state().q[j]);
            damping[j] = kd;
        }
        engine.step(torque, damping);
    }

    public void run(final int steps, final double kp, final double kd) {
        for (int i = 0; i < steps; i++) {
            step(kp, kd);
        }
    }

    /** Steps in place at 2 Hz, diagonal legs together. */
    public void trot(final int steps) {
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

    public double tiltRad() {
        final double[] q = engine.state().baseQuaternion;
        return Math.acos(Math.max(-1, 1 - 2 * (q[1] * q[1] + q[2] * q[2])));
    }

    public double normalForceN() {
        final double[] f = engine.state().footForce;
        return f[2] + f[5] + f[8] + f[11];
    }
}
