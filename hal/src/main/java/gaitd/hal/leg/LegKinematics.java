package gaitd.hal.leg;

import gaitd.hal.A1;
import gaitd.maths.Trig;

/**
 * Kinematics of the A1's legs: foot centre in trunk axes (x forward, y left, z up, origin at the trunk's), m.
 *
 * <p>For a hip at q0, thigh q1, calf q2, abduction a (positive left) and link lengths T and C, the foot from its hip is
 * x = -T sin(q1) - C sin(q1 + q2), y = a cos(q0) + r sin(q0), z = a sin(q0) - r cos(q0), r = T cos(q1) + C cos(q1 + q2).
 *
 * <p>Called by the control thread several times a tick. Allocates nothing after construction, throws nothing for any
 * value. Not thread-safe: working values are kept here.
 */
public final class LegKinematics {
    private static final double HIP_MIN_RAD = A1.positionMinRad(A1.HIP);
    private static final double HIP_MAX_RAD = A1.positionMaxRad(A1.HIP);

    /** Beyond this a target is drawn in; squares stay finite and the direction is kept. */
    private static final double FAR_M = 1e6;

    private static final int SCAN_STEPS = 32;
    private static final int NARROW_STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final LegGeometry geometry;
    private final LegPlane plane;
    private final double[] unusedFoot = new double[3];

    /**
     * For one geometry and the A1's joint limits.
     *
     * @param geometry lengths
     */
    public LegKinematics(final LegGeometry geometry) {
        this.geometry = geometry;
        plane = new LegPlane(geometry);
    }

    /**
     * Foot from joints; joint limits are not applied.
     *
     * @param leg leg index
     * @param q joint angles, 12, rad
     * @param out foot, x y z, m
     * @param offset where to write
     */
    public void forward(final int leg, final double[] q, final double[] out, final int offset) {
        final int joint = A1.JOINTS_PER_LEG * leg;
        final double hip = q[joint + A1.HIP];
        final double thigh = q[joint + A1.THIGH];
        final double shank = thigh + q[joint + A1.CALF];
        final double a = A1.sideSign(leg) * geometry.abductionM();
        final double r = geometry.thighM() * Trig.cos(thigh) + geometry.calfM() * Trig.cos(shank);
        out[offset] = A1.frontSign(leg) * geometry.hipXM()
                - geometry.thighM() * Trig.sin(thigh)
                - geometry.calfM() * Trig.sin(shank);
        out[offset + 1] = A1.sideSign(leg) * geometry.hipYM() + a * Trig.cos(hip) + r * Trig.sin(hip);
        out[offset + 2] = a * Trig.sin(hip) - r * Trig.cos(hip);
    }

    /**
     * Joints from foot, within the A1's joint limits and so with the knee bent backwards.
     *
     * <p>Where two hip angles reach the target, the one with the foot below the hip is taken. For a target out of reach
     * the joints give the nearest foot there is; that takes a search, tens of times longer, unless only the leg's
     * length is at fault.
     *
     * @param leg leg index
     * @param foot feet, x y z, m
     * @param offset where to read
     * @param q joint angles, 12, rad; the leg's three are written, unless the target is not finite
     * @return whether the target is reached
     */
    public boolean inverse(final int leg, final double[] foot, final int offset, final double[] q) {
        final double fromHipX = foot[offset] - A1.frontSign(leg) * geometry.hipXM();
        final double fromHipY = foot[offset + 1] - A1.sideSign(leg) * geometry.hipYM();
        final double farthest = Math.max(Math.max(Math.abs(fromHipX), Math.abs(fromHipY)), Math.abs(foot[offset + 2]));
        if (!Double.isFinite(farthest)) {
            return false;
        }
        final double scale = farthest > FAR_M ? FAR_M / farthest : 1;
        final double x = scale * fromHipX;
        final double y = scale * fromHipY;
        final double z = scale * foot[offset + 2];
        final double a = A1.sideSign(leg) * geometry.abductionM();

        final double downSquared = y * y + z * z - a * a;
        if (downSquared >= 0) {
            final double down = Math.sqrt(downSquared);
            final double below = hipAngle(y, z, a, down);
            if (isHipAllowed(below) && plane.solve(x, down)) {
                return write(leg, below, q, true);
            }
            final double above = hipAngle(y, z, a, -down);
            if (isHipAllowed(above) && plane.solve(x, -down)) {
                return write(leg, above, q, true);
            }
        }
        if (!solveLength(leg, x, y, z, a, q)) {
            search(leg, x, y, z, a, q);
        }
        return false;
    }

    /**
     * Jacobian of the foot.
     *
     * @param leg leg index
     * @param q joint angles, 12, rad
     * @param out row-major 3 x 3, d(x, y, z) by d(hip, thigh, calf), m/rad
     */
    public void jacobian(final int leg, final double[] q, final double[] out) {
        footAndJacobian(leg, q, unusedFoot, 0, out, 0);
    }

