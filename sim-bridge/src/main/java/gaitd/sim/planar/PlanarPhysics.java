package gaitd.sim.planar;

/** Moves states of a chain in time. Keeps nothing from step to step, so that one serves any number of states. Not thread-safe. */
public interface PlanarPhysics extends AutoCloseable {
    /**
     * One step; a state that cannot be moved any more becomes NaN.
     *
     * @param state positions of all joints from an index on, m or rad, then their velocities
     * @param at where it begins
     * @param torque on each joint, N m or N
     */
    void step(double[] state, int at, double[] torque);

    @Override
    default void close() {
        // nothing is held
    }

    /** Makes the physics of a chain. */
    @FunctionalInterface
    interface Maker {
        /**
         * The physics of a chain.
         *
         * @param model the chain
         * @param stepS length of a step, s
         * @return to be closed
         */
        PlanarPhysics make(PlanarModel model, double stepS);
    }
}
