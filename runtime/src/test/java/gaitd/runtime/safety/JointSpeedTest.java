package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import org.junit.jupiter.api.Test;

class JointSpeedTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenAJointMovesTooFast() {
        rig.stand();
        rig.robot.says.dq[5] = -28.5;
        final TickFrame frame = rig.tick();
        assertEquals(Fault.JOINT_SPEED, Rig.fault(frame));
        assertEquals(5, frame.get(TickField.FAULT_JOINT));
        rig.assertDamping();
    }
}
