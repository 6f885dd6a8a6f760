package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class JointPositionTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenAJointIsFarOutsideItsRange() {
        rig.stand();
        rig.robot.says.q[8] = -2.85;
        assertEquals(Mode.STAND, Rig.mode(rig.tick()));
        rig.robot.says.q[8] = -2.95;
        final TickFrame frame = rig.tick();
        assertEquals(Fault.JOINT_POSITION, Rig.fault(frame));
        assertEquals(8, frame.get(TickField.FAULT_JOINT));
        rig.assertDamping();
    }
}
