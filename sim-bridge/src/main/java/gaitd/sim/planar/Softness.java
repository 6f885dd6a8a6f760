package gaitd.sim.planar;

/**
 * How a stop or the ground yields: a critically damped approach whose share of the motion rises with depth.
 *
 * <p>Source: the model of soft constraints in MuJoCo's published documentation (solref and solimp with their usual middle and power).
 *
 * @param timeS time constant, s
 * @param least share at depth 0, 0.0001 to 0.9999
 * @param most share at the width and beyond, the same range
 * @param width depth at which the share is greatest, m or rad
 * @param margin distance from which it acts, m or rad
 */
record Softness(double timeS, double least, double most, double width, double margin) {
    private static final double SHARE_MIN = 1e-4;
    private static final double SHARE_MAX = 0.9999;

    /** Holds both shares within what can be divided by. */
    Softness {
        least = Math.clamp(least, SHARE_MIN, SHARE_MAX);
        most = Math.clamp(most, SHARE_MIN, SHARE_MAX);
    }

    /** Share of the motion that is taken at a distance beyond the margin. */
    double share(final double distance) {
        final double x = Math.min(1, Math.abs(distance) / width);
        final double rise = x <= 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
        return least + rise * (most - least);
    }

    /** Acceleration that is aimed at, from the distance and its rate. */
    double aim(final double distance, final double rate, final double share) {
        return -2 / (most * timeS) * rate - share * distance / (most * most * timeS * timeS);
    }
}
