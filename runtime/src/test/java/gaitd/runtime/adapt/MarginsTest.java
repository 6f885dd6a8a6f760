package gaitd.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarginsTest {
    private static final double INSIDE = 1 - 1e-9;
    private static final double OUTSIDE = 1 + 1e-9;

    private final Config config = Config.defaults();
    private final Margins margins = new Margins(config);
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();

    @BeforeEach
    void clear() {
        margins.clear();
    }

    private ExplorationOff update() {
        return margins.update(sensed, estimate);
    }

    @Test
    void aRobotAtRestIsWithinAll() {
        assertEquals(ExplorationOff.ON, update());
    }

    @Test
    void tilt() {
        estimate.tilt = INSIDE * Math.toRadians(config.get(Setting.ADAPT_TILT_MAX_DEG));
        assertEquals(ExplorationOff.ON, update());
        estimate.tilt = OUTSIDE * Math.toRadians(config.get(Setting.ADAPT_TILT_MAX_DEG));
        assertEquals(ExplorationOff.TILT, update());
        estimate.tilt = Double.NaN;
        assertEquals(ExplorationOff.TILT, update());
    }

    @Test
    void torqueOfEveryJointToBothSides() {
        bothSides(sensed.tauEst, config.get(Setting.ADAPT_TORQUE_MAX_NM), ExplorationOff.TORQUE);
    }

    @Test
    void speedOfEveryJointToBothSides() {
        bothSides(sensed.dq, config.get(Setting.ADAPT_SPEED_MAX_RAD_S), ExplorationOff.SPEED);
    }

    private void bothSides(final double[] values, final double max, final ExplorationOff cause) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final double sign : new double[] {-1, 1}) {
                values[joint] = sign * INSIDE * max;
                assertEquals(ExplorationOff.ON, update(), A1.jointName(joint));
                values[joint] = sign * OUTSIDE * max;
                assertEquals(cause, update(), A1.jointName(joint));
            }
            values[joint] = Double.NaN;
            assertEquals(cause, update(), A1.jointName(joint));
            values[joint] = 0;
        }
    }

    @Test
    void temperatureOfEveryMotor() {
        final int max = (int) config.get(Setting.ADAPT_TEMPERATURE_MAX_C);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            sensed.motorTemperatureC[joint] = max;
            assertEquals(ExplorationOff.ON, update(), A1.jointName(joint));
            sensed.motorTemperatureC[joint] = max + 1;
            assertEquals(ExplorationOff.TEMPERATURE, update(), A1.jointName(joint));
            sensed.motorTemperatureC[joint] = 0;
        }
    }

    @Test
    void doubt() {
        estimate.doubtMS = INSIDE * config.get(Setting.ADAPT_DOUBT_MAX_M_S);
        assertEquals(ExplorationOff.ON, update());
        estimate.doubtMS = OUTSIDE * config.get(Setting.ADAPT_DOUBT_MAX_M_S);
        assertEquals(ExplorationOff.DOUBT, update());
        estimate.doubtMS = Double.NaN;
        assertEquals(ExplorationOff.DOUBT, update());
    }

    @Test
    void anOrientationThatIsNotBelieved() {
        estimate.orientationDoubted = true;
        assertEquals(ExplorationOff.DOUBT, update());
    }

    @Test
    void keepsTheGreatestOfItsTicks() {
        final ExperienceFrame frame = new ExperienceFrame();
        sensed.tauEst[4] = -12;
        sensed.dq[7] = 3;
        sensed.motorTemperatureC[2] = 41;
        estimate.tilt = 0.1;
        estimate.doubtMS = 0.05;
        update();
        sensed.tauEst[4] = 11;
        sensed.dq[7] = -4;
        sensed.motorTemperatureC[2] = 40;
        estimate.tilt = 0.05;
        update();
        margins.write(frame);
        assertEquals(12, frame.real(ExperienceField.MARGIN_TORQUE, 0));
        assertEquals(4, frame.real(ExperienceField.MARGIN_SPEED, 0));
        assertEquals(41, frame.real(ExperienceField.MARGIN_TEMPERATURE, 0));
        assertEquals(0.1f, frame.real(ExperienceField.MARGIN_TILT, 0));
        assertEquals(0.05f, frame.real(ExperienceField.MARGIN_DOUBT, 0));
    }
}
