package gaitd.sim.planar;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.policies.learn.classic.ClassicEnv;
import gaitd.policies.learn.classic.Sketch;
import java.util.List;

/** Copies of a chain that motors move; a state is the positions of its joints, then their velocities. */
abstract class PlanarEnv extends ClassicEnv {
    /** Longest episode, steps. */
    static final int STEPS = 1000;

    /** Joints of the chain. */
    final int joints;

    private final PlanarModel model;
    private final PlanarPhysics physics;
    private final double[] gear;
    private final double[] torque;
    private final int firstMotor;
    private final int substeps;
    private final double periodS;

    PlanarEnv(
            final PlanarModel model,
            final int environments,
            final List<Signal> seen,
            final List<Signal> acted,
            final int substeps,
            final double stepS,
            final PlanarPhysics.Maker maker) {
        super(environments, 2 * model.size(), STEPS, seen, acted);
        this.model = model;
        joints = model.size();
        physics = maker.make(model, stepS);
        gear = model.links.stream().mapToDouble(link -> link.drive().gear()).toArray();
        torque = new double[joints];
        int first = 0;
        while (gear[first] == 0) {
            first++;
        }
        firstMotor = first;
        this.substeps = substeps;
        periodS = substeps * stepS;
    }

    @Override
    public final double rateHz() {
        return 1 / periodS;
    }

    @Override
    public final void close() {
        physics.close();
    }

    /** Time of a policy step, s. */
    final double periodS() {
        return periodS;
    }

    /** Moves a copy by a policy step; the motors are joints in a row. */
    final void move(final int at, final double[] action) {
        for (int k = 0; k < action.length; k++) {
            torque[firstMotor + k] = gear[firstMotor + k] * action[k];
        }
        for (int i = 0; i < substeps; i++) {
            physics.step(state, at, torque);
        }
    }

    /** Draws positions evenly about a rest. */
    final void scatter(final RandomStream chance, final int at, final int count, final double most) {
        for (int i = 0; i < count; i++) {
            state[at + i] = chance.nextDouble(-most, most);
        }
    }

    /** Draws velocities by the normal distribution. */
    final void toss(final RandomStream chance, final int at, final double deviation) {
        for (int i = 0; i < joints; i++) {
            state[at + joints + i] = deviation * chance.nextGaussian();
        }
    }

    @Override
    protected final void outline(final int at, final Sketch to) {
        final PlanarMotion motion = new PlanarMotion(model);
        motion.update(state, at);
        for (int i = 0; i < joints; i++) {
            for (final PlanarCapsule c : model.links.get(i).capsules()) {
                to.capsule(
                        motion.worldX(i, c.x1M(), c.z1M()),
                        motion.worldZ(i, c.x1M(), c.z1M()),
                        motion.worldX(i, c.x2M(), c.z2M()),
                        motion.worldZ(i, c.x2M(), c.z2M()),
                        c.radiusM());
            }
        }
    }

    static double square(final double[] action) {
        double sum = 0;
        for (final double a : action) {
            sum += a * a;
        }
        return sum;
    }
}
