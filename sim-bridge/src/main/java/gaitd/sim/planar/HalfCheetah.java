package gaitd.sim.planar;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Signal;
import gaitd.sim.planar.PlanarLink.JointDrive;
import java.util.List;

/**
 * A runner of two legs in a plane, six motors, at 20 Hz (Wawrzynski, 2009; sizes of the public HalfCheetah).
 *
 * <p>Reward a step: forward speed in m/s less 0.1 times the action's square. Nothing ends an episode before 1000 steps. Seen: height and
 * pitch from the rest, six joints and, unless masked, nine velocities.
 */
public final class HalfCheetah extends PlanarEnv {
    private static final List<String> TERMS = List.of("forward_velocity", "action_square");
    private static final List<Signal> SEEN = Signal.plain(
            "height",
            "pitch",
            "back_thigh",
            "back_shin",
            "back_foot",
            "front_thigh",
            "front_shin",
            "front_foot",
            "forward_velocity",
            "upward_velocity",
            "pitch_rate",
            "back_thigh_rate",
            "back_shin_rate",
            "back_foot_rate",
            "front_thigh_rate",
            "front_shin_rate",
            "front_foot_rate");
    private static final List<Signal> ACTED =
            Signal.plain("back_thigh", "back_shin", "back_foot", "front_thigh", "front_shin", "front_foot");
    private static final double COST = 0.1;
    private static final double MASS_KG = 14;
    private static final double RADIUS_M = 0.046;
    private static final double FRICTION = 0.4;
    private static final double ARMATURE = 0.1;
    private static final double SCATTER = 0.1;

    /**
     * Copies.
     *
     * @param environments how many
     * @param masked whether velocities are hidden
     * @param maker of what moves them
     */
    public HalfCheetah(final int environments, final boolean masked, final PlanarPhysics.Maker maker) {
        super(model(), environments, SEEN.subList(0, masked ? 8 : 17), ACTED, 5, 0.01, maker);
    }

    /** The body. */
    static PlanarModel model() {
        return new PlanarModel(
                PlanarLink.freeTrunk(
                        0.7,
                        List.of(
                                new PlanarCapsule(-0.5, 0, 0.5, 0, RADIUS_M, FRICTION),
                                PlanarCapsule.about(0.6, 0.1, 0.87, 0.15, RADIUS_M, FRICTION)),
                        limb("back_thigh", 2, -0.5, 0, drive(240, 6, -0.52, 1.05, 120), bone(0.1, -0.13, -3.8, 0.145)),
                        limb(
                                "back_shin",
                                3,
                                0.16,
                                -0.25,
                                drive(180, 4.5, -0.785, 0.785, 90),
                                bone(-0.14, -0.07, -2.03, 0.15)),
                        limb(
                                "back_foot",
                                4,
                                -0.28,
                                -0.14,
                                drive(120, 3, -0.4, 0.785, 60),
                                bone(0.03, -0.097, -0.27, 0.094)),
                        limb("front_thigh", 2, 0.5, 0, drive(180, 4.5, -1, 0.7, 120), bone(-0.07, -0.12, 0.52, 0.133)),
                        limb(
                                "front_shin",
                                6,
                                -0.14,
                                -0.24,
                                drive(120, 3, -1.2, 0.87, 60),
                                bone(0.065, -0.09, -0.6, 0.106)),
                        limb(
                                "front_foot",
                                7,
                                0.13,
                                -0.18,
                                drive(60, 1.5, -0.5, 0.5, 30),
                                bone(0.045, -0.07, -0.6, 0.07))),
                MASS_KG,
                new Softness(0.02, 0, 0.8, 0.03, 0),
                new Softness(0.02, 0, 0.8, 0.01, 0));
    }

    private static PlanarLink limb(
            final String name,
            final int parent,
            final double x,
            final double z,
            final JointDrive drive,
            final PlanarCapsule bone) {
        return new PlanarLink(name, parent, PlanarJoint.HINGE, x, z, drive, List.of(bone));
    }

    private static JointDrive drive(
            final double stiffness, final double damping, final double min, final double max, final double gear) {
        return new JointDrive(stiffness, damping, ARMATURE, min, max, gear);
    }

    private static PlanarCapsule bone(final double x, final double z, final double angle, final double half) {
        return PlanarCapsule.about(x, z, angle, half, RADIUS_M, FRICTION);
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
        final double before = state[at];
        move(at, action);
        final double forward = (state[at] - before) / periodS();
        final double cost = -COST * square(action);
        terms[termsAt] = (float) forward;
        terms[termsAt + 1] = (float) cost;
        return forward + cost;
    }

    @Override
    protected boolean isLost(final int at) {
        return false;
    }

    @Override
    protected void see(final int at, final float[] out, final int outAt) {
        for (int i = 0; i < observations(); i++) {
            out[outAt + i] = (float) state[at + 1 + i];
        }
    }
}
