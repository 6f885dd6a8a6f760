package gaitd.lab.work;

/** Opens pools of other processes and machines; found where an optional module brings one. */
public interface WorkCluster {
    /**
     * Opens a pool.
     *
     * @param master as {@code --on} names it
     * @return to be closed
     * @throws gaitd.runtime.config.Refusal in one line when it cannot be reached, or does not do its work as this process does
     */
    WorkPool open(String master);
}
