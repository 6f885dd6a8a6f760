package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joint sensors against what joints can do and against each other: just inside and just outside, over all joints and signs. */
class JointSensorTest {
    private static final double[] SIGNS = {-1, 1};

    /** Something wrong with one joint, in one direction. */
    private interface JointFault {
        Consumer<Sensed> of(int joint, double sign);
    }

    private static void overJoints(
            final Fault expected, final double waveRad, final Mode mode, final double seconds, final JointFault wrong) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final double sign : SIGNS) {
                final SensorStream stream = new SensorStream();
                stream.mode = mode;
                stream.waveRad = waveRad;
                final Fault found = stream.spoilt(seconds, wrong.of(joint, sign));
                assertEquals(expected, found, A1.jointName(joint) + ", sign " + sign);
                assertEquals(expected == Fault.NONE ? -1 : joint, stream.latch.joint());
            }
        }
    }

    /** A state may be 3 ms newer than the one before: a period, and a count of the robot's tick. */
    @ParameterizedTest
    @CsvSource({"0.119,NONE", "0.121,JOINT_JUMP", "3,JOINT_JUMP"})
    void anAngleCannotJump(final double rad, final Fault expected) {
        overJoints(expected, 0, Mode.STAND, 0.002, (joint, sign) -> sensed -> sensed.q[joint] += sign * rad);
    }

    @ParameterizedTest
    @CsvSource({"0.72,NONE", "0.78,JOINT_SPEED_DISAGREES"})
    void anOffsetOfASpeedShows(final double radS, final Fault expected) {
        overJoints(expected, 0, Mode.STAND, 2, (joint, sign) -> sensed -> sensed.dq[joint] += sign * radS);
    }

    @ParameterizedTest
    @CsvSource({"0.05,NONE", "0.2,JOINT_SPEED_DISAGREES"})
    void anAngleThatIsStuckShowsWhenTheJointTurnsFar(final double waveRad, final Fault expected) {
        overJoints(expected, waveRad, Mode.WALK, 2, (joint, sign) -> {
            final double[] stuck = {Double.NaN};
            return sensed -> {
                stuck[0] = Double.isNaN(stuck[0]) ? sensed.q[joint] : stuck[0];
                sensed.q[joint] = stuck[0];
            };
        });
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "3"})
    void aWrongSignOrScaleOfASpeedShows(final double scale) {
        overJoints(
                Fault.JOINT_SPEED_DISAGREES, 0.3, Mode.WALK, 2, (joint, sign) -> sensed -> sensed.dq[joint] *= scale);
    }

    @ParameterizedTest
    @CsvSource({"WALK,0.1,0.05,NONE", "WALK,0.106,0.05,JOINT_FROZEN", "STAND,2,0.05,NONE", "WALK,2,0.001,NONE"})
    void aJointThatRepeatsItselfWhileOthersMoveShows(
            final Mode mode, final double seconds, final double waveRad, final Fault expected) {
        overJoints(expected, waveRad, mode, seconds, (joint, sign) -> {
            final Sensed kept = new Sensed();
            return sensed -> {
                if (kept.sequence == 0) {
                    kept.set(sensed);
                }
                sensed.q[joint] = kept.q[joint];
                sensed.dq[joint] = kept.dq[joint];
                sensed.tauEst[joint] = kept.tauEst[joint];
            };
        });
    }

    @ParameterizedTest
    @CsvSource({"-40,NONE", "-41,TEMPERATURE_SENSOR", "125,NONE", "126,TEMPERATURE_SENSOR"})
    void aTemperatureCanBeMeasured(final int celsius, final Fault expected) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final SensorStream stream = new SensorStream();
            stream.said.motorTemperatureC[joint] = celsius;
            stream.run(0.1);
            assertEquals(expected, stream.latch.first());
        }
    }

    @ParameterizedTest
    @CsvSource({"15,NONE", "16,TEMPERATURE_SENSOR"})
    void aTemperatureCannotJump(final int jump, final Fault expected) {
        overJoints(
                expected,
                0,
                Mode.STAND,
                1,
                (joint, sign) -> sensed -> sensed.motorTemperatureC[joint] += (int) (sign * jump));
    }
}
