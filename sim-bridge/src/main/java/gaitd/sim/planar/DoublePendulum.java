package gaitd.sim.planar;

import gaitd.maths.Trig;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.sim.planar.PlanarLink.JointDrive;
import java.util.List;

/**
 * Two poles on top of each other on a cart that a force balances, at 20 Hz (sizes of the public InvertedDoublePendulum).
 *
 * <p>Reward a step: 10 while the tip is above 1 m, less 0.01 x^2 + (z - 2)^2 of the tip in m, less 0.001 and 0.005 times the squares of the
 * poles' rates. Lost below; an episode is 1000 steps at most. Seen: the cart's place, sines, then cosines of both angles and, unless masked,
 * the velocities, held to +-10.
 */
public final class DoublePendulum extends PlanarEnv {
    private static final List<String> TERMS = List.of("alive", "tip_distance", "rate_square");
    private static final List<Signal> SEEN = Signal.plain(
            "position",
            "lower_sine",
            "upper_sine",
            "lower_cosine",
            "upper_cosine",
            "velocity",
            "lower_rate",
            "upper_rate");
    private static final double POLE_M = 0.6;
    private static final double TIP_MIN_M = 1;
    private static final double SEEN_MAX = 10;
    private static final double DAMPING = 0.05;
    private static final double SCATTER = 0.1;

    /**
     * Copies.
     *
     * @param environments how many
     * @param masked whether velocities are hidden
     * @param maker of what moves them
     */
    public DoublePendulum(final int environments, final boolean masked, final PlanarPhysics.Maker maker) {
        super(model(), environments, SEEN.subList(0, masked ? 5 : 8), Signal.plain("force"), 10, 0.005, maker);
    }

    /** The body. */
    static PlanarModel model() {
        final JointDrive hinge = new JointDrive(0, DAMPING, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        final PlanarCapsule pole = new PlanarCapsule(0, 0, 0, POLE_M, 0.045, 0);
        return new PlanarModel(
                List.of(
                        new PlanarLink(
                                "cart",
                                -1,
                                PlanarJoint.SLIDE_X,
                                0,
                                0,
                                new JointDrive(0, DAMPING, 0, -1, 1, 500),
                                List.of(new PlanarCapsule(-0.1, 0, 0.1, 0, 0.1, 0))),
                        new PlanarLink("lower", 0, PlanarJoint.HINGE, 0, 0, hinge, List.of(pole)),
                        new PlanarLink("upper", 1, PlanarJoint.HINGE, 0, POLE_M, hinge, List.of(pole))),
                0,
                new Softness(0.02, 0.9, 0.95, 0.001, 0.01),
                null);
    }

    @Override
    public List<String> rewardTerms() {
        return TERMS;
    }

    @Override
    protected void begin(final RandomStream chance, final int at) {
        scatter(chance, at, joints, SCATTER);
        toss(chance, at, SCATTER);
    }

    @Override
    protected double advance(final int at, final double[] action, final float[] terms, final int termsAt) {
        move(at, action);
        final double x = state[at] + POLE_M * (Trig.sin(state[at + 1]) + Trig.sin(state[at + 1] + state[at + 2]));
        final double high = tipM(state, at) - 2;
        final double lower = state[at + 4];
        final double upper = state[at + 5];
        final double alive = isLost(at) ? 0 : 10;
        final double away = -0.01 * x * x - high * high;
        final double rates = -1e-3 * lower * lower - 5e-3 * upper * upper;
        terms[termsAt] = (float) alive;
        terms[termsAt + 1] = (float) away;
        terms[termsAt + 2] = (float) rates;
        return alive + away + rates;
    }

    /** Height of the upper pole's tip above the cart, m. */
    private static double tipM(final double[] state, final int at) {
        return POLE_M * (Trig.cos(state[at + 1]) + Trig.cos(state[at + 1] + state[at + 2]));
    }

    @Override
    protected boolean isLost(final int at) {
        return isLost(state, at);
    }

    /** Whether the tip is down, or the state no number. */
    static boolean isLost(final double[] state, final int at) {
        return !(tipM(state, at) > TIP_MIN_M);
    }

    @Override
    protected void see(final int at, final float[] out, final int outAt) {
        out[outAt] = (float) state[at];
        for (int i = 0; i < 2; i++) {
            out[outAt + 1 + i] = (float) Trig.sin(state[at + 1 + i]);
            out[outAt + 3 + i] = (float) Trig.cos(state[at + 1 + i]);
        }
        for (int i = 5; i < observations(); i++) {
            out[outAt + i] = (float) Math.clamp(state[at + joints + i - 5], -SEEN_MAX, SEEN_MAX);
        }
    }
}
