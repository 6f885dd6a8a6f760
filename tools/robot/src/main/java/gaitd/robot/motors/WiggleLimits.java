package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.runtime.zeros.JointZero;

/**
 * What ends a {@link Wiggle} at once.
 *
 * @param minRad least angle of the joint, rad; -infinity where its zero is not known
 * @param maxRad greatest angle of the joint, rad; infinity where its zero is not known
 * @param awayRad how far it may be from its target, rad
 * @param speedRadS greatest speed, rad/s
 * @param torqueNm greatest torque that the motor tells, N m
 * @param temperatureC greatest temperature, degrees Celsius
 */
public record WiggleLimits(
        double minRad, double maxRad, double awayRad, double speedRadS, double torqueNm, double temperatureC) {
    private static final double AWAY_RAD = 0.2;
    private static final double SPEED_RAD_S = 2;
    private static final double TORQUE_NM = 8;
    private static final double TEMPERATURE_C = 65;

    /**
     * Those of a joint between the limits of the A1.
     *
     * @param joint joint index
     * @return its limits
     */
    public static WiggleLimits of(final int joint) {
        return between(A1.positionMinRad(joint), A1.positionMaxRad(joint));
    }

    /**
     * Those of a joint between its measured stops.
     *
     * @param zero of the joint
     * @return its limits
     */
    public static WiggleLimits of(final JointZero zero) {
        return between(zero.minRad(), zero.maxRad());
    }

    /**
     * Those of a joint whose zero is not known: it can only be kept near where it is.
     *
     * @return limits without least and greatest angle
     */
    public static WiggleLimits unknownAngle() {
        return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static WiggleLimits between(final double minRad, final double maxRad) {
        return new WiggleLimits(minRad, maxRad, AWAY_RAD, SPEED_RAD_S, TORQUE_NM, TEMPERATURE_C);
    }
}
