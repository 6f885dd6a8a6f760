package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.MotorMode;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JointTorqueTest {
    private final Rig rig = new Rig(Config.defaults()
            .change()
            .set(Setting.FOLLOWING_MAX_NM, Double.POSITIVE_INFINITY, "this motor is not to follow")
            .conclude());

    @BeforeEach
    void disobeys() {
        rig.robot.obeys[2] = false;
        rig.robot.says.motorMode[2] = MotorMode.SERVO;
    }

    @Test
    void dampsWhenATorqueStaysTooHigh() {
        rig.stand();
        rig.robot.says.tauEst[2] = 36;
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.19)));
        final TickFrame frame = rig.run(0.03);
        assertEquals(Fault.JOINT_TORQUE, Rig.fault(frame));
        rig.assertDamping();
    }

    @Test
    void forgivesAShortPeak() {
        rig.stand();
        rig.robot.says.tauEst[2] = 36;
        rig.run(0.1);
        rig.robot.says.tauEst[2] = 5;
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.5)));
    }
}