    /**
     * Foot and Jacobian in one pass; costs no more than the Jacobian alone.
     *
     * @param leg leg index
     * @param q joint angles, 12, rad
     * @param foot foot, x y z, m
     * @param footOffset where to write the foot
     * @param out Jacobian, row-major 3 x 3, m/rad
     * @param outOffset where to write the Jacobian
     */
    public void footAndJacobian(
            final int leg,
            final double[] q,
            final double[] foot,
            final int footOffset,
            final double[] out,
            final int outOffset) {
        final int joint = A1.JOINTS_PER_LEG * leg;
        final double thigh = q[joint + A1.THIGH];
        final double shank = thigh + q[joint + A1.CALF];
        final double sinHip = Trig.sin(q[joint + A1.HIP]);
        final double cosHip = Trig.cos(q[joint + A1.HIP]);
        final double a = A1.sideSign(leg) * geometry.abductionM();
        final double shankX = -geometry.calfM() * Trig.sin(shank);
        final double shankDown = geometry.calfM() * Trig.cos(shank);
        final double x = shankX - geometry.thighM() * Trig.sin(thigh);
        final double r = shankDown + geometry.thighM() * Trig.cos(thigh);
        foot[footOffset] = A1.frontSign(leg) * geometry.hipXM() + x;
        foot[footOffset + 1] = A1.sideSign(leg) * geometry.hipYM() + a * cosHip + r * sinHip;
        foot[footOffset + 2] = a * sinHip - r * cosHip;
        out[outOffset] = 0;
        out[outOffset + 1] = -r;
        out[outOffset + 2] = -shankDown;
        out[outOffset + 3] = r * cosHip - a * sinHip;
        out[outOffset + 4] = x * sinHip;
        out[outOffset + 5] = shankX * sinHip;
        out[outOffset + 6] = a * cosHip + r * sinHip;
        out[outOffset + 7] = -x * cosHip;
        out[outOffset + 8] = -shankX * cosHip;
    }

    /**
     * Nearest foot when only the calf's limits keep the leg from its target: with the hip free to turn about x, feet of
     * one leg length lie on a circle in (x, distance from the hip's axis), so the target is drawn along its radius.
     *
     * @return false when another limit matters too; nothing was written then
     */
    private boolean solveLength(
            final int leg, final double x, final double y, final double z, final double a, final double[] q) {
        final double squared = x * x + y * y + z * z;
        final double allowed = Math.clamp(squared, plane.radiusSquaredMin() + a * a, plane.radiusSquaredMax() + a * a);
        final double k = Math.sqrt(allowed / squared);
        final double downSquared = k * k * (y * y + z * z) - a * a;
        if (!(downSquared >= 0 && k < Double.POSITIVE_INFINITY)) {
            return false;
        }
        final double down = Math.sqrt(downSquared);
        final double hip = hipAngle(y, z, a, down);
        if (!isHipAllowed(hip) || !plane.solve(k * x, down)) {
            return false;
        }
        return write(leg, hip, q, true);
    }

    /** Nearest foot whatever the limits: the best hip angle by scan and golden section, the plane in closed form. */
    private void search(
            final int leg, final double x, final double y, final double z, final double a, final double[] q) {
        final double step = (HIP_MAX_RAD - HIP_MIN_RAD) / SCAN_STEPS;
        double best = HIP_MIN_RAD;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= SCAN_STEPS; i++) {
            final double hip = HIP_MIN_RAD + i * step;
            final double miss = missSquared(hip, x, y, z, a);
            if (miss < least) {
                least = miss;
                best = hip;
            }
        }
        double low = Math.max(best - step, HIP_MIN_RAD);
        double high = Math.min(best + step, HIP_MAX_RAD);
        for (int i = 0; i < NARROW_STEPS; i++) {
            final double left = high - GOLDEN * (high - low);
            final double right = low + GOLDEN * (high - low);
            if (missSquared(left, x, y, z, a) <= missSquared(right, x, y, z, a)) {
                high = right;
            } else {
                low = left;
            }
        }
        final double middle = (low + high) / 2;
        final double hip = missSquared(middle, x, y, z, a) < least ? middle : best;
        missSquared(hip, x, y, z, a);
        write(leg, hip, q, false);
    }

    /** Squared distance from the target to the nearest foot with a given hip angle; the plane keeps that foot. */
    private double missSquared(final double hip, final double x, final double y, final double z, final double a) {
        final double sin = Trig.sin(hip);
        final double cos = Trig.cos(hip);
        final double aside = y * cos + z * sin - a;
        plane.solve(x, y * sin - z * cos);
        return aside * aside + plane.missSquared;
    }

    /** The hip angle at which a foot with the given abduction and drop lies in the direction of (y, z): their angles' sum. */
    private static double hipAngle(final double y, final double z, final double a, final double down) {
        return StrictMath.atan2(z * a + y * down, y * a - z * down);
    }

    private static boolean isHipAllowed(final double hip) {
        return hip >= HIP_MIN_RAD - LegPlane.LIMIT_TOLERANCE_RAD && hip <= HIP_MAX_RAD + LegPlane.LIMIT_TOLERANCE_RAD;
    }

    private boolean write(final int leg, final double hip, final double[] q, final boolean result) {
        final int joint = A1.JOINTS_PER_LEG * leg;
        q[joint + A1.HIP] = Math.clamp(hip, HIP_MIN_RAD, HIP_MAX_RAD);
        q[joint + A1.THIGH] = plane.thighRad;
        q[joint + A1.CALF] = plane.calfRad;
        return result;
    }
}
