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
        assertEquals(Mode.STAND, Rig.mode(turn(8, -2.89)));
        final TickFrame frame = turn(8, -2.91);
        assertEquals(Fault.JOINT_POSITION, Rig.fault(frame));
        assertEquals(8, frame.get(TickField.FAULT_JOINT));
        rig.assertDamping();
    }

    private TickFrame turn(final int joint, final double toRad) {
        TickFrame frame = rig.tick();
        for (double step = toRad - rig.robot.says.q[joint]; step != 0; step = toRad - rig.robot.says.q[joint]) {
            final double moved = Math.clamp(step, -0.01, 0.01);
            rig.robot.says.q[joint] = Math.abs(step) <= 0.01 ? toRad : rig.robot.says.q[joint] + moved;
            rig.robot.says.dq[joint] = moved * 500;
            frame = rig.tick();
        }
        return frame;
    }
}
