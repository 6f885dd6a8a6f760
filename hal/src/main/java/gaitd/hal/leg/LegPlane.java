package gaitd.hal.leg;

import gaitd.hal.A1;
import gaitd.maths.Trig;

/**
 * Thigh and calf in the leg's own plane, within their joint limits.
 *
 * <p>Seen from the hip, a foot at radius R and angle theta is at x = -R sin(theta) and R cos(theta) down. The calf angle
 * alone gives R, and the thigh turns the whole: the reachable region is bounded by four circular arcs, two about the hip
 * (calf at a limit) and two about a knee (thigh at a limit), so the nearest point is closed form. Used by
 * {@link LegKinematics}; keeps its last solution. Allocates nothing after construction. Not thread-safe.
 */
final class LegPlane {
    /** What rounding may put a limit pose beyond its limit, rad. */
    static final double LIMIT_TOLERANCE_RAD = 1e-9;

    private static final double TURN_RAD = 2 * Math.PI;
    private static final double[] THIGH_LIMITS = {A1.positionMinRad(A1.THIGH), A1.positionMaxRad(A1.THIGH)};
    private static final double[] CALF_LIMITS = {A1.positionMinRad(A1.CALF), A1.positionMaxRad(A1.CALF)};

    /** Thigh angle of the last solution, rad. */
    double thighRad;
    /** Calf angle of the last solution, rad. */
    double calfRad;
    /** Squared distance from the last target to the foot of the last solution, m^2; 0 when reached. */
    double missSquared;

    private final double thighM;
    private final double calfM;

    LegPlane(final LegGeometry geometry) {
        thighM = geometry.thighM();
        calfM = geometry.calfM();
    }

    /** Squared distance from hip to foot, m^2. */
    double radiusSquared(final double calf) {
        return thighM * thighM + calfM * calfM + 2 * thighM * calfM * Trig.cos(calf);
    }

    /** Greatest squared distance from hip to foot within the calf's limits, m^2. */
    double radiusSquaredMax() {
        return radiusSquared(CALF_LIMITS[1]);
    }

    /** Least squared distance from hip to foot within the calf's limits, m^2. */
    double radiusSquaredMin() {
        return radiusSquared(CALF_LIMITS[0]);
    }

    /**
     * Solves for the foot nearest to a target.
     *
     * @param x ahead of the hip, m
     * @param down below the hip along the leg's plane, m
     * @return whether the target itself is within the limits
     */
    boolean solve(final double x, final double down) {
        missSquared = Double.POSITIVE_INFINITY;
        final double cosCalf = (x * x + down * down - thighM * thighM - calfM * calfM) / (2 * thighM * calfM);
        final double calf = -StrictMath.acos(Math.clamp(cosCalf, -1.0, 1.0));
        final double calfClamped = Math.clamp(calf, CALF_LIMITS[0], CALF_LIMITS[1]);
        final double thigh = thighToward(x, down, calfClamped);
        if (isThighAllowed(thigh)) {
            final boolean reached = Math.abs(cosCalf) <= 1 && Math.abs(calf - calfClamped) <= LIMIT_TOLERANCE_RAD;
            if (reached) {
                missSquared = 0;
                thighRad = Math.clamp(thigh, THIGH_LIMITS[0], THIGH_LIMITS[1]);
                calfRad = calfClamped;
            } else {
                consider(thigh, calfClamped, x, down);
            }
            return reached;
        }
        for (double calfLimit : CALF_LIMITS) {
            final double turned = thighToward(x, down, calfLimit);
            if (isThighAllowed(turned)) {
                consider(turned, calfLimit, x, down);
            }
            for (double thighLimit : THIGH_LIMITS) {
                consider(thighLimit, calfLimit, x, down);
            }
        }
        for (double thighLimit : THIGH_LIMITS) {
            final double kneeX = -thighM * Trig.sin(thighLimit);
            final double kneeDown = thighM * Trig.cos(thighLimit);
            final double bend = StrictMath.atan2(kneeX - x, down - kneeDown) - thighLimit;
            final double bent = bend - TURN_RAD * Math.rint((bend + Math.PI / 2) / TURN_RAD);
            if (bent >= CALF_LIMITS[0] && bent <= CALF_LIMITS[1]) {
                consider(thighLimit, bent, x, down);
            }
        }
        return false;
    }

    /** The thigh angle that points the foot toward a target, in the turn that begins at the lower limit. */
    private double thighToward(final double x, final double down, final double calf) {
        final double side = calfM * Trig.sin(calf);
        final double along = thighM + calfM * Trig.cos(calf);
        final double thigh = StrictMath.atan2(-x * along - down * side, down * along - x * side);
        final double lowest = THIGH_LIMITS[0] - LIMIT_TOLERANCE_RAD;
        return thigh - TURN_RAD * Math.floor((thigh - lowest) / TURN_RAD);
    }

    private static boolean isThighAllowed(final double thigh) {
        return thigh <= THIGH_LIMITS[1] + LIMIT_TOLERANCE_RAD;
    }

    private void consider(final double thigh, final double calf, final double x, final double down) {
        final double allowed = Math.clamp(thigh, THIGH_LIMITS[0], THIGH_LIMITS[1]);
        final double missX = -thighM * Trig.sin(allowed) - calfM * Trig.sin(allowed + calf) - x;
        final double missDown = thighM * Trig.cos(allowed) + calfM * Trig.cos(allowed + calf) - down;
        final double squared = missX * missX + missDown * missDown;
        if (squared < missSquared) {
            missSquared = squared;
            thighRad = allowed;
            calfRad = calf;
        }
    }
}
