package gaitd.runtime.adapt;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * How near the robot is to its guards: tilt, torques, temperatures, joint speeds and the estimator's doubt against their
 * margins, in each tick and at most since a step. A value that is not a number is beyond. Allocates nothing after construction.
 */
final class Margins {
    private final double tiltMaxRad;
    private final double torqueMaxNm;
    private final double temperatureMaxC;
    private final double speedMaxRadS;
    private final double doubtMaxMS;
    private double tiltRad;
    private double torqueNm;
    private double temperatureC;
    private double speedRadS;
    private double doubtMS;

    Margins(final Config config) {
        tiltMaxRad = Math.toRadians(config.get(Setting.ADAPT_TILT_MAX_DEG));
        torqueMaxNm = config.get(Setting.ADAPT_TORQUE_MAX_NM);
        temperatureMaxC = config.get(Setting.ADAPT_TEMPERATURE_MAX_C);
        speedMaxRadS = config.get(Setting.ADAPT_SPEED_MAX_RAD_S);
        doubtMaxMS = config.get(Setting.ADAPT_DOUBT_MAX_M_S);
    }

    /** Forgets the greatest values. */
    void clear() {
        tiltRad = 0;
        torqueNm = 0;
        temperatureC = Double.NEGATIVE_INFINITY;
        speedRadS = 0;
        doubtMS = 0;
    }

    /** One tick: the first margin that is passed in it, or {@link ExplorationOff#ON}. */
    ExplorationOff update(final Sensed sensed, final BodyEstimate estimate) {
        double torque = 0;
        double temperature = Double.NEGATIVE_INFINITY;
        double speed = 0;
        for (int i = 0; i < A1.JOINTS; i++) {
            torque = Math.max(torque, Math.abs(sensed.tauEst[i]));
            temperature = Math.max(temperature, sensed.motorTemperatureC[i]);
            speed = Math.max(speed, Math.abs(sensed.dq[i]));
        }
        tiltRad = Math.max(tiltRad, estimate.tilt);
        torqueNm = Math.max(torqueNm, torque);
        temperatureC = Math.max(temperatureC, temperature);
        speedRadS = Math.max(speedRadS, speed);
        doubtMS = Math.max(doubtMS, estimate.doubtMS);
        if (!(estimate.tilt <= tiltMaxRad)) {
            return ExplorationOff.TILT;
        }
        if (!(torque <= torqueMaxNm)) {
            return ExplorationOff.TORQUE;
        }
        if (!(temperature <= temperatureMaxC)) {
            return ExplorationOff.TEMPERATURE;
        }
        if (!(speed <= speedMaxRadS)) {
            return ExplorationOff.SPEED;
        }
        return estimate.doubtMS <= doubtMaxMS && !estimate.orientationDoubted
                ? ExplorationOff.ON
                : ExplorationOff.DOUBT;
    }

    void write(final ExperienceFrame frame) {
        frame.putReal(ExperienceField.MARGIN_TILT, 0, tiltRad);
        frame.putReal(ExperienceField.MARGIN_TORQUE, 0, torqueNm);
        frame.putReal(ExperienceField.MARGIN_TEMPERATURE, 0, temperatureC);
        frame.putReal(ExperienceField.MARGIN_SPEED, 0, speedRadS);
        frame.putReal(ExperienceField.MARGIN_DOUBT, 0, doubtMS);
    }
}
