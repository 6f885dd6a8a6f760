package gaitd.bench.estimator;

/**
 * Vertical force that the joint torques of a swinging leg show by statics, as real Go1 legs do: they lift, brake, hold and stretch.
 *
 * <p>Typical extremes of several public recordings are -41, +31 to +47, +19 and -25 N; with the foot more than 25 mm high the median
 * is 17 to 21 N, and 65 to 90 % of the time it is over 8 N. Pure.
 */
final class SwingCourse {
    private static final double[] PHASE = {0, 0.05, 0.25, 0.45, 0.7, 0.95, 1};
    private static final double[] FORCE_N = {0, -41, 39, 31, 19, -25, 0};

    private SwingCourse() {}

    /**
     * The force.
     *
     * @param phase share of the swing that is over, 0 to 1
     * @return N, positive as if the foot carried
     */
    static double forceN(final double phase) {
        int next = 1;
        while (next < PHASE.length - 1 && phase > PHASE[next]) {
            next++;
        }
        final double share = (phase - PHASE[next - 1]) / (PHASE[next] - PHASE[next - 1]);
        return FORCE_N[next - 1] + share * (FORCE_N[next] - FORCE_N[next - 1]);
    }
}
