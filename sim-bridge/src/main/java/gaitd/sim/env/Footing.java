package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.runtime.gait.Stance;
import gaitd.sim.terrain.Terrain;

/** Where a robot's trunk has to be so that it stands at a place of a terrain, no foot in the ground. Allocates nothing. */
final class Footing {
    /** Ground within this distance of a foot counts, m. */
    private static final double REACH_M = 0.03;

    private final Terrain terrain;
    private final double[] foot;
    private final double heightM;

    /**
     * Footing of one robot.
     *
     * @param terrain its ground
     * @param stance where its feet are
     * @param heightM height of the trunk over level ground, m
     */
    Footing(final Terrain terrain, final Stance stance, final double heightM) {
        this.terrain = terrain;
        this.heightM = heightM;
        foot = stance.foot;
    }

    /** Writes the trunk's place and its attitude, w x y z: level, over the highest ground that a foot may touch. */
    void stand(final EpisodeStart start, final double[] place, final double[] attitude) {
        attitude[0] = Trig.cos(0.5 * start.headingRad);
        attitude[3] = Trig.sin(0.5 * start.headingRad);
        final double cos = Trig.cos(start.headingRad);
        final double sin = Trig.sin(start.headingRad);
        double groundM = Double.NEGATIVE_INFINITY;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double x = start.xM + cos * foot[3 * leg] - sin * foot[3 * leg + 1];
            final double y = start.yM + sin * foot[3 * leg] + cos * foot[3 * leg + 1];
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    groundM = Math.max(groundM, terrain.heightM(x + dx * REACH_M, y + dy * REACH_M));
                }
            }
        }
        place[0] = start.xM;
        place[1] = start.yM;
        place[2] = groundM + heightM;
    }
}
