package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.Sensed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GyroIntegralTest {
    private static final double STEP_S = 0.002;

    private final GyroIntegral integral = new GyroIntegral();
    private final Sensed sensed = new Sensed();

    private void orient(final int axis, final double rad) {
        Arrays.fill(sensed.quaternion, 0);
        sensed.quaternion[0] = Math.cos(rad / 2);
        sensed.quaternion[axis + 1] = Math.sin(rad / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSteadyTurnIsFollowed(final int axis) {
        for (final double radS : new double[] {-3, 3}) {
            integral.reset();
            for (int i = 0; i < 2000; i++) {
                sensed.gyro[axis] = radS;
                orient(axis, radS * STEP_S * i);
                assertEquals(0, integral.angleRad(sensed, STEP_S), 1e-4);
            }
            sensed.gyro[axis] = 0;
        }
    }

    /** Speeds between states are those of a line: the mean of both. */
    @Test
    void aTurnThatGrowsIsFollowedWithoutLag() {
        for (int i = 0; i < 250; i++) {
            final double t = i * STEP_S;
            sensed.gyro[1] = 20 * t;
            orient(1, 10 * t * t);
            assertEquals(0, integral.angleRad(sensed, STEP_S), 2e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aBiasShowsAsHalfItsValueInTheEnd(final int axis) {
        for (final double biasRadS : new double[] {-0.2, 0.2}) {
            integral.reset();
            double angle = 0;
            for (int i = 0; i < 5000; i++) {
                sensed.gyro[axis] = biasRadS;
                angle = integral.angleRad(sensed, STEP_S);
            }
            assertEquals(0.1, angle, 1e-3);
            sensed.gyro[axis] = 0;
        }
    }

    @Test
    void aJumpShowsAtOnceAndIsForgottenWithHalfASecond() {
        integral.angleRad(sensed, STEP_S);
        orient(2, 0.4);
        assertEquals(0.4, integral.angleRad(sensed, STEP_S), 1e-9);
        double angle = 0;
        for (int i = 0; i < 250; i++) {
            angle = integral.angleRad(sensed, STEP_S);
        }
        assertEquals(0.4 / Math.E, angle, 2e-3);
    }

    @Test
    void anOrientationOfTheOtherSignIsPulledTheShortWay() {
        integral.angleRad(sensed, STEP_S);
        orient(2, 0.4);
        for (int i = 0; i < 4; i++) {
            sensed.quaternion[i] *= -1;
        }
        integral.angleRad(sensed, STEP_S);
        assertEquals(0.4 * (1 - STEP_S / 0.5), integral.angleRad(sensed, STEP_S), 1e-4);
    }

    @Test
    void beginsAgainAfterALongStepAndAfterAReset() {
        integral.angleRad(sensed, STEP_S);
        orient(0, 1);
        assertEquals(1, integral.angleRad(sensed, 0.05), 1e-9);
        assertEquals(0, integral.angleRad(sensed, Math.nextUp(0.05)));
        assertEquals(0, integral.angleRad(sensed, STEP_S), 1e-9);
        orient(0, 0);
        integral.reset();
        assertEquals(0, integral.angleRad(sensed, STEP_S));
        assertEquals(0, integral.angleRad(sensed, STEP_S), 1e-9);
    }
}
