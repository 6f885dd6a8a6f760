package gaitd.runtime.estimate;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.maths.Trig;
import java.util.Arrays;

/**
 * Estimates the trunk's motion from each reading: orientation from the IMU, velocity and height by a Kalman filter over
 * leg odometry, contacts from foot pressure and joint torques. While the orientation is doubted, the trunk is taken as level and
 * unaccelerated.
 *
 * <p>A foot in contact rolls without slipping, so the trunk moves against it: v = W x (0, 0, r) - R (J dq + w x p) with
 * W the calf's angular velocity in the world and r the foot's radius. A foot weighs the less the lower its contact belief, and the more
 * its velocity differs from the one that the accelerometer carried on, by a Student distribution: a foot that touches, leaves or slides
 * moves. Velocities are filtered in the heading frame, where the accelerometer's bias, and the gravity that a tilted one measures, are
 * constant and so can be learned. Height is over the ground under the feet. Double precision because odometry sums for hours. A
 * reading with a value that is not finite changes nothing; one that no inertial unit can give moves neither orientation nor
 * velocity. Called once a tick.
 */
public final class BodyEstimator {
    /** Density of the acceleration's error, m^2/s^3. */
    private static final double ACCELERATION_NOISE = 1.25e-3;
    /** The same while the trunk is taken as unaccelerated. */
    private static final double NO_ACCELERATION_NOISE = 2.5e-2;
    /** How many times the noise grows when no standing foot agrees with the velocity. */
    private static final double LOST_NOISE = 20;
    /** Deviation of the velocity by a standing foot, m/s. */
    private static final double SPEED_SIGMA = 0.06;
    /** What a second of a standing foot's velocity is worth, (m/s)^2 s: its errors last some 5 ms. */
    private static final double SPEED_NOISE = SPEED_SIGMA * SPEED_SIGMA * 0.005;
    /** What a second of a standing foot's height is worth, m^2 s. */
    private static final double HEIGHT_NOISE = 8e-7;
    /** Squared error in deviations, over all axes, at which a foot counts half. */
    private static final double DOUBTED_AT = 10;

    /** Speed that no trunk has, m/s. */
    private static final double IMPOSSIBLE_M_S = 10;
    /** Height over its feet's ground that no trunk has, m. */
    private static final double IMPOSSIBLE_M = 2;

    private static final double LEAST_BELIEF = 0.5;

    private final LegKinematics kinematics;
    private final double footRadiusM;
    private final ContactSense contacts;
    private final VelocityFilter x = new VelocityFilter();
    private final VelocityFilter y = new VelocityFilter();
    private final VelocityFilter z = new VelocityFilter();
    private final double periodS;
    private final double[] jacobian = new double[9 * A1.LEGS];
    private final double[] a = new double[3];
    private final double[] v = new double[3];
    private final double[] angularVelocity = new double[3];
    private final LevelTrunk level;
    private final RestSense rest;
    private final double[] footX = new double[A1.LEGS];
    private final double[] footY = new double[A1.LEGS];
    private final double[] footZ = new double[A1.LEGS];
    private final double[] agreement = new double[A1.LEGS];
    private final double[] weight = new double[A1.LEGS];
    private double placeX;
    private double placeY;
    private double headingCos = 1;
    private double headingSin;
    private double nearestX;
    private double nearestY;
    private double nearestZ;

    /**
     * An estimator at rest at the origin.
     *
     * @param periodS nominal control period, s
     * @param legs lengths of the robot's legs
     */
    public BodyEstimator(final double periodS, final LegGeometry legs) {
        this.periodS = periodS;
        kinematics = new LegKinematics(legs);
        footRadiusM = legs.footRadiusM();
        contacts = new ContactSense(periodS);
        level = new LevelTrunk(periodS);
        rest = new RestSense(periodS);
    }

    /** At rest at the origin again, as constructed. */
    public void reset() {
        contacts.reset();
        level.reset();
        rest.reset();
        x.reset();
        y.reset();
        z.reset();
        placeX = 0;
        placeY = 0;
        headingCos = 1;
        headingSin = 0;
        Arrays.fill(weight, 0);
    }

    /**
     * One tick.
     *
     * @param sensed the newest reading, not modified
     * @param out the estimate, updated in place
     */
    public void update(final Sensed sensed, final BodyEstimate out) {
        if (!sensed.isFinite()) {
            return;
        }
        final boolean inertial = ImuRange.isPossible(sensed);
        level.feel(sensed);
        if (inertial && !out.orientationDoubted) {
            orientation(sensed, out);
        }
        feet(sensed, out);
        contacts.update(sensed, out);
        if (inertial || out.orientationDoubted) {
            translation(sensed, out);
        }
        double power = 0;
        for (int i = 0; i < A1.JOINTS; i++) {
            power += Math.abs(sensed.tauEst[i] * sensed.dq[i]);
        }
        out.powerW = power;
    }

