package gaitd.robot.host;

/**
 * Kernel statistics of a thread; -1 where unknown.
 *
 * @param minorFaults first uses of pages that were in memory
 * @param majorFaults uses of pages that had to be read from a disk
 * @param preempted times that the thread was taken off its processor
 * @param runDelayNs time that the thread was ready to run and did not, ns
 */
public record KernelCosts(long minorFaults, long majorFaults, long preempted, long runDelayNs) {
    /** Nothing is known. */
    public static final KernelCosts UNKNOWN = new KernelCosts(-1, -1, -1, -1);

    /**
     * What was added since earlier costs.
     *
     * @param earlier read before
     * @return differences; what is not known in both stays -1
     */
    public KernelCosts since(final KernelCosts earlier) {
        return new KernelCosts(
                difference(minorFaults, earlier.minorFaults),
                difference(majorFaults, earlier.majorFaults),
                difference(preempted, earlier.preempted),
                difference(runDelayNs, earlier.runDelayNs));
    }

    private static long difference(final long now, final long earlier) {
        return now < 0 || earlier < 0 ? -1 : now - earlier;
    }
}
