package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.runtime.estimate.BodyEstimate;

/**
 * Slope of the ground under the feet, in levelled heading axes: of the plane nearest to the places where the four feet stood last,
 * smoothed.
 *
 * <p>A foot's place stays on the ground while it swings, so it moves against the trunk's velocity and turn. Blind: a slope is known
 * when feet stand on it. Called once a tick; allocates nothing.
 */
public final class GroundSlope {
    private static final double TIME_S = 0.25;
    private static final double MAX = 0.6;

    /** Rise of the ground forward, m/m, within +-0.6. */
    public double forward;
    /** Rise of the ground to the left, m/m, within +-0.6. */
    public double left;

    private final double[] place = new double[3 * A1.LEGS];
    private double meanM;
    private final double periodS;

    GroundSlope(final double periodS) {
        this.periodS = periodS;
    }

    /** Level ground under feet at these places, levelled axes, 4 x 3, m. */
    void begin(final double[] footLevel) {
        System.arraycopy(footLevel, 0, place, 0, place.length);
        forward = 0;
        left = 0;
        meanM = 0.25 * (place[2] + place[5] + place[8] + place[11]);
    }

    /**
     * Height of the place where a foot stands or stood last.
     *
     * @param leg which
     * @return over the mean of the four, m
     */
    public double heightM(final int leg) {
        return place[3 * leg + 2] - meanM;
    }

    /** One tick; {@code footLevel} are the feet in levelled axes, 4 x 3, m. */
    void update(final BodyEstimate estimate, final double[] footLevel) {
        final double turn = estimate.angularVelocity[2] * periodS;
        double meanX = 0;
        double meanY = 0;
        double meanZ = 0;
        for (int i = 0; i < place.length; i += 3) {
            if (estimate.contact[i / 3]) {
                System.arraycopy(footLevel, i, place, i, 3);
            } else {
                final double x = place[i];
                place[i] += turn * place[i + 1] - estimate.velocityHeading[0] * periodS;
                place[i + 1] -= turn * x + estimate.velocityHeading[1] * periodS;
                place[i + 2] -= estimate.velocityHeading[2] * periodS;
            }
            meanX += 0.25 * place[i];
            meanY += 0.25 * place[i + 1];
            meanZ += 0.25 * place[i + 2];
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xz = 0;
        double yz = 0;
        for (int i = 0; i < place.length; i += 3) {
            final double x = place[i] - meanX;
            final double y = place[i + 1] - meanY;
            final double z = place[i + 2] - meanZ;
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xz += x * z;
            yz += y * z;
        }
        meanM = meanZ;
        final double det = xx * yy - xy * xy;
        if (det > 1e-6) {
            final double share = periodS / TIME_S;
            forward += share * (Math.clamp((yy * xz - xy * yz) / det, -MAX, MAX) - forward);
            left += share * (Math.clamp((xx * yz - xy * xz) / det, -MAX, MAX) - left);
        }
    }
}
