package gaitd.runtime.estimate;

/**
 * Kalman filter of one axis: state is position and speed, driven by a measured acceleration, corrected by measured
 * speeds and, where there is one, a measured position.
 *
 * <p>Double precision; sequential scalar updates, so any number of feet may be fused in a tick. Allocates nothing.
 */
final class VelocityFilter {
    private final double accelerationVariance;
    private double place;
    private double speed;
    private double varPlace = 1;
    private double covariance;
    private double varSpeed = 1;

    /**
     * A filter at rest at zero.
     *
     * @param accelerationSigma standard deviation of the acceleration's error, m/s^2
     */
    VelocityFilter(final double accelerationSigma) {
        accelerationVariance = accelerationSigma * accelerationSigma;
    }

    void reset() {
        place = 0;
        speed = 0;
        varPlace = 1;
        covariance = 0;
        varSpeed = 1;
    }

    void predict(final double acceleration, final double dtS) {
        place += dtS * (speed + 0.5 * dtS * acceleration);
        speed += dtS * acceleration;
        final double q = accelerationVariance * dtS * dtS;
        varPlace += dtS * (2 * covariance + dtS * varSpeed) + 0.25 * q * dtS * dtS;
        covariance += dtS * varSpeed + 0.5 * q * dtS;
        varSpeed += q;
    }

    void correctSpeed(final double measured, final double variance) {
        final double s = varSpeed + variance;
        final double error = measured - speed;
        final double gainPlace = covariance / s;
        final double gainSpeed = varSpeed / s;
        place += gainPlace * error;
        speed += gainSpeed * error;
        varPlace -= gainPlace * covariance;
        covariance -= gainPlace * varSpeed;
        varSpeed -= gainSpeed * varSpeed;
    }

    void correctPlace(final double measured, final double variance) {
        final double s = varPlace + variance;
        final double error = measured - place;
        final double gainPlace = varPlace / s;
        final double gainSpeed = covariance / s;
        place += gainPlace * error;
        speed += gainSpeed * error;
        varSpeed -= gainSpeed * covariance;
        covariance -= gainSpeed * varPlace;
        varPlace -= gainPlace * varPlace;
    }

    /** Keeps the position's variance finite where nothing measures it; resets a state that is not finite. */
    void settle() {
        if (!Double.isFinite(place + speed + varPlace + covariance + varSpeed)) {
            reset();
        }
        if (varPlace > 1) {
            final double scale = 1 / Math.sqrt(varPlace);
            varPlace = 1;
            covariance *= scale;
        }
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
