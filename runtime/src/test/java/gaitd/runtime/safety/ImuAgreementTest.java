package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each quantity of the inertial unit against the others: just inside and just outside, over all axes and signs. */
class ImuAgreementTest {
    private static final double[] SIGNS = {-1, 1};

    /** Something wrong with one axis, in one direction. */
    private interface AxisFault {
        Consumer<Sensed> of(int axis, double sign);
    }

    private static void overAxes(final Fault expected, final int axes, final double seconds, final AxisFault wrong) {
        for (int axis = 0; axis < axes; axis++) {
            for (final double sign : SIGNS) {
                final SensorStream stream = new SensorStream();
                stream.swayRad = 0.01;
                assertEquals(
                        expected,
                        stream.spoilt(seconds, wrong.of(axis, sign)),
                        "axis " + axis + ", sign " + sign + ", value " + stream.latch.value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.095,5,NONE", "0.105,0.048,NONE", "0.105,0.052,IMU_RPY", "1,0.052,IMU_RPY"})
    void anglesAreThoseOfTheQuaternion(final double rad, final double seconds, final Fault expected) {
        overAxes(expected, 3, seconds, (axis, sign) -> sensed -> sensed.rpy[axis] += sign * rad);
    }

    @ParameterizedTest
    @CsvSource({"0.22,5,NONE", "0.27,5,IMU_GYRO", "3,0.1,IMU_GYRO"})
    void aBiasOfTheGyroscopeShows(final double radS, final double seconds, final Fault expected) {
        overAxes(expected, 3, seconds, (axis, sign) -> sensed -> sensed.gyro[axis] += sign * radS);
    }

    @ParameterizedTest
    @CsvSource({"0.115,1,NONE", "0.13,0.018,NONE", "0.13,0.022,IMU_GYRO", "0.3,0.022,IMU_GYRO"})
    void aJumpOfTheOrientationShows(final double rad, final double seconds, final Fault expected) {
        overAxes(expected, 3, seconds, (axis, sign) -> sensed -> turn(sensed, axis, sign * rad));
    }

    @Test
    void aSwingingRobotShowsSignScaleAndOrderOfItsGyroscope() {
        assertEquals(Fault.NONE, swinging(sensed -> {}));
        assertEquals(Fault.IMU_GYRO, swinging(sensed -> {
            final double x = sensed.gyro[0];
            sensed.gyro[0] = sensed.gyro[2];
            sensed.gyro[2] = x;
        }));
        for (final double scale : new double[] {-1, 0.01, 2}) {
            assertEquals(
                    Fault.IMU_GYRO,
                    swinging(sensed -> {
                        for (int i = 0; i < 3; i++) {
                            sensed.gyro[i] *= scale;
                        }
                    }),
                    "times " + scale);
        }
    }

    private static Fault swinging(final Consumer<Sensed> wrong) {
        final SensorStream stream = new SensorStream();
        stream.swayRad = 0.15;
        return stream.spoilt(5, wrong);
    }

    /** Axes across gravity only: turned about the vertical, gravity is the same. */
    @ParameterizedTest
    @CsvSource({"0.33,8,NONE", "0.38,0.2,NONE", "0.38,4,IMU_GRAVITY", "1.57,1,IMU_GRAVITY"})
    void gravityIsStraightUp(final double rad, final double seconds, final Fault expected) {
        overAxes(expected, 2, seconds, (axis, sign) -> sensed -> {
            final double[] a = sensed.accelerometer;
            final double y = a[1 - axis];
            a[1 - axis] = Math.cos(rad) * y + sign * Math.sin(rad) * a[2];
            a[2] = Math.cos(rad) * a[2] - sign * Math.sin(rad) * y;
        });
    }

    @ParameterizedTest
    @CsvSource({"0.71,NONE", "0.66,IMU_FORCE", "1.29,NONE", "1.34,IMU_FORCE", "0.01,IMU_FORCE"})
    void gravityHasItsSize(final double share, final Fault expected) {
        final SensorStream stream = new SensorStream();
        assertEquals(expected, stream.spoilt(8, sensed -> {
            for (int i = 0; i < 3; i++) {
                sensed.accelerometer[i] *= share;
            }
        }));
    }

    private static void turn(final Sensed sensed, final int axis, final double rad) {
        final double[] q = sensed.quaternion.clone();
        Quaternions.turn(q, axis == 0 ? rad : 0, axis == 1 ? rad : 0, axis == 2 ? rad : 0);
        SensorStream.orient(q, sensed);
    }
}
