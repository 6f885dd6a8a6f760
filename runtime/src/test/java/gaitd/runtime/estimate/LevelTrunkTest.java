package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trunk whose orientation is not believed: its way to level, and the lesser of the tilts that it is told. */
class LevelTrunkTest {
    private static final double PERIOD_S = 0.002;

    private final LevelTrunk level = new LevelTrunk(PERIOD_S);
    private final Sensed sensed = new Sensed();
    private final BodyEstimate estimate = new BodyEstimate();

    private void believe(final double roll, final double pitch, final double yaw) {
        estimate.roll = roll;
        estimate.pitch = pitch;
        estimate.yaw = yaw;
        level.believe(estimate);
    }

    private void assertPart(final double expected, final int row, final int column) {
        assertEquals(expected, estimate.rotation[3 * row + column], 1e-12, "row " + row + ", column " + column);
    }

    /** By what the rotation does to the trunk's axes: z tells of roll and pitch, x of pitch and yaw, y is across both. */
    @ParameterizedTest
    @CsvSource({"0.4,0.3,0.7", "-0.4,0.3,-2.5", "0.5,-0.6,1.5", "-0.2,-0.3,3"})
    void theTrunkLeansAFiftiethLessInEveryTick(final double roll, final double pitch, final double yaw) {
        believe(roll, pitch, yaw);
        for (int tick = 1; tick <= 100; tick++) {
            level.apply(sensed, estimate);
            final double r = roll * Math.pow(0.98, tick);
            final double p = pitch * Math.pow(0.98, tick);
            assertEquals(r, estimate.roll, 1e-12);
            assertEquals(p, estimate.pitch, 1e-12);
            assertEquals(yaw, estimate.yaw);
            assertPart(-Math.sin(p), 2, 0);
            assertPart(Math.cos(p) * Math.sin(r), 2, 1);
            assertPart(Math.cos(p) * Math.cos(r), 2, 2);
            assertPart(Math.cos(p) * Math.cos(yaw), 0, 0);
            assertPart(Math.cos(p) * Math.sin(yaw), 1, 0);
            final double[] m = estimate.rotation;
            for (int i = 0; i < 3; i++) {
                final int j = (i + 1) % 3;
                final int k = (i + 2) % 3;
                assertPart(m[3 * j + 2] * m[3 * k] - m[3 * k + 2] * m[3 * j], i, 1);
            }
            assertPart(m[3] * m[7] - m[6] * m[4], 0, 2);
            assertPart(m[6] * m[1] - m[0] * m[7], 1, 2);
        }
    }

    private double tilt(final double length, final double rad, final double forceRad, final int ticks) {
        sensed.quaternion[0] = length * Math.cos(rad / 2);
        sensed.quaternion[1] = length * 0.6 * Math.sin(rad / 2);
        sensed.quaternion[2] = length * 0.8 * Math.sin(rad / 2);
        sensed.accelerometer[0] = 6 * Math.sin(forceRad);
        sensed.accelerometer[1] = 8 * Math.sin(forceRad);
        sensed.accelerometer[2] = 10 * Math.cos(forceRad);
        for (int i = 0; i < ticks; i++) {
            level.feel(sensed);
        }
        level.apply(sensed, estimate);
        return estimate.tilt;
    }

    @ParameterizedTest
    @CsvSource({
        "1,0.5,2,0.5",
        "1,-0.5,2,0.5",
        "1,2,0.5,0.5",
        "1,3,-2.5,2.5",
        "0.91,0.5,2,0.5",
        "1.09,0.5,2,0.5",
        "0.89,0.5,2,2",
        "1.11,0.5,2,2",
        "0,0.5,2,2"
    })
    void theTiltIsTheLesserAndAQuaternionOfAnotherLengthSaysNothing(
            final double length, final double rad, final double forceRad, final double expected) {
        assertEquals(expected, tilt(length, rad, forceRad, 1000), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.9,0", "0.8999999999,2", "1.1,0", "1.1000000001,2"})
    void aQuaternionsLengthMayBeAtItsLimits(final double length, final double expected) {
        tilt(1, 3, 2, 1000);
        sensed.quaternion[0] = length;
        sensed.quaternion[1] = 0;
        sensed.quaternion[2] = 0;
        level.apply(sensed, estimate);
        assertEquals(expected, estimate.tilt, 1e-6);
    }

    @Test
    void theForceIsTheMeanOfATenthOfASecond() {
        tilt(1, 3, 0, 1000);
        sensed.accelerometer[0] = 10;
        sensed.accelerometer[2] = 0;
        for (int i = 0; i < 50; i++) {
            level.feel(sensed);
        }
        level.apply(sensed, estimate);
        final double kept = Math.pow(0.98, 50);
        assertEquals(Math.atan2(1 - kept, kept), estimate.tilt, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"160,true", "160.001,false"})
    void aForceThatNoUnitCanGiveIsNotFelt(final double mS2, final boolean felt) {
        tilt(1, 3, 0, 1000);
        sensed.accelerometer[1] = mS2;
        level.feel(sensed);
        level.apply(sensed, estimate);
        assertEquals(felt ? Math.atan2(0.02 * mS2, 10) : 0, estimate.tilt, 1e-6);
    }

    @Test
    void aResetForgetsLeanAndForce() {
        believe(0.4, 0.3, 0.7);
        tilt(1, 3, 2, 1000);
        level.reset();
        level.apply(sensed, estimate);
        assertEquals(0, estimate.roll);
        assertEquals(0, estimate.pitch);
        assertEquals(0, estimate.tilt);
    }
}
