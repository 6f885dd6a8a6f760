package gaitd.sim.planar;

/**
 * Moves a chain in time: semi-implicit Euler steps. Forces of stops and ground are those of the chain as it is; joint damping is then taken
 * implicitly, as in MuJoCo's Euler steps.
 * Allocates nothing after construction.
 */
public final class PlanarDynamics implements PlanarPhysics {
    private final PlanarModel model;
    private final double stepS;
    private final PlanarMotion motion;
    private final PlanarRows rows;
    private final Cholesky factor;
    private final double[] damping;
    private final double[] none;
    private final double[] force;
    private final double[] acceleration;

    /**
     * Of a chain.
     *
     * @param model the chain
     * @param stepS length of a step, s
     */
    public PlanarDynamics(final PlanarModel model, final double stepS) {
        this.stepS = stepS;
        this.model = model;
        motion = new PlanarMotion(model);
        rows = new PlanarRows(model, motion);
        factor = new Cholesky(model.size());
        damping =
                model.links.stream().mapToDouble(link -> link.drive().damping()).toArray();
        none = new double[model.size()];
        force = new double[model.size()];
        acceleration = new double[model.size()];
    }

    @Override
    public void step(final double[] state, final int at, final double[] torque) {
        final int n = model.size();
        motion.update(state, at);
        for (int i = 0; i < n; i++) {
            force[i] = torque[i]
                    - motion.bias[i]
                    - model.links.get(i).drive().stiffness() * state[at + i]
                    - damping[i] * state[at + n + i];
        }
        rows.find(state, at);
        if (rows.any()) {
            factor.factor(motion.mass, none, 0);
            solve();
            rows.apply(factor, acceleration, force);
        }
        factor.factor(motion.mass, damping, stepS);
        solve();
        for (int i = 0; i < n; i++) {
            state[at + n + i] += stepS * acceleration[i];
            state[at + i] += stepS * state[at + n + i];
        }
    }

    private void solve() {
        System.arraycopy(force, 0, acceleration, 0, force.length);
        factor.forward(acceleration, 0);
        factor.backward(acceleration, 0);
    }
}
