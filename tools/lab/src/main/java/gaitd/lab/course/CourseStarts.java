package gaitd.lab.course;

import gaitd.lab.walks.WalkStarts;
import gaitd.sim.env.EpisodeStart;

/** Starts along the x axis of a course, at one of some places, each walk a little elsewhere and in a slightly different direction. */
final class CourseStarts implements WalkStarts {
    private static final double AHEAD_M = 0.2;
    private static final double ASIDE_M = 0.5;
    private static final double HEADING_RAD = 0.1;

    private final double goalM;
    private final boolean bothWays;
    private final double[] xM;

    /** Ahead along x, or, of courses that lead both ways, back along it, too. */
    CourseStarts(final double goalM, final boolean bothWays, final double... xM) {
        this.goalM = goalM;
        this.bothWays = bothWays;
        this.xM = xM.clone();
    }

    @Override
    public void begin(final long seed, final EpisodeStart start) {
        start.goalM = goalM;
        final int place = (int) (0.5 * (WalkStarts.share(seed, 4) + 1) * xM.length);
        start.xM = xM[Math.min(place, xM.length - 1)] + AHEAD_M * WalkStarts.share(seed, 1);
        start.yM = ASIDE_M * WalkStarts.share(seed, 2);
        final boolean back = bothWays && WalkStarts.share(seed, 5) < 0;
        start.headingRad = HEADING_RAD * WalkStarts.share(seed, 3) + (back ? Math.PI : 0);
    }
}
