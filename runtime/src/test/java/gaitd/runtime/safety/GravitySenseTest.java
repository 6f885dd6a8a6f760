package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GravitySenseTest {
    private static final double STEP_S = 0.002;

    private final GravitySense gravity = new GravitySense();
    private final Sensed sensed = new Sensed();

    private void feel(final double x, final double y, final double z, final double seconds) {
        sensed.accelerometer[0] = x;
        sensed.accelerometer[1] = y;
        sensed.accelerometer[2] = z;
        for (int i = 0; i < seconds / STEP_S; i++) {
            gravity.update(sensed, STEP_S);
        }
    }

    @Test
    void gravityIsStraightUpAtFirstAndAfterAReset() {
        assertEquals(0, gravity.angleRad());
        assertEquals(0, gravity.excessMS2());
        feel(3, 4, 5, 1);
        gravity.reset();
        assertEquals(0, gravity.angleRad());
        assertEquals(0, gravity.excessMS2());
    }

    @ParameterizedTest
    @CsvSource({"3,0,4,0.6435", "-3,0,4,0.6435", "0,3,4,0.6435", "0,-3,4,0.6435", "2,1,-2,2.3005", "0,0,-1,3.1416"})
    void theAngleIsThatToTheVertical(final double x, final double y, final double z, final double rad) {
        feel(x, y, z, 20);
        assertEquals(rad, gravity.angleRad(), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"2,3,6,7", "12,4,3,13", "0,0,9.81,9.81"})
    void theExcessIsThatOfTheLengthInEitherDirection(
            final double x, final double y, final double z, final double length) {
        feel(x, y, z, 20);
        assertEquals(Math.abs(length - Gravity.M_S2), gravity.excessMS2(), 1e-6);
    }

    @Test
    void theMeanTakesAboutASecond() {
        feel(0, 0, 0, 1);
        assertEquals(Gravity.M_S2 * (1 - 1 / Math.E), gravity.excessMS2(), 0.01);
    }

    @Test
    void aStepLongerThanTheMeanCountsOnce() {
        sensed.accelerometer[2] = 4;
        gravity.update(sensed, 20);
        assertEquals(Gravity.M_S2 - 4, gravity.excessMS2(), 1e-9);
    }

    /** A robot that leans and rests feels gravity along other axes of its own; in the world it is straight up. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void isTurnedIntoTheWorldByTheOrientation(final int axis) {
        final double[] lean = {1, 0.2, -0.3, 0.4};
        lean[axis + 1] += 0.5;
        Quaternions.turn(lean, 0, 0, 0);
        SensorStream.orient(lean, sensed);
        for (int i = 0; i < 10_000; i++) {
            gravity.update(sensed, STEP_S);
        }
        assertEquals(0, gravity.angleRad(), 1e-6);
        assertEquals(0, gravity.excessMS2(), 1e-6);
    }
}
