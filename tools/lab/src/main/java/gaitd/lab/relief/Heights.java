package gaitd.lab.relief;

import gaitd.sim.terrain.Terrain;
import java.util.List;

/**
 * Range of heights within views.
 *
 * @param lowestM least height, m
 * @param highestM greatest height, m
 */
public record Heights(double lowestM, double highestM) {
    private static final double STEP_M = 0.02;

    /**
     * Measures every 2 cm.
     *
     * @param terrain the ground
     * @param views where
     * @return the extremes
     */
    public static Heights of(final Terrain terrain, final List<View> views) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (final View view : views) {
            for (double x = view.fromXM(); x < view.toXM(); x += STEP_M) {
                for (double y = -view.halfWidthM(); y < view.halfWidthM(); y += STEP_M) {
                    final double h = terrain.heightM(x, y);
                    least = Math.min(least, h);
                    most = Math.max(most, h);
                }
            }
        }
        return new Heights(least, most);
    }

    /**
     * The greater of height and depth.
     *
     * @return m
     */
    double scaleM() {
        return Math.max(Math.abs(lowestM), Math.abs(highestM));
    }
}
