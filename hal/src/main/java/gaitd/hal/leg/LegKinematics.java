package gaitd.hal.leg;

import gaitd.hal.A1;

/** Closed-form kinematics of a leg, trunk axes. */
public final class LegKinematics {
    private final LegGeometry g;

    /**
     * For one geometry.
     *
     * @param geometry lengths
     */
    public LegKinematics(final LegGeometry geometry) {
        g = geometry;
    }

    /**
     * Foot from joints.
     *
     * @param leg leg index
     * @param q joint angles, 12, rad
     * @param out foot, trunk axes, m
     * @param offset where to write
     */
    public void forward(final int leg, final double[] q, final double[] out, final int offset) {
        final double q0 = q[3 * leg];
        final double q1 = q[3 * leg + 1];
        final double q12 = q1 + q[3 * leg + 2];
        final double a = A1.sideSign(leg) * g.abductionM();
        final double r = g.thighM() * Math.cos(q1) + g.calfM() * Math.cos(q12);
        out[offset] = A1.frontSign(leg) * g.hipXM() - g.thighM() * Math.sin(q1) - g.calfM() * Math.sin(q12);
        out[offset + 1] = A1.sideSign(leg) * g.hipYM() + a * Math.cos(q0) + r * Math.sin(q0);
        out[offset + 2] = a * Math.sin(q0) - r * Math.cos(q0);
    }

    /**
     * Joints from foot.
     *
     * @param leg leg index
     * @param foot feet, trunk axes, m
     * @param offset where to read
     * @param q joint angles, 12, rad; the leg's are written
     * @return whether the target was reached
     */
    public boolean inverse(final int leg, final double[] foot, final int offset, final double[] q) {
        final double a = A1.sideSign(leg) * g.abductionM();
        final double x = foot[offset] - A1.frontSign(leg) * g.hipXM();
        final double y = foot[offset + 1] - A1.sideSign(leg) * g.hipYM();
        final double z = foot[offset + 2];
        final double r = Math.sqrt(Math.max(y * y + z * z - a * a, 1e-6));
        final double q0 = Math.atan2(z, y) - Math.atan2(-r, a);
        final double c =
                (x * x + r * r - g.thighM() * g.thighM() - g.calfM() * g.calfM()) / (2 * g.thighM() * g.calfM());
        final double q2 = -Math.acos(Math.clamp(c, -1.0, 1.0));
        final double q1 =
                Math.atan2(-x, r) - Math.atan2(g.calfM() * Math.sin(q2), g.thighM() + g.calfM() * Math.cos(q2));
        q[3 * leg] = Math.clamp(
                q0 - 2 * Math.PI * Math.rint(q0 / (2 * Math.PI)),
                A1.positionMinRad(3 * leg),
                A1.positionMaxRad(3 * leg));
        q[3 * leg + 1] = q1;
        q[3 * leg + 2] = Math.clamp(q2, A1.positionMinRad(2), A1.positionMaxRad(2));
        return Math.abs(c) <= 1;
    }

    /**
     * Jacobian of the foot.
     *
     * @param leg leg index
     * @param q joint angles, 12, rad
     * @param out row-major 3 x 3, m/rad
     */
    public void jacobian(final int leg, final double[] q, final double[] out) {
        final double q1 = q[3 * leg + 1];
        final double q12 = q1 + q[3 * leg + 2];
        final double s0 = Math.sin(q[3 * leg]);
        final double c0 = Math.cos(q[3 * leg]);
        final double a = A1.sideSign(leg) * g.abductionM();
        final double r = g.thighM() * Math.cos(q1) + g.calfM() * Math.cos(q12);
        final double x = -g.thighM() * Math.sin(q1) - g.calfM() * Math.sin(q12);
        final double s12 = g.calfM() * Math.sin(q12);
        out[0] = 0;
        out[1] = -r;
        out[2] = -g.calfM() * Math.cos(q12);
        out[3] = -a * s0 + r * c0;
        out[4] = x * s0;
        out[5] = -s12 * s0;
        out[6] = a * c0 + r * s0;
        out[7] = -x * c0;
        out[8] = s12 * c0;
    }
}
