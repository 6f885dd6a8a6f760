package gaitd.sim.planar;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.sim.planar.PlanarLink.JointDrive;
import java.util.List;

/**
 * One leg that hops in a plane, three motors, at 125 Hz (Erez, Tassa and Todorov, 2011; sizes of the public Hopper).
 *
 * <p>Reward a step: 1 while healthy, forward speed in m/s, less 0.001 times the action's square. Lost at a height of 0.7 m and below, or a
 * lean of 0.2 rad and beyond, or any other number of the state beyond 100; an episode is 1000 steps at most. Seen: height, pitch, three
 * joints and, unless masked, six velocities, those held to +-10.
 */
public final class Hopper extends PlanarEnv {
    private static final List<String> TERMS = List.of("alive", "forward_velocity", "action_square");
    private static final List<Signal> SEEN = Signal.plain(
            "height",
            "pitch",
            "thigh",
            "leg",
            "foot",
            "forward_velocity",
            "upward_velocity",
            "pitch_rate",
            "thigh_rate",
            "leg_rate",
            "foot_rate");
    private static final double HEIGHT_M = 1.25;
    private static final double HEIGHT_MIN_M = 0.7;
    private static final double LEAN_MAX_RAD = 0.2;
    private static final double STATE_MAX = 100;
    private static final double SEEN_MAX = 10;
    private static final double COST = 1e-3;
    private static final double SCATTER = 5e-3;
    private static final double BEND_RAD = Math.toRadians(150);
    private static final double FOOT_RAD = Math.toRadians(45);

    /**
     * Copies.
     *
     * @param environments how many
     * @param masked whether velocities are hidden
     * @param maker of what moves them
     */
    public Hopper(final int environments, final boolean masked, final PlanarPhysics.Maker maker) {
        super(
                model(),
                environments,
                SEEN.subList(0, masked ? 5 : 11),
                Signal.plain("thigh", "leg", "foot"),
                4,
                0.002,
                maker);
    }

    /** The body. */
    static PlanarModel model() {
        return new PlanarModel(
                PlanarLink.freeTrunk(
                        0,
                        List.of(new PlanarCapsule(0, 0.2, 0, -0.2, 0.05, 1)),
                        limb("thigh", 2, -0.2, -BEND_RAD, 0, new PlanarCapsule(0, 0, 0, -0.45, 0.05, 1)),
                        limb("leg", 3, -0.45, -BEND_RAD, 0, new PlanarCapsule(0, 0, 0, -0.5, 0.04, 1)),
                        limb("foot", 4, -0.5, -FOOT_RAD, FOOT_RAD, new PlanarCapsule(-0.13, 0, 0.26, 0, 0.06, 2))),
                0,
                new Softness(0.02, 0.9, 0.95, 0.001, 0),
                new Softness(0.02, 0.8, 0.8, 0.01, 0.001));
    }

    private static PlanarLink limb(
            final String name,
            final int parent,
            final double z,
            final double min,
            final double max,
            final PlanarCapsule bone) {
        return new PlanarLink(
                name, parent, PlanarJoint.HINGE_REVERSED, 0, z, new JointDrive(0, 1, 1, min, max, 200), List.of(bone));
    }

    @Override
    public List<String> rewardTerms() {
        return TERMS;
    }

    @Override
    protected void begin(final RandomStream chance, final int at) {
        scatter(chance, at, 2 * joints, SCATTER);
        state[at + 1] += HEIGHT_M;
    }

    @Override
    protected double advance(final int at, final double[] action, final float[] terms, final int termsAt) {
        final double before = state[at];
        move(at, action);
        final double forward = (state[at] - before) / periodS();
        final double cost = -COST * square(action);
        final double alive = isLost(at) ? 0 : 1;
        terms[termsAt] = (float) alive;
        terms[termsAt + 1] = (float) forward;
        terms[termsAt + 2] = (float) cost;
        return alive + forward + cost;
    }

    @Override
    protected boolean isLost(final int at) {
        return isLost(state, at);
    }

    /** Whether a state has failed; what is no number has. */
    static boolean isLost(final double[] state, final int at) {
        boolean healthy = state[at + 1] > HEIGHT_MIN_M && Math.abs(state[at + 2]) < LEAN_MAX_RAD;
        for (int i = 2; i < 12; i++) {
            healthy &= Math.abs(state[at + i]) < STATE_MAX;
        }
        return !healthy;
    }

    @Override
    protected void see(final int at, final float[] out, final int outAt) {
        for (int i = 0; i < observations(); i++) {
            final double value = state[at + 1 + i];
            out[outAt + i] = (float) (i < joints - 1 ? value : Math.clamp(value, -SEEN_MAX, SEEN_MAX));
        }
    }
}
