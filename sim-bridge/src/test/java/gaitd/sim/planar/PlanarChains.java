package gaitd.sim.planar;

/** The chains of the tasks, and how they begin. */
public record PlanarChains(PlanarModel model, double heightM) {
    /** A chain by its task. */
    public static PlanarChains of(final String task) {
        return switch (task) {
            case "half-cheetah" -> new PlanarChains(HalfCheetah.model(), 0);
            case "hopper" -> new PlanarChains(Hopper.model(), 1.25);
            default -> new PlanarChains(DoublePendulum.model(), 0);
        };
    }

    /** Joints. */
    public int size() {
        return model.size();
    }

    /** Torque at an action of 1. */
    public double gear(final int joint) {
        return model.links.get(joint).drive().gear();
    }

    /** The rest, lifted, with bent hinges where it flies, and at no speed. */
    public double[] rest(final double liftM) {
        final double[] state = new double[2 * size()];
        for (int i = 0; i < size(); i++) {
            final PlanarJoint joint = model.links.get(i).joint();
            if (joint == PlanarJoint.SLIDE_Z) {
                state[i] = heightM + liftM;
            } else if (joint.turn() != 0 && liftM > 0) {
                state[i] = joint == PlanarJoint.HINGE ? 0.1 : -0.3;
            }
        }
        return state;
    }
}