    /**
     * Says whether the orientation in the estimate is to be believed, after it was judged.
     *
     * @param doubted whether it is not
     * @param sensed the reading that the estimate was made from, not modified
     * @param out the estimate; its trunk is on the way to level while its orientation is doubted
     */
    public void doubt(final boolean doubted, final Sensed sensed, final BodyEstimate out) {
        out.orientationDoubted = doubted;
        if (doubted) {
            level.apply(sensed, out);
        } else {
            level.believe(out);
        }
    }

    private static void orientation(final Sensed sensed, final BodyEstimate out) {
        final double[] q = sensed.quaternion;
        final double n = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
        final double s = 2 / n;
        final double[] r = out.rotation;
        r[0] = 1 - s * (q[2] * q[2] + q[3] * q[3]);
        r[1] = s * (q[1] * q[2] - q[0] * q[3]);
        r[2] = s * (q[1] * q[3] + q[0] * q[2]);
        r[3] = s * (q[1] * q[2] + q[0] * q[3]);
        r[4] = 1 - s * (q[1] * q[1] + q[3] * q[3]);
        r[5] = s * (q[2] * q[3] - q[0] * q[1]);
        r[6] = s * (q[1] * q[3] - q[0] * q[2]);
        r[7] = s * (q[2] * q[3] + q[0] * q[1]);
        r[8] = 1 - s * (q[1] * q[1] + q[2] * q[2]);
        out.roll = StrictMath.atan2(r[7], r[8]);
        out.pitch = StrictMath.asin(Math.clamp(-r[6], -1.0, 1.0));
        out.yaw = StrictMath.atan2(r[3], r[0]);
        out.tilt = StrictMath.acos(Math.clamp(r[8], -1.0, 1.0));
        System.arraycopy(sensed.gyro, 0, out.angularVelocity, 0, 3);
    }

