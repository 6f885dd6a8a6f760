package gaitd.runtime.adapt;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.gait.VelocityTarget;
import java.util.Arrays;

/** Terms of a reward from onboard estimates, summed over the ticks of a step. Allocates nothing after construction. */
final class RewardSums {
    private final double[] velocityError = new double[3];
    private double verticalSquare;
    private double rateSquare;
    private double tiltSquare;
    private double powerW;
    private double torqueSquare;
    private double slipMS;
    private int ticks;

    void clear() {
        Arrays.fill(velocityError, 0);
        verticalSquare = 0;
        rateSquare = 0;
        tiltSquare = 0;
        powerW = 0;
        torqueSquare = 0;
        slipMS = 0;
        ticks = 0;
    }

    void add(final Sensed sensed, final BodyEstimate estimate, final VelocityTarget target) {
        final double[] r = estimate.rotation;
        final double[] w = estimate.angularVelocity;
        final double[] v = estimate.velocityHeading;
        velocityError[0] += v[0] - target.vx();
        velocityError[1] += v[1] - target.vy();
        velocityError[2] += r[6] * w[0] + r[7] * w[1] + r[8] * w[2] - target.yawRate();
        verticalSquare += v[2] * v[2];
        rateSquare += w[0] * w[0] + w[1] * w[1];
        tiltSquare += estimate.tilt * estimate.tilt;
        powerW += estimate.powerW;
        for (int i = 0; i < A1.JOINTS; i++) {
            torqueSquare += sensed.tauEst[i] * sensed.tauEst[i];
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            slipMS += estimate.slipMS[leg];
        }
        ticks++;
    }

    /** Writes the means; zeros when there was no tick. */
    void write(final ExperienceFrame frame) {
        final double share = 1.0 / Math.max(1, ticks);
        frame.put(ExperienceField.TICKS, ticks);
        for (int i = 0; i < velocityError.length; i++) {
            frame.putReal(ExperienceField.VELOCITY_ERROR, i, share * velocityError[i]);
        }
        frame.putReal(ExperienceField.VERTICAL_VELOCITY_SQUARE, 0, share * verticalSquare);
        frame.putReal(ExperienceField.ROLL_PITCH_RATE_SQUARE, 0, share * rateSquare);
        frame.putReal(ExperienceField.TILT_SQUARE, 0, share * tiltSquare);
        frame.putReal(ExperienceField.POWER, 0, share * powerW);
        frame.putReal(ExperienceField.TORQUE_SQUARE, 0, share * torqueSquare);
        frame.putReal(ExperienceField.SLIP, 0, share * slipMS);
    }
}
