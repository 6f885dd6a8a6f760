package gaitd.sim.engine;

import gaitd.sim.terrain.GroundTouch;
import gaitd.sim.terrain.Terrain;

/**
 * The deepest place of a capsule between its ends, where a ridge, a step's edge or a corner presses.
 *
 * <p>The gap of a sphere that slides along the axis is sampled at nine places; about the deepest sample that is less than
 * both its neighbours the least gap is found by golden section to a 400th of a sample's distance. On level ground there is
 * none, since there the gap has no least between the ends. Called by {@link Contacts}. Allocates nothing after
 * construction.
 */
final class CapsuleTouch {
    private static final int SAMPLES = 8;
    private static final int CUTS = 14;
    /** A sample may be this much farther from an edge than the place nearest to it, m. */
    private static final double SLANT_M = 0.006;

    private static final double GOLDEN = 0.3819660112501051;
    /** Less is no difference, m. */
    private static final double CLEAR_M = 1e-6;

    /** Contact of the ground query that was the deepest after {@link #find} said yes. */
    int contact;
    /** Place found on the axis, trunk axes, m. */
    final double[] centre = new double[3];

    private final Terrain terrain;
    private final GroundTouch ground;

    private final double[] gap = new double[SAMPLES + 1];
    private final double[] start = new double[3];
    private final double[] along = new double[3];
    private double boundM;
    private double wideM;
    private double radiusM;

    CapsuleTouch(final Terrain terrain, final GroundTouch ground) {
        this.terrain = terrain;
        this.ground = ground;
    }

    /**
     * Looks for a contact between the ends of an axis.
     *
     * @param r world from trunk, 3 x 3
     * @param position trunk origin in the world, m
     * @param from holds one end, trunk axes, m
     * @param a where it does
     * @param to holds the other end
     * @param b where it does
     * @param radius of the capsule, m
     * @param reachM greatest gap of interest, m
     * @return whether there is one; {@link #centre}, {@link #contact} and the ground query then hold it
     */
    boolean find(
            final double[] r,
            final double[] position,
            final double[] from,
            final int a,
            final double[] to,
            final int b,
            final double radius,
            final double reachM) {
        for (int i = 0; i < 3; i++) {
            start[i] = position[i] + r[3 * i] * from[a] + r[3 * i + 1] * from[a + 1] + r[3 * i + 2] * from[a + 2];
            along[i] = r[3 * i] * (to[b] - from[a])
                    + r[3 * i + 1] * (to[b + 1] - from[a + 1])
                    + r[3 * i + 2] * (to[b + 2] - from[a + 2]);
        }
        boundM = terrain.boundM(start[0] + 0.5 * along[0], start[1] + 0.5 * along[1]);
        radiusM = radius;
        wideM = reachM + SLANT_M;
        final double highest = boundM + radius + reachM;
        if (start[2] > highest && start[2] + along[2] > highest) {
            return false;
        }
        final int least = sample();
        if (least == 0) {
            return false;
        }
        final double at = narrow(least);
        final double found = gapAt(at);
        if (found > reachM) {
            return false;
        }
        contact = ground.deepest();
        for (int i = 0; i < 3; i++) {
            centre[i] = from[a + i] + at * (to[b + i] - from[a + i]);
        }
        return true;
    }

    /** Deepest sample that is deeper than its neighbours; 0 without one. */
    private int sample() {
        for (int i = 1; i < SAMPLES; i++) {
            gap[i] = gapAt((double) i / SAMPLES);
        }
        gap[0] = gap[1] < Double.POSITIVE_INFINITY ? gapAt(0) : gap[1];
        gap[SAMPLES] = gap[SAMPLES - 1] < Double.POSITIVE_INFINITY ? gapAt(1) : gap[SAMPLES - 1];
        int least = 0;
        for (int i = 1; i < SAMPLES; i++) {
            final double here = gap[i] + CLEAR_M;
            if (here < gap[i - 1] && here < gap[i + 1] && (least == 0 || gap[i] < gap[least])) {
                least = i;
            }
        }
        return least;
    }

    private double gapAt(final double t) {
        final double z = start[2] + t * along[2];
        if (z - radiusM - wideM > boundM) {
            return Double.POSITIVE_INFINITY;
        }
        ground.sphere(start[0] + t * along[0], start[1] + t * along[1], z, radiusM, wideM);
        return ground.gapM[ground.deepest()];
    }

    /** Golden section about a sample; what lies between two probes is kept where the gap is least. */
    private double narrow(final int sample) {
        double low = (sample - 1.0) / SAMPLES;
        double high = (sample + 1.0) / SAMPLES;
        double best = (double) sample / SAMPLES;
        double least = gap[sample];
        for (int i = 0; i < CUTS; i++) {
            final boolean right = high - best > best - low;
            final double probe = right ? best + GOLDEN * (high - best) : best - GOLDEN * (best - low);
            final double found = gapAt(probe);
            if (found < least) {
                low = right ? best : low;
                high = right ? high : best;
                best = probe;
                least = found;
            } else if (right) {
                high = probe;
            } else {
                low = probe;
            }
        }
        return best;
    }
}