    private void feet(final Sensed sensed, final BodyEstimate out) {
        final double[] r = out.rotation;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.footAndJacobian(leg, sensed.q, out.footBody, 3 * leg, jacobian, 9 * leg);
            LegStatics.groundForce(jacobian, 9 * leg, sensed.tauEst, 3 * leg, a);
            out.footForceN[leg] = r[6] * a[0] + r[7] * a[1] + r[8] * a[2];
        }
    }

    private void translation(final Sensed sensed, final BodyEstimate out) {
        final double[] r = out.rotation;
        final double c = Trig.cos(out.yaw);
        final double s = Trig.sin(out.yaw);
        x.turn(y, c * headingCos + s * headingSin, s * headingCos - c * headingSin);
        headingCos = c;
        headingSin = s;
        if (out.orientationDoubted) {
            Arrays.fill(a, 0);
            Arrays.fill(angularVelocity, 0);
        } else {
            rotate(r, sensed.accelerometer, a);
            a[2] -= Gravity.M_S2;
            System.arraycopy(sensed.gyro, 0, angularVelocity, 0, angularVelocity.length);
        }
        final boolean rests = rest.update(sensed, a);
        final double noise = (out.orientationDoubted ? NO_ACCELERATION_NOISE : ACCELERATION_NOISE) * lost();
        x.predict(c * a[0] + s * a[1], noise, periodS);
        y.predict(c * a[1] - s * a[0], noise, periodS);
        z.predict(a[2], noise, periodS);
        final boolean stands = weigh(sensed, out);
        if (rests && !stands) {
            x.correctSpeed(0, SPEED_NOISE / periodS);
            y.correctSpeed(0, SPEED_NOISE / periodS);
            z.correctSpeed(0, SPEED_NOISE / periodS);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (weight[leg] > 0) {
                final double variance = SPEED_NOISE / (weight[leg] * weight[leg] * periodS);
                x.correctSpeed(-footX[leg], variance);
                y.correctSpeed(-footY[leg], variance);
                z.correctSpeed(-footZ[leg], variance);
                final int i = 3 * leg;
                final double below = r[6] * out.footBody[i] + r[7] * out.footBody[i + 1] + r[8] * out.footBody[i + 2];
                final double share = out.contactBelief[leg] * agreement[leg];
                z.correctPlace(footRadiusM - below, HEIGHT_NOISE / (share * share * periodS));
            }
        }
        x.settle();
        y.settle();
        z.settle();
        x.contradict(stands ? nearestX : 0, periodS);
        y.contradict(stands ? nearestY : 0, periodS);
        z.contradict(stands ? nearestZ : 0, periodS);
        if (isImpossible()) {
            x.reset();
            y.reset();
            z.reset();
        }
        final double along = x.takePlace();
        final double aside = y.takePlace();
        placeX += c * along - s * aside;
        placeY += s * along + c * aside;
        out.position[0] = placeX;
        out.position[1] = placeY;
        out.position[2] = z.place();
        out.velocityHeading[0] = x.speed();
        out.velocityHeading[1] = y.speed();
        out.velocityHeading[2] = z.speed();
        out.velocityWorld[0] = c * x.speed() - s * y.speed();
        out.velocityWorld[1] = s * x.speed() + c * y.speed();
        out.velocityWorld[2] = z.speed();
        slip(out);
    }

    /**
     * No trunk is as fast, or as high over the ground under its feet: an accelerometer that gave nothing, or the same for long, has
     * carried the estimate so far away that no foot would ever agree with it again.
     */
    private boolean isImpossible() {
        return Math.abs(x.speed()) > IMPOSSIBLE_M_S
                || Math.abs(y.speed()) > IMPOSSIBLE_M_S
                || Math.abs(z.speed()) > IMPOSSIBLE_M_S
                || Math.abs(z.place()) > IMPOSSIBLE_M;
    }

    /**
     * Weighs each foot by its belief and by how well it agrees with the velocity that the accelerometer carried on: feet that just
     * touch, leave or slide move over the ground while their sensor says that they stand.
     */
    private boolean weigh(final Sensed sensed, final BodyEstimate out) {
        final double variance = SPEED_SIGMA * SPEED_SIGMA;
        boolean stands = false;
        nearestX = Double.POSITIVE_INFINITY;
        nearestY = Double.POSITIVE_INFINITY;
        nearestZ = Double.POSITIVE_INFINITY;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double belief = out.contactBelief[leg];
            weight[leg] = 0;
            if (belief < LEAST_BELIEF) {
                continue;
            }
            footVelocity(sensed, out, leg);
            footX[leg] = headingCos * a[0] + headingSin * a[1];
            footY[leg] = headingCos * a[1] - headingSin * a[0];
            footZ[leg] = a[2];
            final double errorX = x.speed() + footX[leg];
            final double errorY = y.speed() + footY[leg];
            final double errorZ = z.speed() + footZ[leg];
            agreement[leg] = DOUBTED_AT
                    / (DOUBTED_AT
                            + errorX * errorX / (x.speedVariance() + variance)
                            + errorY * errorY / (y.speedVariance() + variance)
                            + errorZ * errorZ / (z.speedVariance() + variance));
            weight[leg] = belief * belief * agreement[leg];
            nearestX = Math.min(nearestX, Math.abs(errorX));
            nearestY = Math.min(nearestY, Math.abs(errorY));
            nearestZ = Math.min(nearestZ, Math.abs(errorZ));
            stands = true;
        }
        return stands;
    }

    /** Factor of the noise: 1 while a standing foot agreed with the velocity in the last tick, or none stood. */
    private double lost() {
        double best = -1;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            best = weight[leg] > 0 ? Math.max(best, agreement[leg]) : best;
        }
        return best < 0 ? 1 : 1 + LOST_NOISE * (1 - best);
    }

    /** Only of feet whose velocity was computed in this tick: a foot loses contact later than belief. */
    private void slip(final BodyEstimate out) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out.slipMS[leg] = out.contact[leg] && weight[leg] > 0
                    ? StrictMath.hypot(x.speed() + footX[leg], y.speed() + footY[leg])
                    : 0;
        }
        out.doubtMS = Math.sqrt(Math.max(0, x.speedVariance() + y.speedVariance()));
    }

    /** Velocity of a foot's contact point against the trunk origin, in world axes, into {@code a}. */
    private void footVelocity(final Sensed sensed, final BodyEstimate out, final int leg) {
        final double[] w = angularVelocity;
        final double[] p = out.footBody;
        final int i = 3 * leg;
        for (int k = 0; k < 3; k++) {
            final int row = 9 * leg + 3 * k;
            v[k] = jacobian[row] * sensed.dq[i]
                    + jacobian[row + 1] * sensed.dq[i + 1]
                    + jacobian[row + 2] * sensed.dq[i + 2];
        }
        v[0] += w[1] * p[i + 2] - w[2] * p[i + 1];
        v[1] += w[2] * p[i] - w[0] * p[i + 2];
        v[2] += w[0] * p[i + 1] - w[1] * p[i];
        rotate(out.rotation, v, a);
        final double bend = sensed.dq[i + 1] + sensed.dq[i + 2];
        v[0] = w[0] + sensed.dq[i];
        v[1] = w[1] + Trig.cos(sensed.q[i]) * bend;
        v[2] = w[2] + Trig.sin(sensed.q[i]) * bend;
        final double[] r = out.rotation;
        a[0] -= footRadiusM * (r[3] * v[0] + r[4] * v[1] + r[5] * v[2]);
        a[1] += footRadiusM * (r[0] * v[0] + r[1] * v[1] + r[2] * v[2]);
    }

    private static void rotate(final double[] r, final double[] from, final double[] to) {
        for (int k = 0; k < 3; k++) {
            to[k] = r[3 * k] * from[0] + r[3 * k + 1] * from[1] + r[3 * k + 2] * from[2];
        }
    }
}
