package gaitd.sim.batch;

/**
 * Steps some of a batch's groups on one thread.
 *
 * <p>Workers of one batch may step at the same time if no two step the same group. Which worker steps a group changes
 * no number. Used by one thread at a time. Allocates nothing after construction.
 */
public interface BatchWorker {
    /**
     * Advances groups by one step.
     *
     * @param fromGroup first group
     * @param endGroup group after the last, at most {@link BatchLayout#groups()}
     * @param torqueNm motor torques on the joints, 12 items, N m; already limited
     * @param dampingNmSRad motor damping to apply implicitly on top, torque -d dq, 12 items, N m s/rad, each 0 or more
     * @throws IndexOutOfBoundsException when there are no such groups or an array is too short; nothing has moved then
     */
    void step(int fromGroup, int endGroup, double[] torqueNm, double[] dampingNmSRad);
}
