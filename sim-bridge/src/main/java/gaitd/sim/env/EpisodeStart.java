package gaitd.sim.env;

/** Where an episode begins and how far it may go; filled by {@link EnvTask#begin}. */
public final class EpisodeStart {
    /** World x of the trunk, m. */
    public double xM;
    /** World y of the trunk, m. */
    public double yM;
    /** Heading, turned to the left from world x, rad. */
    public double headingRad;
    /** Longest episode, policy steps. */
    public int steps;
    /** Way along the heading after which the episode is cut off, m. */
    public double goalM;
    /** Least x of the trunk; beyond it the episode is cut off, m. */
    public double minXM;
    /** Greatest x, m. */
    public double maxXM;
    /** Least y, m. */
    public double minYM;
    /** Greatest y, m. */
    public double maxYM;

    EpisodeStart() {}

    /** At the origin, without borders but the terrain's. */
    void set(final int longest) {
        xM = 0;
        yM = 0;
        headingRad = 0;
        steps = longest;
        goalM = Double.POSITIVE_INFINITY;
        minXM = Double.NEGATIVE_INFINITY;
        maxXM = Double.POSITIVE_INFINITY;
        minYM = Double.NEGATIVE_INFINITY;
        maxYM = Double.POSITIVE_INFINITY;
    }

    boolean isOutside(final double x, final double y) {
        return !(x >= minXM && x <= maxXM && y >= minYM && y <= maxYM);
    }
}
