package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an inertial unit can say: at the limit and at the next number beyond it, for every axis and sign. */
class ImuRangeLimitTest {
    private final Sensed sensed = new Sensed();

    private void assertLimit(final double[] values, final double limit) {
        for (int axis = 0; axis < 3; axis++) {
            for (final int sign : new int[] {-1, 1}) {
                values[axis] = sign * limit;
                assertTrue(ImuRange.isPossible(sensed), "axis " + axis);
                values[axis] = sign * Math.nextUp(limit);
                assertFalse(ImuRange.isPossible(sensed), "axis " + axis);
                values[axis] = 0;
            }
        }
    }

    @Test
    void angularVelocitiesUpToFullScaleArePossible() {
        assertLimit(sensed.gyro, ImuRange.GYRO_MAX_RAD_S);
    }

    @Test
    void specificForcesUpToFullScaleArePossible() {
        assertLimit(sensed.accelerometer, ImuRange.ACCELEROMETER_MAX_M_S2);
    }

    @ParameterizedTest
    @CsvSource({"0.9,true", "0.8999999,false", "1.1,true", "1.1000001,false", "0,false", "NaN,false"})
    void aQuaternionsLengthIsAboutOne(final double length, final boolean possible) {
        for (int part = 0; part < 4; part++) {
            for (final int sign : new int[] {-1, 1}) {
                Arrays.fill(sensed.quaternion, 0);
                sensed.quaternion[part] = sign * length;
                assertEquals(possible, ImuRange.isPossible(sensed), "part " + part);
            }
        }
    }

    @Test
    void aLengthIsThatOfAllParts() {
        assertEquals(9, ImuRange.norm(new double[] {-1, 4, -8, 0}));
        assertEquals(9, ImuRange.norm(new double[] {0, 1, 4, 8}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theGreatestPartIsFoundWhateverItsSign(final int axis) {
        final double[] v = {1, -2, 1.5};
        v[axis] = -7;
        assertEquals(7, ImuRange.greatest(v));
        v[axis] = 7;
        assertEquals(7, ImuRange.greatest(v));
    }
}
