package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiltTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenTheTrunkLeansTooFar() {
        rig.stand();
        lean(49);
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.5)));
        lean(52);
        final TickFrame frame = rig.run(0.02);
        assertEquals(Fault.TILT, Rig.fault(frame));
        assertEquals(50, frame.real(TickField.FAULT_VALUE, 0), 0.6);
        rig.assertDamping();
    }

    @Test
    void letsAPersonCarryAPassiveRobot() {
        lean(120);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(1)));
    }

    /** A robot whose sensors contradict each other stands before it sits down; it is damped when two of them say that it leans. */
    @ParameterizedTest
    @CsvSource({"0, STAND, IMU_GYRO", "75, FAULT, TILT"})
    void aQuaternionThatJumpsIsNoTiltByItself(final double byForceDeg, final Mode mode, final Fault stronger) {
        rig.stand();
        final double half = Math.toRadians(75) / 2;
        rig.robot.says.quaternion[0] = Math.cos(half);
        rig.robot.says.quaternion[2] = Math.sin(half);
        rig.robot.says.rpy[1] = 2 * half;
        rig.robot.says.accelerometer[0] = -9.81 * Math.sin(Math.toRadians(byForceDeg));
        rig.robot.says.accelerometer[2] = 9.81 * Math.cos(Math.toRadians(byForceDeg));
        assertEquals(Fault.NONE, Rig.fault(rig.run(0.01)));
        assertEquals(Fault.IMU_GYRO, Rig.fault(rig.run(0.02)));
        final TickFrame frame = rig.run(0.15);
        assertEquals(mode, Rig.mode(frame));
        assertNotEquals(0, frame.get(TickField.FAULT_BITS) & stronger.bit());
    }

    private void lean(final double degrees) {
        rig.robot.rollRad = Math.toRadians(degrees);
    }
}
