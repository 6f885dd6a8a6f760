package gaitd.runtime.estimate;

/**
 * Kalman filter of one axis: state is position, speed and the bias of the acceleration, driven by a measured acceleration, corrected
 * by measured speeds and, where there is one, a measured position.
 *
 * <p>The bias is what the accelerometer is off by, and gravity where the orientation is off: 0.2 m/s^2 for each degree. Double precision;
 * sequential scalar updates, so any number of feet may be fused in a tick. Allocates nothing.
 */
final class VelocityFilter {
    /** Deviation of the bias at the beginning, m/s^2: that of 2 degrees. */
    private static final double BIAS_SIGMA = 0.3;
    /** How fast the bias may change, (m/s^2)^2/s. */
    private static final double BIAS_WALK = 4e-4;
    /** Difference to every standing foot at which the speed is taken as lost, m/s: more than feet that land and slip move. */
    private static final double LOST_M_S = 1.2;
    /** For how long it has to be lost until it begins anew, s. */
    private static final double LOST_S = 0.04;

    private double place;
    private double speed;
    private double bias;
    private double varPlace;
    private double placeSpeed;
    private double placeBias;
    private double varSpeed;
    private double speedBias;
    private double varBias;
    private double lostS;

    /** A filter at rest at zero. */
    VelocityFilter() {
        clear();
    }

    private void clear() {
        place = 0;
        speed = 0;
        bias = 0;
        varPlace = 1;
        placeSpeed = 0;
        placeBias = 0;
        varSpeed = 1;
        speedBias = 0;
        varBias = BIAS_SIGMA * BIAS_SIGMA;
        lostS = 0;
    }

    void reset() {
        clear();
    }

    /**
     * One step of time.
     *
     * @param acceleration measured, m/s^2
     * @param noise density of its error, m^2/s^3
     * @param dtS length, s
     */
    void predict(final double acceleration, final double noise, final double dtS) {
        final double half = 0.5 * dtS * dtS;
        final double a = acceleration - bias;
        place += dtS * speed + half * a;
        speed += dtS * a;
        final double q = noise / dtS;
        varPlace += 2 * dtS * placeSpeed
                - 2 * half * placeBias
                + dtS * dtS * varSpeed
                - 2 * dtS * half * speedBias
                + half * half * (varBias + q);
        placeSpeed += dtS * varSpeed - dtS * placeBias - (dtS * dtS + half) * speedBias + half * dtS * (varBias + q);
        placeBias += dtS * speedBias - half * varBias;
        varSpeed += dtS * dtS * (varBias + q) - 2 * dtS * speedBias;
        speedBias -= dtS * varBias;
        varBias += BIAS_WALK * dtS;
    }

    void correctSpeed(final double measured, final double variance) {
        final double s = varSpeed + variance;
        correct(measured - speed, placeSpeed / s, varSpeed / s, speedBias / s, placeSpeed, varSpeed, speedBias);
    }

    void correctPlace(final double measured, final double variance) {
        final double s = varPlace + variance;
        correct(measured - place, varPlace / s, placeSpeed / s, placeBias / s, varPlace, placeSpeed, placeBias);
    }

    /** One measurement: its gains, and its covariances with the state. */
    private void correct(
            final double error,
            final double gainPlace,
            final double gainSpeed,
            final double gainBias,
            final double withPlace,
            final double withSpeed,
            final double withBias) {
        place += gainPlace * error;
        speed += gainSpeed * error;
        bias += gainBias * error;
        varPlace -= gainPlace * withPlace;
        placeSpeed -= gainPlace * withSpeed;
        placeBias -= gainPlace * withBias;
        varSpeed -= gainSpeed * withSpeed;
        speedBias -= gainSpeed * withBias;
        varBias -= gainBias * withBias;
    }

    /**
     * Begins anew when all standing feet have contradicted the speed for long: the acceleration is then not what is measured.
     *
     * @param nearest difference to the foot that agrees best, m/s, not negative; 0 when none stands
     * @param dtS time since the last call, s
     */
    void contradict(final double nearest, final double dtS) {
        lostS = nearest > LOST_M_S ? lostS + dtS : 0;
        if (lostS > LOST_S) {
            clear();
        }
    }

    /** Keeps the position's variance finite where nothing measures it; resets a state that is not finite. */
    void settle() {
        if (!Double.isFinite(
                place + speed + bias + varPlace + placeSpeed + placeBias + varSpeed + speedBias + varBias)) {
            clear();
        }
        if (varPlace > 1) {
            final double scale = 1 / Math.sqrt(varPlace);
            varPlace = 1;
            placeSpeed *= scale;
            placeBias *= scale;
        }
    }

    /** Takes the position for zero from now on, and gives what it was. */
    double takePlace() {
        final double was = place;
        place = 0;
        return was;
    }

    /** Turns the velocity of this axis and of the next one by an angle, seen from axes that turned by its negative. */
    void turn(final VelocityFilter next, final double cos, final double sin) {
        final double along = speed;
        speed = cos * along + sin * next.speed;
        next.speed = cos * next.speed - sin * along;
    }

    double place() {
        return place;
    }

    double speed() {
        return speed;
    }

    double speedVariance() {
        return varSpeed;
    }
}
