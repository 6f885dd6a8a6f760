package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImuRangeTest {
    private static final double[] SIGNS = {-1, 1};

    @ParameterizedTest
    @CsvSource({"34.9,NONE", "35.1,IMU_RANGE", "1e5,IMU_RANGE"})
    void anAngularVelocityBeyondFullScaleIsImpossible(final double radS, final Fault expected) {
        for (int axis = 0; axis < 3; axis++) {
            for (final double sign : SIGNS) {
                final int of = axis;
                assertEquals(expected, once().spoilt(0.002, sensed -> sensed.gyro[of] = sign * radS), "axis " + axis);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"159.9,NONE", "160.1,IMU_RANGE", "1e6,IMU_RANGE"})
    void aSpecificForceBeyondFullScaleIsImpossible(final double mS2, final Fault expected) {
        for (int axis = 0; axis < 3; axis++) {
            for (final double sign : SIGNS) {
                final int of = axis;
                assertEquals(
                        expected,
                        once().spoilt(0.002, sensed -> sensed.accelerometer[of] = sign * mS2),
                        "axis " + axis);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3.15,NONE", "3.152,IMU_RANGE"})
    void anAngleBeyondHalfATurnIsImpossible(final double rad, final Fault expected) {
        for (int axis = 0; axis < 3; axis++) {
            for (final double sign : SIGNS) {
                final int of = axis;
                assertEquals(expected, once().spoilt(0.002, sensed -> sensed.rpy[of] = sign * rad), "angle " + axis);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,IMU_QUATERNION", "0.899,IMU_QUATERNION", "0.901,NONE", "1.099,NONE", "1.101,IMU_QUATERNION"})
    void aQuaternionHasLengthOne(final double length, final Fault expected) {
        assertEquals(expected, once().spoilt(1, sensed -> {
            for (int i = 0; i < 4; i++) {
                sensed.quaternion[i] *= length;
            }
        }));
    }

    @Test
    void aQuaternionOfTheOtherSignIsTheSameOrientation() {
        assertEquals(Fault.NONE, once().spoilt(1, sensed -> {
            for (int i = 0; i < 4; i++) {
                sensed.quaternion[i] *= -1;
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSIVE"})
    void aPersonMayHandleAPassiveRobot(final Mode mode) {
        final SensorStream stream = once();
        stream.mode = mode;
        assertEquals(Fault.NONE, stream.spoilt(1, sensed -> sensed.gyro[0] = 100));
    }

    @Test
    void canBeClearedOnlyWhenTheUnitWorksAgain() {
        final SensorStream stream = once();
        stream.spoilt(1, sensed -> sensed.gyro[0] = 100);
        stream.mode = Mode.FAULT;
        stream.tick();
        assertFalse(stream.latch.clear());
        stream.spoils = sensed -> {};
        stream.tick();
        stream.latch.clear();
        assertFalse(stream.latch.isTripped());
    }

    private static SensorStream once() {
        return new SensorStream();
    }
}
