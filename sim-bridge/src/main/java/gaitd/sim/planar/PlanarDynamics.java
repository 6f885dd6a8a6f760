package gaitd.sim.planar;

/**
 * Moves a chain in time: semi-implicit Euler steps, with joint damping taken implicitly.
 *
 * <p>Keeps nothing from step to step, so that one serves any number of states. Not thread-safe; allocates nothing after construction.
 */
public final class PlanarDynamics {
    private final PlanarModel model;
    private final PlanarMotion motion;
    private final PlanarRows rows;
    private final Cholesky factor;
    private final double[] damping;
    private final double[] acceleration;

    /**
     * Of a chain.
     *
     * @param model the chain
     */
    public PlanarDynamics(final PlanarModel model) {
        this.model = model;
        motion = new PlanarMotion(model);
        rows = new PlanarRows(model, motion);
        factor = new Cholesky(model.size());
        damping =
                model.links.stream().mapToDouble(link -> link.drive().damping()).toArray();
        acceleration = new double[model.size()];
    }

    /**
     * One step.
     *
     * @param state positions of all joints from an index on, m or rad, then their velocities
     * @param at where it begins
     * @param torque on each joint, N m or N
     * @param timeS length of the step, s
     */
    public void step(final double[] state, final int at, final double[] torque, final double timeS) {
        final int n = model.size();
        motion.update(state, at);
        factor.factor(motion.mass, damping, timeS);
        for (int i = 0; i < n; i++) {
            acceleration[i] = torque[i]
                    - motion.bias[i]
                    - model.links.get(i).drive().stiffness() * state[at + i]
                    - damping[i] * state[at + n + i];
        }
        factor.forward(acceleration, 0);
        factor.backward(acceleration, 0);
        rows.find(state, at);
        rows.apply(factor, acceleration);
        for (int i = 0; i < n; i++) {
            state[at + n + i] += timeS * acceleration[i];
            state[at + i] += timeS * state[at + n + i];
        }
    }
}
