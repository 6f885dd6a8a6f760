package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.policies.cpg.FootPath;
import gaitd.policies.cpg.HopfOscillators;

/**
 * Begins the walk of a robot that moves already: of a cycle of the gait, at the stride that the velocity needs, the moment at which
 * the paths are nearest to where the feet are.
 *
 * <p>Called when the walk is given the legs; allocates nothing after construction.
 */
final class MidStride {
    private static final int MOMENTS = 32;

    private final double[] foot;

    /** @param foot nominal places of the feet, trunk axes, 4 x 3, m */
    MidStride(final double[] foot) {
        this.foot = foot;
    }

    /**
     * Sets oscillators and paths.
     *
     * @param planner updated with the oscillators at rest: it tells direction and length of each stride
     * @param footLevel where the feet are, levelled axes, 4 x 3, m
     * @param oscillators in the gait
     * @param path configured
     */
    void begin(
            final StepPlanner planner,
            final double[] footLevel,
            final HopfOscillators oscillators,
            final FootPath path) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int moment = 0; moment < MOMENTS; moment++) {
            oscillators.begin(moment / (double) MOMENTS, planner.mu);
            path.update(oscillators);
            final double distance = distance(footLevel, path);
            if (distance < least) {
                least = distance;
                best = moment;
            }
        }
        oscillators.begin(best / (double) MOMENTS, planner.mu);
        path.update(oscillators);
    }

    private double distance(final double[] footLevel, final FootPath path) {
        double sum = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int i = 3 * leg;
            final double x = foot[i] + path.dx[leg] - footLevel[i];
            final double y = foot[i + 1] + path.dy[leg] - footLevel[i + 1];
            final double z = path.dz[leg] - footLevel[i + 2];
            sum += x * x + y * y + z * z;
        }
        return sum;
    }
}
