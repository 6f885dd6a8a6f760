package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.policies.cpg.HopfOscillators;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;

/**
 * Chooses each leg's oscillator amplitude and direction so that the standing feet carry the trunk at the wanted velocity.
 *
 * <p>A leg's foot must pass under the trunk at v + w x p, so its half stride is that speed times half the stance time.
 * Slip and compliance make an open-loop stride too short; a slow integral of the velocity error lengthens it. Heading is
 * held by turning against the heading error. A policy may add to amplitude, direction and rate within its limits. A direction that must reverse does so at amplitude 1, where it moves nothing.
 * Called once a tick; allocates nothing.
 */
final class StepPlanner {
    private static final double TURN_RATE_1_S = 25;
    private static final double STILL_M_S = 0.01;
    private static final double INTEGRAL_MAX_M_S = 0.25;
    private static final double HEADING_ERROR_MAX_RAD = 0.4;
    private static final double TWO_PI = 2 * Math.PI;

    /** Target amplitudes. */
    final double[] mu = new double[A1.LEGS];
    /** Target amplitudes without what a policy adds. */
    final double[] baseMu = {1, 1, 1, 1};
    /** Stepping rates, Hz. */
    final double[] frequencyHz = new double[A1.LEGS];
    /** Rates of the direction, Hz. */
    final double[] lateralRateHz = new double[A1.LEGS];

    private final double periodS;
    private final double integralGain;
    private final double headingGain;
    private final double stepLengthM;
    private double integralX;
    private double integralY;
    private double integralYaw;
    private double headingReference;

    StepPlanner(final Config config) {
        periodS = config.periodNs() * 1e-9;
        integralGain = config.get(Setting.VELOCITY_INTEGRAL);
        headingGain = config.get(Setting.HEADING_GAIN);
        stepLengthM = config.get(Setting.STEP_LENGTH_M);
    }

    void begin(final BodyEstimate estimate) {
        integralX = 0;
        integralY = 0;
        integralYaw = 0;
        headingReference = estimate.yaw;
    }

    /** As {@link #update} for oscillators that are not yet in step: their directions become those of the strides. */
    void begin(
            final VelocityTarget target,
            final BodyEstimate estimate,
            final PolicyInput policy,
            final double[] nominalFoot,
            final GaitBlend gait,
            final HopfOscillators oscillators) {
        begin(estimate);
        update(target, estimate, policy, nominalFoot, gait, oscillators);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            oscillators.phi[leg] = wrap(oscillators.phi[leg] + lateralRateHz[leg] * TWO_PI / TURN_RATE_1_S);
        }
        update(target, estimate, policy, nominalFoot, gait, oscillators);
    }

    void update(
            final VelocityTarget target,
            final BodyEstimate estimate,
            final PolicyInput policy,
            final double[] nominalFoot,
            final GaitBlend gait,
            final HopfOscillators oscillators) {
        integralX = integrate(integralX, target.vx() - estimate.velocityHeading[0]);
        integralY = integrate(integralY, target.vy() - estimate.velocityHeading[1]);
        final double yawDrive = headingDrive(target.yawRate(), estimate);
        final double vx = target.vx() + integralX;
        final double vy = target.vy() + integralY;
        final double halfStanceS = 0.5 * gait.dutyFactor() / gait.frequencyHz();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double legX = vx - yawDrive * nominalFoot[3 * leg + 1];
            final double legY = vy + yawDrive * nominalFoot[3 * leg];
            final double speed = Math.sqrt(legX * legX + legY * legY);
            final double turn = speed < STILL_M_S
                    ? 0
                    : wrap(StrictMath.atan2(legY, legX) + policy.limitedDirectionRad(leg) - oscillators.phi[leg]);
            final double along = Math.max(0, Trig.cos(turn));
            baseMu[leg] = 1 + along * speed * halfStanceS / stepLengthM;
            mu[leg] = baseMu[leg] + policy.limitedAmplitude(leg);
            lateralRateHz[leg] = TURN_RATE_1_S * turn / TWO_PI;
            frequencyHz[leg] = gait.frequencyHz() + policy.limitedFrequencyHz(leg);
        }
    }

    private double headingDrive(final double yawRate, final BodyEstimate estimate) {
        headingReference = wrap(headingReference + yawRate * periodS);
        final double raw = wrap(headingReference - estimate.yaw);
        final double error = Math.clamp(raw, -HEADING_ERROR_MAX_RAD, HEADING_ERROR_MAX_RAD);
        headingReference = wrap(estimate.yaw + error);
        integralYaw = Math.clamp(integralYaw + integralGain * error * periodS, -0.4, 0.4);
        return yawRate + headingGain * error + integralYaw;
    }

    private double integrate(final double integral, final double error) {
        return Math.clamp(integral + integralGain * error * periodS, -INTEGRAL_MAX_M_S, INTEGRAL_MAX_M_S);
    }

    static double wrap(final double angle) {
        return angle - TWO_PI * Math.rint(angle / TWO_PI);
    }
}
